import PostRoad

/// Finds the least number first, and only then who has it.
public func pickLeastConnections(_ backends: [LB.Backend]) throws -> Int {
  if backends.isEmpty { throw LB.PoolError.empty }
  let least = backends.filter(\.isUp).map(\.activeConnections).min()
  guard let index = backends.firstIndex(where: { $0.isUp && $0.activeConnections == least }) else {
    throw LB.PoolError.noneAvailable(of: backends.count)
  }
  return index
}
