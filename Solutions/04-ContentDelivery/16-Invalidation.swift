import PostRoad

/// The origin of a URI: scheme, host and port.
///
/// Scheme and host come in lower case (ASCII). Without a port, or with an empty one, it is 80 for `http` and 443 for `https`. What
/// is before an `@` in the authority is left out. The host ends at the port's colon, or at the `]` of an IPv6 address.
///
/// Source: [RFC 9110 §4.3.1](https://www.rfc-editor.org/rfc/rfc9110#section-4.3.1) and §4.2.
///
/// - Throws: `HTTP.OriginError.noOrigin(_:)` with the URI when it does not begin with `http://` or `https://` in any letter case,
///   has no host, or has a port that is not digits alone, or more than 65,535.
public func origin(of uri: String) throws -> HTTP.Origin {
  // <write>
  // 1. Cut the URI: scheme, authority, and what does not matter here.
  let lower = HTTP.lowercaseASCII(uri)
  guard let scheme = ["http", "https"].first(where: { lower.hasPrefix("\($0)://") }) else {
    throw HTTP.OriginError.noOrigin(uri)
  }
  let whole = lower.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
  let authority = whole.lastIndex(of: "@").map { whole[$0...].dropFirst() } ?? whole
  // 2. A colon may be part of the host.
  let bracket = authority.firstIndex(of: "]") ?? authority.startIndex
  let host = authority[..<(authority[bracket...].firstIndex(of: ":") ?? authority.endIndex)]
  let digits = authority[host.endIndex...].dropFirst()
  // 3. Refuse what is no host and no port.
  let port = digits.isEmpty ? (scheme == "http" ? 80 : 443) : Int(digits) ?? -1
  guard !host.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), port <= 65_535, port >= 0
  else {
    throw HTTP.OriginError.noOrigin(uri)
  }
  if let end = host.firstIndex(of: "]"), host[end...] != "]" { throw HTTP.OriginError.noOrigin(uri) }
  return HTTP.Origin(scheme: scheme, host: String(host), port: port)
  // </write>
}

/// The URIs whose stored responses are no longer valid, once a request has been answered.
///
/// - A request with a safe method (`GET`, `HEAD`, `OPTIONS`, `TRACE`) invalidates nothing, and neither does a response that is not
///   2xx or 3xx. Every other method counts as unsafe, an unknown one too. Methods are case-sensitive.
/// - Otherwise the target URI is invalid, as it is in the request, and it is the first.
/// - After it come those of all `Location` lines, then of all `Content-Location` lines, each resolved against the target URI with
///   `HTTP.resolve`; but only those of the target URI's origin. Others have to stay, or one site could empty another's.
/// - No URI comes twice.
///
/// A URI without an origin, as `origin(of:)` throws for it, has no other URI's origin.
///
/// Source: [RFC 9111 §4.4](https://www.rfc-editor.org/rfc/rfc9111#section-4.4); safe methods:
/// [RFC 9110 §9.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1).
public func invalidatedURIs(by request: HTTP.Request, _ response: HTTP.Response) throws -> [String] {
  // <write>
  // 4. Does it change anything at the origin, and did it succeed?
  let isSafe = ["GET", "HEAD", "OPTIONS", "TRACE"].contains(request.method)
  guard !isSafe, (200...399).contains(response.status) else { return [] }
  // 5. The target, and what the response names of the same origin.
  var uris = [request.uri]
  for name in ["Location", "Content-Location"] {
    for value in response.fields.values(of: name) {
      let uri = HTTP.resolve(value, against: request.uri)
      if !uris.contains(uri), try isSameOrigin(uri, request.uri) { uris.append(uri) }
    }
  }
  return uris
  // </write>
}

// <declare>
// 6. Two URIs without an origin have none in common.
private func isSameOrigin(_ one: String, _ other: String) throws -> Bool {
  do {
    return try origin(of: one) == origin(of: other)
  } catch is HTTP.OriginError {
    return false
  }
}
// </declare>
