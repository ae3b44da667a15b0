import PostRoad

/// Makes one text of what a request has of the named fields, a secondary key, and compares the keys; selects by sorting.
public func varyMatches(_ request: HTTP.Request, _ stored: HTTP.StoredResponse) throws -> Bool {
  var names: Set<String> = []
  for line in stored.response.fields.values(of: "vary") { names.formUnion(HTTP.tokens(in: line)) }
  guard !names.contains("*") else { return false }
  for name in names.sorted() {
    let isPlain = ![request, stored.request].contains { $0.fields.values(of: name).joined().contains("\"") }
    guard key(request, name, isPlain) == key(stored.request, name, isPlain) else { return false }
  }
  return true
}

private func key(_ request: HTTP.Request, _ name: String, _ isPlain: Bool) -> String? {
  let lines = request.fields.lines.filter { $0.isNamed(name) }
  guard let first = lines.first else { return nil }
  var bytes = Array(lines.dropFirst().reduce(first.value) { "\($0), \($1.value)" }.utf8)
  guard isPlain else { return String(decoding: bytes, as: UTF8.self) }
  let isWhite = { (byte: UInt8) in byte == 9 || byte == 32 }
  // Take white space away before each comma, then, from behind, after it.
  for _ in 0..<2 {
    var kept: [UInt8] = []
    for byte in bytes {
      if byte == 44 { while let last = kept.last, isWhite(last) { kept.removeLast() } }
      kept.append(byte)
    }
    while let last = kept.last, isWhite(last) { kept.removeLast() }
    bytes = kept.reversed()
  }
  return String(decoding: bytes, as: UTF8.self)
}

public func selectResponse(for request: HTTP.Request, among responses: [HTTP.StoredResponse]) throws -> Int? {
  let dates = try responses.map { stored in
    do {
      return try parseHTTPDate(stored.response.fields.first("date") ?? "", now: stored.responseTime)
    } catch is HTTP.DateError { return stored.responseTime }
  }
  let names = responses.map {
    !HTTP.tokens(in: $0.response.fields.values(of: "vary").joined(separator: ",")).isEmpty
  }
  return try responses.indices.filter { try varyMatches(request, responses[$0]) }
    .sorted { one, other in
      if names[one] != names[other] { return names[other] }
      return dates[one] == dates[other] ? one < other : dates[one] < dates[other]
    }.last
}
