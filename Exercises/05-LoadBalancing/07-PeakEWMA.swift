import PostRoad

/// Picks the backend that will probably answer first: recent latency, times the requests it has to answer before.
///
/// For each backend an average latency is kept, and the moment at which it was last changed. When a request ends:
///
///     latency > average   average = latency                          a peak counts in full, at once
///     otherwise           average = average · w + latency · (1 − w)  and is forgotten slowly
///
/// where w is `LB.remaining(after:lifetime:)` for the time since that moment, and the average is the one that was kept
/// then, not what is left of it. The first latency is the first average. What a backend costs at some moment:
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
  // TODO: 1. What has to be remembered of each backend? Some have never answered.
  // TODO: 2. A helper is welcome here: how much of a backend's average is left at some moment. Clocks go back.

  /// A pool in which nobody has answered yet. What is outstanding begins with the backends' `activeConnections`.
  ///
  /// - Parameters:
  ///   - backends: the pool; those that are down are not picked.
  ///   - lifetime: the mean lifetime of an average, in seconds. It may be endless.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.TimeError.notPositive(_:)` for a lifetime that is not
  ///   above 0. They are checked in this order. What is not a number (NaN) is not above 0 either.
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
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody is up; nothing changes then.
  public mutating func begin(now: Double) throws -> Int {
    // TODO: 5. Only those that are up; of equals the first in the pool.
    throw NotStarted()
  }

  /// Counts a request out that was answered, and learns from how long that took.
  ///
  /// - Parameters:
  ///   - index: the backend that answered.
  ///   - latency: the seconds from the request to the answer.
  ///   - now: the time in seconds.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index; `LB.PoolError.noConnection(at:)` when
  ///   nothing was outstanding there. Nothing changes then.
  public mutating func end(_ index: Int, latency: Double, now: Double) throws {
    // TODO: 6. Check before you count.
    // TODO: 7. Is it the first, a peak, or neither? And what if the latency is below 0?
    // TODO: 8. The moment never goes back.
    throw NotStarted()
  }
}
