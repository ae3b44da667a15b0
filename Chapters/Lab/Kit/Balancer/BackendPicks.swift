import ConsistentHashing
import LoadBalancing
import PostRoad

/// One rule to pick by, with what it remembers.
struct BackendPicks {
  /// nginx's points on the ring for each unit of weight.
  private static let pointsPerWeight = 160

  private enum Memory {
    case turns(RoundRobin)
    case smooth(SmoothWRR)
    case connections
    case draws(SeededRandom)
    case ring([Ring.Point<UInt32>], indices: [String: Int])
    /// Where no place by the address is of use, the backends take turns, as in nginx.
    case address(otherwise: RoundRobin)
  }

  private var memory: Memory

  init(_ settings: BalancerSettings) throws {
    let backends = settings.backends
    switch settings.rule {
    case .roundrobin: memory = .turns(try RoundRobin(backends))
    case .swrr: memory = .smooth(try SmoothWRR(backends))
    case .leastconn: memory = .connections
    case .p2c: memory = .draws(SeededRandom(seed: settings.seed))
    case .iphash: memory = .address(otherwise: try RoundRobin(backends))
    case .ring:
      let nodes = backends.map { Ring.WeightedNode($0.name, weight: $0.weight) }
      let ring = try buildWeightedRing(
        nodes: nodes, pointsPerWeight: Self.pointsPerWeight, hash: Self.position)
      memory = .ring(
        ring, indices: Dictionary(uniqueKeysWithValues: backends.enumerated().map { ($1.name, $0) }))
    }
  }

  /// Picks one of those that are up in `pool`, of whom there is at least one.
  mutating func pick(among pool: [LB.Backend], for request: BalancerRequest) throws -> Int {
    switch memory {
    case .turns(var turns):
      for (index, backend) in pool.enumerated() { try turns.mark(index, isUp: backend.isUp) }
      let index = try turns.pick()
      memory = .turns(turns)
      return index
    case .smooth(var smooth):
      for (index, backend) in pool.enumerated() { try smooth.mark(index, isUp: backend.isUp) }
      let index = try smooth.pick()
      memory = .smooth(smooth)
      return index
    case .connections: return try pickLeastConnections(pool)
    case .draws(var random):
      let index = try pickTwoChoices(pool, using: &random)
      memory = .draws(random)
      return index
    case .address(var turns):
      for (index, backend) in pool.enumerated() { try turns.mark(index, isUp: backend.isUp) }
      let index = try pickByAddress(pool, address: request.client) { try turns.pick() }
      memory = .address(otherwise: turns)
      return index
    case .ring(let ring, let indices):
      let key = try Self.position(of: Array(request.target.utf8))
      if let own = try indices[lookUp(key, in: ring).node], pool[own].isUp { return own }
      // Clockwise, as a key moves on when its node leaves the ring. A node of weight 0 has no point.
      let nodes = pool.count { $0.weight > 0 }
      for node in try replicas(nodes, of: key, in: ring) {
        if let index = indices[node], pool[index].isUp { return index }
      }
      throw LB.PoolError.noneAvailable(of: pool.count)
    }
  }

  /// FNV-1a leaves labels that differ in their last digit close together; Murmur3's last step spreads them (exercise 6.1).
  private static func position(of bytes: [UInt8]) throws -> UInt32 { try fmix32(fnv1a(bytes)) }
}
