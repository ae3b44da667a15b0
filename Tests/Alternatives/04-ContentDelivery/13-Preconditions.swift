import PostRoad

/// Reads If-None-Match from left to right, tag by tag, and asks the questions in the form of a switch.
public func evaluateConditions(
  of request: HTTP.Request, against stored: HTTP.StoredResponse, now: Int
) throws -> HTTP.PreconditionVerdict {
  let response = stored.response.fields
  let names = Set(request.fields.lines.map { HTTP.lowercaseASCII($0.name) })
  switch true {
  case !names.isDisjoint(with: ["if-match", "if-unmodified-since"]): return .forward
  case stored.response.status != 200 && stored.response.status != 206: return .full
  case names.contains("if-none-match"):
    let lines = request.fields.values(of: "if-none-match")
    if lines.count == 1, lines[0] == "*" { return unchanged(response) }
    var own = TagReader(response.first("etag") ?? "")
    guard let tag = own.tag(), own.rest.isEmpty else { return .full }
    return lines.contains { hasTag(tag, $0) } ? unchanged(response) : .full
  case names.contains("if-modified-since"):
    let since = request.fields.values(of: "if-modified-since")
    guard since.count == 1, let limit = try seconds(since[0], now) else { return .full }
    var times = [stored.responseTime]
    for name in ["date", "last-modified"] {
      if let text = response.first(name), let time = try seconds(text, stored.responseTime) {
        times.append(time)
      }
    }
    return (times.last ?? 0) > limit ? .full : unchanged(response)
  default: return .full
  }
}

private func hasTag(_ tag: [UInt8], _ line: String) -> Bool {
  var reader = TagReader(line)
  while !reader.rest.isEmpty {
    reader.skip { $0 == 32 || $0 == 9 }
    let start = reader.rest
    let found = reader.tag()
    reader.skip { $0 == 32 || $0 == 9 }
    if found == tag, reader.rest.isEmpty || reader.rest.first == 44 { return true }
    reader.rest = start
    reader.skipElement()
  }
  return false
}

private struct TagReader {
  var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  mutating func skip(_ isSkipped: (UInt8) -> Bool) { rest = rest.drop(while: isSkipped) }

  mutating func tag() -> [UInt8]? {
    if rest.starts(with: [87, 47]) { rest = rest.dropFirst(2) }
    guard rest.popFirst() == 34 else { return nil }
    let content = rest.prefix { $0 != 34 }
    rest = rest.dropFirst(content.count)
    return rest.popFirst() == nil ? nil : Array(content)
  }

  /// Goes past the next comma outside of quotes.
  mutating func skipElement() {
    var quotes = 0
    while let byte = rest.popFirst() {
      if byte == 34 { quotes += 1 }
      if byte == 44, quotes % 2 == 0 { return }
    }
  }
}

private func unchanged(_ fields: HTTP.Fields) -> HTTP.PreconditionVerdict {
  var kept = fields
  kept.lines.removeAll { line in
    switch HTTP.lowercaseASCII(line.name) {
    case "cache-control", "content-location", "date", "etag", "expires", "vary": false
    case "last-modified": fields.contains("etag")
    default: true
    }
  }
  return .notModified(kept)
}

private func seconds(_ text: String, _ now: Int) throws -> Int? {
  do { return try parseHTTPDate(text, now: now) } catch is HTTP.DateError { return nil }
}
