import PostRoad

/// Builds the new fields line by line, and reads tags with a scan from both ends.
public func validationRequest(
  for request: HTTP.Request, stored: [HTTP.StoredResponse]
) throws -> HTTP.Request? {
  let candidates = stored.filter { $0.response.status != 206 }.map(\.response.fields)
  var conditions: [HTTP.Field] = []
  var seen: Set<String> = []
  let tags = candidates.compactMap { $0.first("etag") }.filter { isTag($0) && seen.insert($0).inserted }
  if let first = tags.first {
    conditions.append(HTTP.Field("If-None-Match", tags.dropFirst().reduce(first) { "\($0), \($1)" }))
  }
  if candidates.count == 1, let date = candidates[0].first("last-modified") {
    conditions.append(HTTP.Field("If-Modified-Since", date))
  }
  if conditions.isEmpty { return nil }
  let others = request.fields.lines.filter { line in
    !["if-none-match", "if-modified-since", "if-range", "range"].contains(HTTP.lowercaseASCII(line.name))
  }
  return HTTP.Request(request.method, request.uri, HTTP.Fields(others + conditions))
}

private func isTag(_ text: String) -> Bool {
  var rest = Substring(text).utf8
  if rest.first == UInt8(ascii: "W") {
    rest.removeFirst()
    guard rest.popFirst() == UInt8(ascii: "/") else { return false }
  }
  guard rest.popFirst() == UInt8(ascii: "\""), rest.popLast() == UInt8(ascii: "\"") else { return false }
  return !rest.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x7F }
}

public func validationOutcome(of response: HTTP.Response) throws -> HTTP.ValidationOutcome {
  if response.status == 304 { return .freshen }
  guard response.status >= 200, response.status < 600 else {
    throw HTTP.ValidationError.notFinal(response.status)
  }
  return response.status < 500 ? .replace : .serverFailed
}
