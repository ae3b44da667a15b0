import PostRoad

/// Least connections with weights: who has the fewest connections for what it can carry?
///
/// A `LB.ConnectionRule` gives every backend a value, the least value wins, and a `LB.TieRule` decides among equals.
/// This type counts the connections itself: `open()` picks a backend and counts one in, `close(_:)` counts one out.
///
///     weights       5    3    1
///     connections   3    1    0
///     weighted     3/5  1/3   0     c wins
///     shortest     4/5  2/3   1     b wins
///     never queue  4/5  2/3   0     c wins
///
/// A backend takes part when it is up and its weight is not 0. Values are compared exactly: 1/3 and 2/6 are equal, and
/// two that differ are told apart, however little. A count is never above 4,294,967,294, so that no product overflows:
/// n + 1 is below 2^32, a weight below 2^31, and their product below 2^63.
///
/// Source: [ipvsadm(8)](https://man7.org/linux/man-pages/man8/ipvsadm.8.html), `wlc`, `sed` and `nq`. nginx's
/// [`least_conn`](https://nginx.org/en/docs/stream/ngx_stream_upstream_module.html#least_conn) is `weighted` with
/// `smooth`; HAProxy 2.6's `leastconn` is `neverQueue` with `longestUnchanged`.
public struct WeightedConnections {
  // <declare>
  // 1. What has to be remembered besides the pool? `smooth` and `longestUnchanged` each need something of their own.
  private var backends: [LB.Backend]
  private let rule: LB.ConnectionRule
  private let ties: LB.TieRule
  private var current: [Int]
  private var changed: [Int]
  private var steps: Int

  // 2. A helper is welcome here: what a rule divides by the weight.
  private func connections(_ index: Int) -> Int {
    let active = backends[index].activeConnections
    switch rule {
    case .weighted: return active
    case .shortestDelay: return active + 1
    case .neverQueue: return active == 0 ? 0 : active + 1
    }
  }

  // 3. Another one: a count changes in two places, and `longestUnchanged` depends on both.
  private mutating func count(_ index: Int, by change: Int) {
    backends[index].activeConnections += change
    steps += 1
    changed[index] = steps
  }
  // </declare>

  /// A pool whose counts are those of the backends given.
  ///
  /// - Parameters:
  ///   - backends: the pool; its backends may be up or down, even all of them down. Their counts are not below 0; nobody has to
  ///     check them.
  ///   - rule: what the backends are compared by.
  ///   - ties: who wins among equals.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.PoolError.weightOutOfRange(_:at:)` for the first
  ///   one, up or down, whose weight is not in `LB.Backend.weights`.
  public init(_ backends: [LB.Backend], by rule: LB.ConnectionRule, ties: LB.TieRule) throws {
    // <write>
    // 4. Refuse what smooth weighted round robin refuses. In the beginning the backends stand in the pool's order.
    guard !backends.isEmpty else { throw LB.PoolError.empty }
    for (index, backend) in backends.enumerated() where !LB.Backend.weights.contains(backend.weight) {
      throw LB.PoolError.weightOutOfRange(backend.weight, at: index)
    }
    self.backends = backends
    self.rule = rule
    self.ties = ties
    current = Array(repeating: 0, count: backends.count)
    changed = Array(backends.indices)
    steps = backends.count
    // </write>
  }

  /// Notes that a backend has gone down or come back. Its connections are still counted, and nothing else changes: a
  /// mark does not change a count, so `longestUnchanged` ignores it, and the current weights of `smooth` stand still.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Then nothing changes.
  public mutating func mark(_ index: Int, isUp: Bool) throws {
    // <write>
    // 5. Check the index, then note it.
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
    backends[index].isUp = isUp
    // </write>
  }

  /// Picks a backend for a new connection and counts it in.
  ///
  /// - Returns: its index in the pool.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody takes part; nothing changes then.
  public mutating func open() throws -> Int {
    // <write>
    // 6. Several can have the least value. Compare exactly: neither a Double nor an integer division does.
    var least: [Int] = []
    for index in backends.indices where backends[index].isUp && backends[index].weight > 0 {
      if let known = least.first {
        let this = connections(index) * backends[known].weight
        let other = connections(known) * backends[index].weight
        if this > other { continue }
        if this < other { least = [] }
      }
      least.append(index)
    }
    // 7. Without anybody nothing changes.
    guard var picked = least.first else { throw LB.PoolError.noneAvailable(of: backends.count) }
    // 8. Choose among the equals by the rule for ties.
    switch ties {
    case .first: break
    case .longestUnchanged:
      for index in least where changed[index] < changed[picked] { picked = index }
    case .smooth:
      for index in least {
        current[index] += backends[index].weight
        if current[index] > current[picked] { picked = index }
      }
      current[picked] -= least.reduce(0) { $0 + backends[$1].weight }
    }
    // 9. Count the new connection in.
    count(picked, by: 1)
    return picked
    // </write>
  }

  /// Counts a connection out that has ended, whether its backend is up or down.
  ///
  /// - Parameter index: the index of the backend that had it.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index;
  ///   `LB.PoolError.noConnection(at:)` when this backend has no connection that could end. Then nothing changes.
  public mutating func close(_ index: Int) throws {
    // <write>
    // 10. A count below zero would draw all the traffic. What is refused changes nothing, for no rule.
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
    guard backends[index].activeConnections > 0 else { throw LB.PoolError.noConnection(at: index) }
    count(index, by: -1)
    // </write>
  }
}
