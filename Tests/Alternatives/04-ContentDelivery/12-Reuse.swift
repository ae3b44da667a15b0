import PostRoad

/// Turns every directive into the greatest age at which it would still allow to serve; the smallest of them decides.
public func decideReuse(
  of stored: HTTP.StoredResponse?, for request: HTTP.Request, now: Int
) throws -> HTTP.ReuseVerdict {
  if request.method != "GET" && request.method != "HEAD" { return .forward }
  let client = try parseCacheControl(request.fields.values(of: "cache-control"))
  let strict = client.contains("only-if-cached")
  guard let stored else { return strict ? .gatewayTimeout : .forward }
  let origin = try parseCacheControl(stored.response.fields.values(of: "cache-control"))
  let age = try currentAge(of: stored, now: now)
  let greatest = try greatestAge(stored, client, origin)
  return age <= greatest ? .serve : strict ? .gatewayTimeout : .validate
}

private func greatestAge(
  _ stored: HTTP.StoredResponse, _ client: HTTP.CacheControl, _ origin: HTTP.CacheControl
) throws -> Int {
  let never = -1
  let lifetime = try freshnessLifetime(of: stored)
  var ages = [lifetime - 1]
  if let stale = client["max-stale"], origin["must-revalidate"] == nil, origin["proxy-revalidate"] == nil,
    origin["s-maxage"] == nil
  {
    if stale.argument == nil {
      ages = [.max]
    } else if let more = try number(stale) {
      ages = [lifetime + more]
    }
  }
  if let directive = client["max-age"] { ages.append(try number(directive) ?? never) }
  if let directive = client["min-fresh"] { ages.append(try number(directive).map { lifetime - $0 } ?? never) }
  for directive in origin.directives where directive.name == "no-cache" {
    let names = (directive.argument ?? "").filter { !", \t".contains($0) }
    if names.isEmpty { ages.append(never) }
  }
  if client.directives.contains(where: { $0.name == "no-cache" }) { ages.append(never) }
  return ages.min() ?? never
}

private func number(_ directive: HTTP.Directive) throws -> Int? {
  do { return try parseDeltaSeconds(directive.argument) } catch is HTTP.DeltaSecondsError { return nil }
}
