import PostRoad

/// Finds the route of a request: the best host first, then the path with the most elements.
///
/// A route's host matches the whole host of the request, in lower case, without a port and without one dot at the end. `*.postroad.example` matches `www.postroad.example`, but neither `postroad.example` nor
/// `a.b.postroad.example`. An empty host matches all. An exact host is better than one with a star, and that is better
/// than an empty one; routes with a host that is not the best matching one are ignored, whatever their paths.
///
/// Paths match by whole elements, the parts between slashes, as they were sent: capitals count, an empty element is one,
/// and dots, `;` and `%` have no meaning. A slash at the end of a route's path changes nothing. The query is not part of
/// the path.
///
///     route /aaa/bb    matches /aaa/bb  /aaa/bb/  /aaa/bb/ccc  /aaa/bb?x, not /aaa/bbb
///
/// Of several that match, the one with the most elements is taken, and of equals the first.
///
/// - Parameters:
///   - host: the value of the Host field.
///   - target: the target of the request in origin form, with its query: `/road?x=1`.
///   - routes: the routing table.
/// - Returns: the index of the route in `routes`, or nil when none matches.
///
/// Source: [Kubernetes, Ingress](https://kubernetes.io/docs/concepts/services-networking/ingress/), path type Prefix and
/// host names. That a better host comes before a longer path is the rule of nginx's `server_name` and `location`.
public func route(host: String, target: String, in routes: [LB.Route]) throws -> Int? {
  // <write>
  // 1. The name alone, without a port and a dot at its end. Colons are in addresses, too.
  var name = host.lowercased()[...]
  if let colon = name.lastIndex(of: ":"), !name[colon...].contains("]") { name = name[..<colon] }
  if name.hasSuffix(".") { name = name.dropLast() }
  // 2. How well each route's host fits: 3, 2, 1 or not at all. Only the best are looked at.
  let fits = routes.map { fit($0.host, name) }
  guard let best = fits.max(), best > 0 else { return nil }
  // 3. The path ends at the query, and is compared element by element.
  let path = elements(target.prefix { $0 != "?" })
  var found: (index: Int, length: Int)?
  for (index, route) in routes.enumerated() where fits[index] == best {
    let prefix = elements(route.path[...])
    guard path.starts(with: prefix) else { continue }
    if let found, prefix.count <= found.length { continue }
    found = (index, prefix.count)
  }
  return found?.index
  // </write>
}

/// Finds the backend that a client's cookie asks for, so that its session goes on where it began.
///
/// - Parameters:
///   - cookies: the values of the Cookie fields, each of them pairs `name=value` with semicolons between them. Spaces and
///     tabs around a pair are not part of it. The name ends at the first equals sign, the value at the end of the pair.
///   - name: the name of the balancer's own cookie; capitals count.
///   - backends: the pool. The value of the cookie is the name of a backend; capitals count.
/// - Returns: the index of the first backend of that name, when it is up; its weight is ignored, so that a
///   drained backend keeps its clients. Nil means that somebody has to be picked, and the cookie to be set: there is no
///   such cookie, no such backend, or it is down. Of several such cookies the first one counts, whatever it names.
///
/// Source: HAProxy's `cookie … insert` ([manual, 4.2](https://docs.haproxy.org/2.6/configuration.html#4.2-cookie)),
/// [RFC 6265 §4.2.1](https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1).
public func affinity(cookies: [String], name: String, in backends: [LB.Backend]) throws -> Int? {
  // <write>
  // 4. Pairs are separated by semicolons, and names end at the first equals sign.
  let all: [Substring] = cookies.flatMap { $0.split(separator: ";") }
  let pairs: [Substring] = all.map { pair in pair.drop { $0 == " " || $0 == "\t" } }
  guard let pair = pairs.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
  var value = pair.dropFirst(name.count + 1)
  while let last = value.last, last == " " || last == "\t" { value.removeLast() }
  // 5. The client may have kept the cookie for a year: is the backend still there?
  guard let index = backends.firstIndex(where: { $0.name == value }), backends[index].isUp else { return nil }
  return index
  // </write>
}

// <declare>
// 6. A star stands for exactly one label.
private func fit(_ pattern: String, _ name: Substring) -> Int {
  if pattern.isEmpty { return 1 }
  if pattern == name { return 3 }
  guard pattern.hasPrefix("*."), let dot = name.firstIndex(of: "."), dot > name.startIndex else { return 0 }
  return pattern.dropFirst() == name[dot...] ? 2 : 0
}

// 7. The parts between slashes; the one before the first slash is none, and neither is an empty one at the end.
private func elements(_ path: Substring) -> [Substring] {
  var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
  if parts.last == "" { parts.removeLast() }
  return Array(parts)
}
// </declare>
