import PostRoad

/// Round robin: the backends of a pool take turns, in the order of the pool, and after the last comes the first.
///
///     pool   a  b  c  d        c is down
///     turn   ^
///     picks  a  b  d  a  b  d  …
///
/// A backend that is down is skipped. It loses that turn and is owed nothing: when it is up again, it waits
/// until the turn comes round to it. Weights, active connections and names are ignored, whatever they are.
public struct RoundRobin {
  // TODO: 1. What has to be remembered from one call to the next?

  /// A pool in which the first backend has the first turn.
  ///
  /// - Parameter backends: the pool; its backends may be up or down, even all of them down.
  /// - Throws: `LB.PoolError.empty` when there is no backend.
  public init(_ backends: [LB.Backend]) throws {
    // TODO: 2. A pool without a backend can never serve anybody: refuse it here, not at the first pick.
    throw NotStarted()
  }

  /// Notes that a backend has gone down or come back. Whose turn it is does not change.
  ///
  /// - Parameters:
  ///   - index: the backend's index in the pool.
  ///   - isUp: whether it can be picked from now on; telling the same again changes nothing.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Then nothing changes.
  public mutating func mark(_ index: Int, isUp: Bool) throws {
    // TODO: 3. The index comes from outside: it can be any number that an Int can be.
    throw NotStarted()
  }

  /// Picks the backend whose turn it is, or the next one after it that is up.
  ///
  /// - Returns: its index in the pool. The next turn is that of the backend after it.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when all are down; the turn stays where
  ///   it is.
  public mutating func pick() throws -> Int {
    // TODO: 4. Who is up may come before the turn in the pool: the search goes round, and it must end.
    // TODO: 5. The next turn depends on who was picked, not on whose turn it was.
    // TODO: 6. When nobody is up, say how many you have asked. The turn is still where it was.
    throw NotStarted()
  }
}
