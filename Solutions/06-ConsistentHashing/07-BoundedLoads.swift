import PostRoad

/// Consistent hashing with bounded loads: a request goes to the first node on the way from its key that has room.
///
/// With n nodes and m requests, the one that is just coming included, a node has room while its load is less than the
/// *capacity* ⌈c·m/n⌉. Here c is given in per cent: with 125 nobody gets more than 1.25 times the average load, rounded
/// up.
///
/// Source: Mirrokni, Thorup, Zadimoghaddam: [Consistent Hashing with Bounded
/// Loads](https://arxiv.org/abs/1608.01350), 2016; HAProxy's `hash-balance-factor` is made after it.
public struct BoundedLoads<Position> where Position: FixedWidthInteger & UnsignedInteger & Sendable {
  // <declare>
  // 1. Remember the ring, the per cent, and the load of each node.
  private let ring: [Ring.Point<Position>]
  private let percent: Int
  private var loads: [String: Int] = [:]
  // </declare>

  /// Begins with all nodes idle.
  ///
  /// - Parameters:
  ///   - ring: the points, sorted as `buildRing` sorts them; a node may have any number of them.
  ///   - percent: c, times 100: 100 or more, and so small that the capacity's numerator and what rounds it up,
  ///     `percent` × m + 100 × n, fit an `Int`. A larger one is not asked for.
  /// - Throws: in this order: `Ring.LookupError.emptyRing` when there are no points,
  ///   `Ring.BalanceError.percentTooSmall` when `percent` is less than 100.
  public init(_ ring: [Ring.Point<Position>], percent: Int) throws {
    // <write>
    // 2. Refuse what cannot be balanced; at the beginning every node is idle.
    guard !ring.isEmpty else { throw Ring.LookupError.emptyRing }
    guard percent >= 100 else { throw Ring.BalanceError.percentTooSmall(percent) }
    self.ring = ring
    self.percent = percent
    for point in ring { loads[point.node] = 0 }
    // </write>
  }

  /// The requests that run at `node` now; 0 for a node that is not on the ring.
  public func load(of node: String) throws -> Int {
    // <write>
    // 3. The node may not be on the ring.
    return loads[node] ?? 0
    // </write>
  }

  /// How many requests a node may have once the next request has come: ⌈c·m/n⌉, where m counts the running requests and
  /// the next one. Exact: no rounding but this one.
  public var capacity: Int {
    get throws {
      // <write>
      // 4. The result is exact, and n counts nodes, not points.
      let requests = loads.values.reduce(1, +)
      let divisor = 100 * loads.count
      return (percent * requests + divisor - 1) / divisor
      // </write>
    }
  }

  /// Gives a request to the first node on the way from its key that has room: whose load is less than `capacity`.
  ///
  /// - Parameter key: the position of the request's key.
  /// - Returns: the name of the node; its load has grown by one.
  public mutating func begin(_ key: Position) throws -> String {
    // <write>
    // 5. One of them has room: were the load of each of n nodes ⌈c·m/n⌉ or more, m requests would be running, and only
    // m - 1 are.
    let most = try capacity
    for node in try replicas(loads.count, of: key, in: ring) where try load(of: node) < most {
      loads[node, default: 0] += 1
      return node
    }
    throw Ring.LookupError.tooFewNodes(wanted: 1, have: 0)
    // </write>
  }

  /// A request has ended at `node`. The running ones stay where they are, even where the capacity has shrunk below the
  /// load.
  ///
  /// - Throws: `Ring.BalanceError.nothingToEnd` when no request runs there; then nothing has changed.
  public mutating func end(at node: String) throws {
    // <write>
    // 6. Mind that nothing may run there; an error changes nothing.
    guard let load = loads[node], load > 0 else { throw Ring.BalanceError.nothingToEnd(at: node) }
    loads[node] = load - 1
    // </write>
  }
}
