import PostRoad

/// Goes through the candidates once and keeps the best so far, with all three rules in one number.
public func preferredRoute(among candidates: [BGP.Route], at asNumber: UInt32) throws -> BGP.Route? {
  var best: (route: BGP.Route, cost: UInt128)?
  for route in candidates where route.path.allSatisfy({ $0 != asNumber }) {
    let cost = cost(of: route)
    if let best, best.cost <= cost { continue }
    best = (route, cost)
  }
  return best?.route
}

/// The kind above 64 bits, the path's length above 32, the neighbour below.
private func cost(of route: BGP.Route) -> UInt128 {
  guard let kind = route.learnedFrom, let neighbor = route.path.first else { return 0 }
  let order: [BGP.Neighbor] = [.customer, .peer, .provider]
  let rank = 1 + (order.firstIndex(of: kind) ?? 0)
  return UInt128(rank) << 64 | UInt128(route.path.count) << 32 | UInt128(neighbor)
}

public func mayAnnounce(_ route: BGP.Route, to neighbor: BGP.Neighbor) throws -> Bool {
  switch (route.learnedFrom, neighbor) {
  case (.peer, .peer), (.peer, .provider), (.provider, .peer), (.provider, .provider): return false
  default: return true
  }
}

public func receive(
  onlyToCustomer: UInt32?, from neighbor: BGP.Neighbor, numbered neighborNumber: UInt32
) throws -> UInt32? {
  switch (neighbor, onlyToCustomer) {
  case (.customer, nil): return nil
  case (.provider, let mark?): return mark
  case (.peer, let mark?) where mark == neighborNumber: return mark
  case (_, nil): return neighborNumber
  default: throw BGP.RouteError.leak(from: neighborNumber)
  }
}
