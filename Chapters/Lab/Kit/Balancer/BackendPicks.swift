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
    /// Nothing to remember; so it is as well while another one is at work, which then has its memory for itself alone.
    case connections
    case draws(SeededRandom)
    case ring([Ring.Point<UInt32>], indices: [String: Int])
    /// Where no place by the address is of use, the backends take turns, as in nginx.
    case address(otherwise: RoundRobin)
  }

  private var memory: Memory
  /// Who was marked as up last: only what has changed is marked anew.
  private var isUp: [Bool]

  init(_ settings: BalancerSettings) throws {
    let backends = settings.backends
    isUp = backends.map(\.isUp)
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
      memory = .connections
      defer { memory = .turns(turns) }
      try markChanges(pool) { try turns.mark($0, isUp: $1) }
      return try turns.pick()
    case .smooth(var smooth):
      memory = .connections
      defer { memory = .smooth(smooth) }
      try markChanges(pool) { try smooth.mark($0, isUp: $1) }
      return try smooth.pick()
    case .connections: return try pickLeastConnections(pool)
    case .draws(var random):
      defer { memory = .draws(random) }
      return try pickTwoChoices(pool, using: &random)
    case .address(var turns):
      memory = .connections
      defer { memory = .address(otherwise: turns) }
      try markChanges(pool) { try turns.mark($0, isUp: $1) }
      return try pickByAddress(pool, address: request.client) { try turns.pick() }
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

  private mutating func markChanges(_ pool: [LB.Backend], _ mark: (Int, Bool) throws -> Void) throws {
    for index in pool.indices where pool[index].isUp != isUp[index] {
      try mark(index, pool[index].isUp)
      isUp[index] = pool[index].isUp
    }
  }

  /// FNV-1a leaves labels that differ in their last digit close together; Murmur3's last step spreads them (exercise 6.1).
  private static func position(of bytes: [UInt8]) throws -> UInt32 { try fmix32(fnv1a(bytes)) }
}
