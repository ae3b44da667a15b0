import PostRoad

/// Picks the backend that will probably answer first: recent latency, times the requests it has to answer before.
///
/// For each backend an average latency is kept, and the moment at which it was last changed. When a request ends:
///
///     latency > average   average = latency                          a peak counts in full, at once
///     otherwise           average = average · w + latency · (1 − w)  and is forgotten slowly
///
/// where w is `LB.remaining(after:lifetime:)` for the time since that moment. What a backend costs at some moment:
///
///     average · w · (outstanding + 1)       when it has answered before
///     0                                     when it has not, and nothing is outstanding
///     LB.unmeasuredCost + outstanding       when it has not, and something is
///
/// All times are seconds. A clock that goes back is taken for one that stands still, a negative latency for 0.
///
/// Source: Finagle's
/// [`PeakEwma`](https://github.com/twitter/finagle/blob/develop/finagle-core/src/main/scala/com/twitter/finagle/loadbalancer/PeakEwma.scala),
/// but reading a cost changes nothing here.
public struct PeakEWMA {
  // TODO: 1. Remember the pool and the lifetime, and of each backend its average, if it has one, and that average's moment.
  // TODO: 2. How much of a backend's average is left at some moment.

  /// A pool in which nobody has answered yet. What is outstanding begins with the backends' `activeConnections`.
  ///
  /// - Parameters:
  ///   - backends: the pool; those that are down are not picked.
  ///   - lifetime: the mean lifetime of an average, in seconds.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.TimeError.notPositive(_:)` for a lifetime that is not
  ///   above 0.
  public init(_ backends: [LB.Backend], lifetime: Double) throws {
    // TODO: 3. Refuse an empty pool, and a lifetime that is 0, negative or not a number.
    throw NotStarted()
  }

  /// What each backend costs, in the order of the pool, up or down.
  ///
  /// - Parameter now: the time in seconds.
  public func costs(now: Double) throws -> [Double] {
    // TODO: 4. Tell who has never answered from who answers fast.
    throw NotStarted()
  }

  /// Picks the backend that costs least, the first of several, and counts a request in.
  ///
  /// - Parameter now: the time in seconds.
  /// - Returns: its index in the pool.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody is up.
  public mutating func begin(now: Double) throws -> Int {
    // TODO: 5. Only those that are up; an equal cost does not displace the one before it.
    throw NotStarted()
  }

  /// Counts a request out that was answered, and learns from how long that took.
  ///
  /// - Parameters:
  ///   - index: the backend that answered.
  ///   - latency: the seconds from the request to the answer.
  ///   - now: the time in seconds.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.PoolError.noConnection(at:)` when
  ///   nothing was outstanding there.
  public mutating func end(_ index: Int, latency: Double, now: Double) throws {
    // TODO: 6. Check before you count.
    // TODO: 7. A first latency and a peak are taken as they are, anything else is mixed in.
    // TODO: 8. The moment never goes back.
    throw NotStarted()
  }
}
