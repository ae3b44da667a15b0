import PostRoad

/// Asks a dictionary of the hosts for the name, then for the name with a star, then for none; paths are compared as text
/// whose end is a slash.
public func route(host: String, target: String, in routes: [LB.Route]) throws -> Int? {
  let byHost = Dictionary(grouping: routes.indices) { routes[$0].host }
  let name = bareName(host)
  var patterns = [name, ""]
  if let dot = name.firstIndex(of: "."), dot != name.startIndex { patterns.insert("*" + name[dot...], at: 1) }
  guard let best = patterns.lazy.compactMap({ byHost[$0] }).first else { return nil }

  let path = closed(String(target.prefix { $0 != "?" }))
  let matching = best.filter { path.utf8.starts(with: closed(routes[$0].path).utf8) }
  let depths = matching.map { index in closed(routes[index].path).utf8.count { $0 == UInt8(ascii: "/") } }
  guard let most = depths.max() else { return nil }
  return zip(matching, depths).first { $0.1 == most }?.0
}

private func bareName(_ host: String) -> String {
  var parts = host.lowercased().split(separator: ":", omittingEmptySubsequences: false)
  // With a bracket after the last colon, that colon belongs to an address.
  if parts.count > 1, !parts[parts.count - 1].contains("]") { parts.removeLast() }
  let name = parts.joined(separator: ":")
  return name.hasSuffix(".") ? String(name.dropLast()) : name
}

/// The path with one slash at its end: what begins with it matches by whole elements.
private func closed(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

/// Makes a list of names and values first, without the white space around either of them, also before the equals sign.
public func affinity(cookies: [String], name: String, in backends: [LB.Backend]) throws -> Int? {
  let pairs = cookies.flatMap { $0.split(separator: ";") }.compactMap {
    pair -> (name: String, value: String)? in
    let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
    return sides.count == 2 ? (sides[0], sides[1]) : nil
  }
  guard let wanted = pairs.first(where: { $0.name == name })?.value else { return nil }
  return backends.firstIndex { $0.name == wanted }.flatMap { backends[$0].isUp ? $0 : nil }
}

private func trimmed(_ text: Substring) -> String {
  let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
  guard let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
  return String(text[...last].drop(while: isBlank))
}
