import PostRoad

/// Takes backends out of a pool without breaking what they are doing.
///
///     in the pool ── drain ──► draining ── no connection left, or deadline ──► drained
///          ▲                      │                                               │
///          └────────── resume ────┴──────────────────── resume ───────────────────┘
///
/// A backend that is draining gets no new connection; those it has go on and end. It is drained when the last one has
/// ended. At the deadline those that are left are cut, and it is drained all the same.
///
/// All times are whole seconds.
///
/// Source: the idea of HAProxy's server state
/// [`drain`](https://docs.haproxy.org/2.6/management.html#9.3) and of nginx's
/// [`worker_shutdown_timeout`](https://nginx.org/en/docs/ngx_core_module.html#worker_shutdown_timeout); the details are
/// ours.
public struct Draining {
  // <declare>
  // 1. Remember the pool with its counts, the deadline of each backend that leaves, and who has left.
  private var backends: [LB.Backend]
  private var deadlines: [Int?]
  private var isGone: [Bool]

  // 2. Every index from outside is checked before it is used.
  private func check(_ index: Int) throws {
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
  }
  // </declare>

  /// A pool in which nobody is draining. Counts begin with the backends' `activeConnections`.
  ///
  /// - Throws: `LB.PoolError.empty` when there is no backend.
  public init(_ backends: [LB.Backend]) throws {
    // <write>
    // 3. Refuse an empty pool.
    guard !backends.isEmpty else { throw LB.PoolError.empty }
    self.backends = backends
    deadlines = backends.map { _ in nil }
    isGone = backends.map { _ in false }
    // </write>
  }

  /// Those that may be given a new connection: up, and neither draining nor drained; weights do not matter. Their indices,
  /// in the order of the pool.
  ///
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when there is nobody.
  public func candidates() throws -> [Int] {
    // <write>
    // 4. Who is draining still has a deadline; who has left, too.
    let candidates = backends.indices.filter { backends[$0].isUp && deadlines[$0] == nil }
    guard !candidates.isEmpty else { throw LB.PoolError.noneAvailable(of: backends.count) }
    return candidates
    // </write>
  }

  /// Counts a new connection in, also on a backend that is down.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.DrainError.draining(at:)` when it
  ///   is draining or drained.
  public mutating func open(_ index: Int) throws {
    // <write>
    // 5. A pick that was made before the drain began is refused, too.
    try check(index)
    guard deadlines[index] == nil else { throw LB.DrainError.draining(at: index) }
    backends[index].activeConnections += 1
    // </write>
  }

  /// Counts a connection out that has ended, whether its backend is draining or not.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.PoolError.noConnection(at:)` when
  ///   it has no connection, or none any more.
  public mutating func close(_ index: Int) throws {
    // <write>
    // 6. What was cut cannot end again.
    try check(index)
    guard backends[index].activeConnections > 0 else { throw LB.PoolError.noConnection(at: index) }
    backends[index].activeConnections -= 1
    // </write>
  }

  /// Begins to drain a backend, up or down. Of two deadlines the earlier counts; one that is drained stays drained.
  ///
  /// - Parameters:
  ///   - index: the backend's index in the pool.
  ///   - seconds: how long its connections may go on; 0 cuts them at the next `settle`. A deadline that would be
  ///     after `Int.max` is `Int.max`.
  ///   - now: the time in seconds.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index;
  ///   `LB.HealthError.timeoutTooShort(_:)` when `seconds` is negative.
  public mutating func drain(_ index: Int, within seconds: Int, now: Int) throws {
    // <write>
    // 7. A second order can only hurry.
    try check(index)
    guard seconds >= 0 else { throw LB.HealthError.timeoutTooShort(seconds) }
    let seconds = min(seconds, Int.max - max(now, 0))
    deadlines[index] = min(deadlines[index] ?? .max, now + seconds)
    // </write>
  }

  /// Puts a backend that is draining or drained back into the pool; for others nothing changes.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index.
  public mutating func resume(_ index: Int) throws {
    // <write>
    // 8. Neither a deadline nor a farewell.
    try check(index)
    deadlines[index] = nil
    isGone[index] = false
    // </write>
  }

  /// Reports who has drained since the last call, and cuts what is left at the deadline.
  ///
  /// - Parameter now: the time in seconds.
  /// - Returns: those that are drained now and were not before, in the order of the pool.
  public mutating func settle(now: Int) throws -> [LB.Drained] {
    // <write>
    // 9. Everybody who leaves and has not left: is it idle, or is it time?
    var drained: [LB.Drained] = []
    for (index, deadline) in deadlines.enumerated() {
      guard let deadline, !isGone[index] else { continue }
      let left = backends[index].activeConnections
      guard left == 0 || now >= deadline else { continue }
      drained.append(LB.Drained(index: index, cut: left))
      backends[index].activeConnections = 0
      isGone[index] = true
    }
    return drained
    // </write>
  }
}
