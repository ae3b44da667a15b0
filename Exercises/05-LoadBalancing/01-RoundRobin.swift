import PostRoad

/// Round robin: the backends of a pool take turns, in the order of the pool, and after the last comes the first.
///
///     pool   a  b  c  d        c is down
///     turn   ^
///     picks  a  b  d  a  b  d  …
///
/// A backend that is down is passed over. It loses that turn and is owed nothing: when it is up again, it waits
/// until the turn comes round to it. Weights and active connections are not looked at.
public struct RoundRobin {
  // TODO: 1. Remember the pool, and the index at which the next search begins.

  /// A pool in which the first backend has the first turn.
  ///
  /// - Parameter backends: the pool; its backends may be up or down.
  /// - Throws: `LB.PoolError.empty` when there is no backend.
  public init(_ backends: [LB.Backend]) throws {
    // TODO: 2. A pool without a backend can never serve anybody: refuse it here, not at the first pick.
    throw NotStarted()
  }

  /// Notes that a backend has gone down or come back. Whose turn it is does not change.
  ///
  /// - Parameters:
  ///   - index: the backend's index in the pool.
  ///   - isUp: whether it can be picked from now on; telling the same again is no mistake.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index.
  public mutating func mark(_ index: Int, isUp: Bool) throws {
    // TODO: 3. An index from outside is checked before it is used: it may be negative, too.
    throw NotStarted()
  }

  /// Picks the backend whose turn it is, or the next one after it that is up.
  ///
  /// - Returns: its index in the pool. The next turn is that of the backend behind it.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when all are down; the turn stays where
  ///   it is.
  public mutating func pick() throws -> Int {
    // TODO: 4. Look at every backend once, beginning where the turn is, and go on at the front after the last.
    // TODO: 5. The first one that is up is picked; the next turn is behind *it*.
    // TODO: 6. After a full circle without anybody, say how many you have asked.
    throw NotStarted()
  }
}
