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
  // TODO: 1. Remember the pool with its counts, the deadline of each backend that leaves, and who has left.
  // TODO: 2. Every index from outside is checked before it is used.

  /// A pool in which nobody is draining. Counts begin with the backends' `activeConnections`.
  ///
  /// - Throws: `LB.PoolError.empty` when there is no backend.
  public init(_ backends: [LB.Backend]) throws {
    // TODO: 3. Refuse an empty pool.
    throw NotStarted()
  }

  /// Those that may be given a new connection: up, and neither draining nor drained; weights do not matter. Their indices,
  /// in the order of the pool.
  ///
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when there is nobody.
  public func candidates() throws -> [Int] {
    // TODO: 4. Who is draining still has a deadline; who has left, too.
    throw NotStarted()
  }

  /// Counts a new connection in, also on a backend that is down.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.DrainError.draining(at:)` when it
  ///   is draining or drained.
  public mutating func open(_ index: Int) throws {
    // TODO: 5. A pick that was made before the drain began is refused, too.
    throw NotStarted()
  }

  /// Counts a connection out that has ended, whether its backend is draining or not.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.PoolError.noConnection(at:)` when
  ///   it has no connection, or none any more.
  public mutating func close(_ index: Int) throws {
    // TODO: 6. What was cut cannot end again.
    throw NotStarted()
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
    // TODO: 7. A second order can only hurry.
    throw NotStarted()
  }

  /// Puts a backend that is draining or drained back into the pool; for others nothing changes.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index.
  public mutating func resume(_ index: Int) throws {
    // TODO: 8. Neither a deadline nor a farewell.
    throw NotStarted()
  }

  /// Reports who has drained since the last call, and cuts what is left at the deadline.
  ///
  /// - Parameter now: the time in seconds.
  /// - Returns: those that are drained now and were not before, in the order of the pool.
  public mutating func settle(now: Int) throws -> [LB.Drained] {
    // TODO: 9. Everybody who leaves and has not left: is it idle, or is it time?
    throw NotStarted()
  }
}
