import PostRoad

/// A second implementation of the choice of a route: it asks for the best kind of route first and takes what it finds.
public func routeByRanks(_ candidates: [BGP.Route], at asNumber: UInt32) -> BGP.Route? {
  if candidates.contains(.own) { return .own }
  let usable = candidates.filter { route in !route.path.contains { $0 == asNumber } }
  for kind in [BGP.Neighbor.customer, .peer, .provider] {
    for length in 1...64 {
      let equals = usable.filter { $0.learnedFrom == kind && $0.path.count == length }
      guard let lowest = equals.map({ $0.path[0] }).sorted().first else { continue }
      return equals.first { $0.path[0] == lowest }
    }
  }
  return nil
}
