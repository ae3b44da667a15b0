import PostRoad

/// Smooth weighted round robin: every backend gets its share, and nobody gets it all at once.
///
/// Each backend has a *current weight*, 0 at first. A pick is three steps over the backends that take part:
///
///     1. raise each current weight by the backend's own weight
///     2. pick the greatest current weight, the first of several in the order of the pool
///     3. lower the picked one's current weight by the sum of the weights that were raised
///
/// With weights 5, 1, 1 this gives `aabacaa`, where a plain weighted round robin would give `aaaaabc`.
///
/// A backend takes part when it is up and its weight is not 0. One that does not is neither raised nor counted in
/// the sum and cannot be picked; its current weight stands still, and it goes on from there when it takes part again.
///
/// Source: nginx,
/// [commit 52327e0627f4](https://github.com/nginx/nginx/commit/52327e0627f49dbda1e8db695e63a4b0af4448b1), and
/// `ngx_stream_upstream_get_peer` of today. nginx refuses a weight of 0; that it takes no share is the rule of HAProxy
/// and of IPVS.
public struct SmoothWRR {
  // <declare>
  // 1. What has to be remembered from one pick to the next?
  private var backends: [LB.Backend]
  private var current: [Int]
  // </declare>

  /// A pool in which every current weight is 0.
  ///
  /// - Parameter backends: the pool; its backends may be up or down, even all of them down.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.PoolError.weightOutOfRange(_:at:)` for the first
  ///   one, up or down, whose weight is not in `LB.Backend.weights`. In this range no sum of weights can overflow.
  public init(_ backends: [LB.Backend]) throws {
    // <write>
    // 2. Refuse an empty pool and weights out of range.
    guard !backends.isEmpty else { throw LB.PoolError.empty }
    for (index, backend) in backends.enumerated() where !LB.Backend.weights.contains(backend.weight) {
      throw LB.PoolError.weightOutOfRange(backend.weight, at: index)
    }
    self.backends = backends
    current = Array(repeating: 0, count: backends.count)
    // </write>
  }

  /// The current weight of each backend, in the order of the pool, as the last pick left it.
  ///
  /// Reading it never fails: it is `throws` only so that the stub can throw `NotStarted`.
  public var currentWeights: [Int] {
    get throws {
      // <write>
      // 3. Show the state as it is.
      return current
      // </write>
    }
  }

  /// Notes that a backend has gone down or come back. No current weight changes.
  ///
  /// - Parameters:
  ///   - index: the backend's index in the pool.
  ///   - isUp: whether it can be picked from now on; telling the same again changes nothing.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Then nothing changes.
  public mutating func mark(_ index: Int, isUp: Bool) throws {
    // <write>
    // 4. As in round robin: check the index, then note it.
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
    backends[index].isUp = isUp
    // </write>
  }

  /// Picks the backend with the greatest current weight after raising, and lowers it.
  ///
  /// - Returns: its index in the pool.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody takes part; no current
  ///   weight changes then.
  public mutating func pick() throws -> Int {
    // <write>
    // 5. Who takes part? Compare after the raise; among equals the first in the pool wins.
    var total = 0
    var best: Int?
    for index in backends.indices where backends[index].isUp && backends[index].weight > 0 {
      current[index] += backends[index].weight
      total += backends[index].weight
      if let known = best, current[index] <= current[known] { continue }
      best = index
    }
    // 6. Without anybody there is nothing to lower.
    guard let best else { throw LB.PoolError.noneAvailable(of: backends.count) }
    // 7. What was given out in this pick is taken back in this pick: the current weights add up to 0 again.
    current[best] -= total
    return best
    // </write>
  }
}
