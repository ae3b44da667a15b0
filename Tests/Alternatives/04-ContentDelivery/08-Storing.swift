import PostRoad

/// The list of RFC 9111 §3 as a table: a reason, and whether it applies.
public func decideStoring(
  _ response: HTTP.Response, to request: HTTP.Request, understanding understood: Set<Int>
) throws -> HTTP.StoringVerdict {
  let client = try Set(parseCacheControl(request.fields.values(of: "Cache-Control")).directives.map(\.name))
  let directives = try parseCacheControl(response.fields.values(of: "Cache-Control")).directives
  let origin = Set(directives.map(\.name))
  let knows = understood.contains(response.status)
  let needsKnowledge = origin.contains("must-understand") || response.status == 206 || response.status == 304
  let isForOne = directives.contains { directive in
    directive.name == "private"
      && (directive.argument ?? "").utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C }
  }
  let guessable: Set = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501]
  let lifetimes = origin.intersection(["public", "max-age", "s-maxage"])
  let reasons: [(HTTP.StoringVerdict, Bool)] = [
    (.methodNotUnderstood, request.method != "GET"),
    (.notFinal, response.status / 100 <= 1),
    (.statusNotUnderstood, needsKnowledge && !knows),
    (
      .noStore,
      client.contains("no-store")
        || origin.isSuperset(of: ["no-store"]) && !origin.contains("must-understand")
    ),
    (.isPrivate, isForOne),
    (
      .authorization,
      !request.fields.values(of: "authorization").isEmpty
        && origin.isDisjoint(with: ["must-revalidate", "public", "s-maxage"])
    ),
    (
      .notAllowed,
      lifetimes.isEmpty && !response.fields.contains("expires") && !guessable.contains(response.status)
    ),
  ]
  return reasons.first { $0.1 }?.0 ?? .store
}
