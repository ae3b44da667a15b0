import PostRoad

/// Walks over the bytes of the URI once, with a state for each part.
public func origin(of uri: String) throws -> HTTP.Origin {
  var bytes = Array(HTTP.lowercaseASCII(uri).utf8)[...]
  let isSecure = bytes.starts(with: "https://".utf8)
  guard isSecure || bytes.starts(with: "http://".utf8) else { throw HTTP.OriginError.noOrigin(uri) }
  bytes = bytes.dropFirst(isSecure ? 8 : 7)
  var host: [UInt8] = []
  var port: Int?
  var isInBrackets = false
  var isInPort = false
  reading: for byte in bytes {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break reading
    case UInt8(ascii: "@"): (host, port, isInBrackets, isInPort) = ([], nil, false, false)
    case UInt8(ascii: ":") where !isInBrackets && !isInPort: isInPort = true
    case UInt8(ascii: "0")...UInt8(ascii: "9") where isInPort:
      port = min(100_000, (port ?? 0) * 10 + Int(byte) - 48)
    case _ where isInPort: port = 100_000
    default:
      if byte == UInt8(ascii: "[") { isInBrackets = true }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      host.append(byte)
    }
  }
  // Nothing but a port comes after an address in brackets.
  let isWhole = (host.lastIndex(of: UInt8(ascii: "]")) ?? host.count - 1) == host.count - 1
  guard !host.isEmpty, isWhole, port ?? 0 < 65_536 else { throw HTTP.OriginError.noOrigin(uri) }
  return HTTP.Origin(
    scheme: isSecure ? "https" : "http", host: String(decoding: host, as: UTF8.self),
    port: port ?? (isSecure ? 443 : 80))
}

public func invalidatedURIs(by request: HTTP.Request, _ response: HTTP.Response) throws -> [String] {
  switch (request.method, response.status / 100) {
  case ("GET", _), ("HEAD", _), ("OPTIONS", _), ("TRACE", _): return []
  case (_, 2), (_, 3): break
  default: return []
  }
  let home: HTTP.Origin
  do { home = try origin(of: request.uri) } catch is HTTP.OriginError { return [request.uri] }
  let named = response.fields.values(of: "location") + response.fields.values(of: "content-location")
  return try named.map { HTTP.resolve($0, against: request.uri) }.reduce(into: [request.uri]) { uris, uri in
    do {
      if try origin(of: uri) == home, !uris.contains(uri) { uris.append(uri) }
    } catch is HTTP.OriginError {}
  }
}
