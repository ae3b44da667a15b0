import PostRoad

/// A zone and its servers in a line, in lower case: `postroad.example. by ns1.postroad.example.`
public func text(_ cut: Resolver.ZoneCut?) -> String {
  guard let cut else { return "no zone" }
  return ("\(cut.zone) by " + cut.nameServers.map { "\($0)" }.joined(separator: " ")).lowercased()
}
