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
  // <declare>
  // 1. What has to be remembered of each backend? Some have never answered.
  private var backends: [LB.Backend]
  private let lifetime: Double
  private var averages: [Double?]
  private var moments: [Double]

  // 2. A helper is welcome here: how much of a backend's average is left at some moment. Clocks go back.
  private func remaining(_ index: Int, _ now: Double) -> Double {
    LB.remaining(after: max(0, now - moments[index]), lifetime: lifetime)
  }
  // </declare>

  /// A pool in which nobody has answered yet. What is outstanding begins with the backends' `activeConnections`.
  ///
  /// - Parameters:
  ///   - backends: the pool; those that are down are not picked.
  ///   - lifetime: the mean lifetime of an average, in seconds. It may be endless.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.TimeError.notPositive(_:)` for a lifetime that is not
  ///   above 0. They are checked in this order. What is not a number (NaN) is not above 0 either.
  public init(_ backends: [LB.Backend], lifetime: Double) throws {
    // <write>
    // 3. Refuse an empty pool, and a lifetime that is 0, negative or not a number.
    guard !backends.isEmpty else { throw LB.PoolError.empty }
    guard lifetime > 0 else { throw LB.TimeError.notPositive(lifetime) }
    self.backends = backends
    self.lifetime = lifetime
    averages = backends.map { _ in nil }
    moments = backends.map { _ in -.infinity }
    // </write>
  }

  /// What each backend costs, in the order of the pool, up or down.
  ///
  /// - Parameter now: the time in seconds.
  public func costs(now: Double) throws -> [Double] {
    // <write>
    // 4. Tell who has never answered from who answers fast.
    backends.indices.map { index in
      let outstanding = Double(backends[index].activeConnections)
      guard let average = averages[index] else {
        return outstanding == 0 ? 0 : LB.unmeasuredCost + outstanding
      }
      return average * remaining(index, now) * (outstanding + 1)
    }
    // </write>
  }

  /// Picks the backend that costs least, the first of several, and counts a request in.
  ///
  /// - Parameter now: the time in seconds.
  /// - Returns: its index in the pool.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody is up; nothing changes then.
  public mutating func begin(now: Double) throws -> Int {
    // <write>
    // 5. Only those that are up; of equals the first in the pool.
    let costs = try costs(now: now)
    var best: Int?
    for index in backends.indices where backends[index].isUp {
      if let known = best, costs[index] >= costs[known] { continue }
      best = index
    }
    guard let best else { throw LB.PoolError.noneAvailable(of: backends.count) }
    backends[best].activeConnections += 1
    return best
    // </write>
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
    // <write>
    // 6. Check before you count.
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
    guard backends[index].activeConnections > 0 else { throw LB.PoolError.noConnection(at: index) }
    backends[index].activeConnections -= 1
    // 7. Is it the first, a peak, or neither? And what if the latency is below 0?
    let latency = max(0, latency)
    if let average = averages[index], latency <= average {
      let weight = remaining(index, now)
      averages[index] = average * weight + latency * (1 - weight)
    } else {
      averages[index] = latency
    }
    // 8. The moment never goes back.
    moments[index] = max(now, moments[index])
    // </write>
  }
}
