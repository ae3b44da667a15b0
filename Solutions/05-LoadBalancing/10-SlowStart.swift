import PostRoad

/// The weights of a pool in which whoever comes back begins slowly.
///
/// A backend that was down and has come up has less than its weight for a while, the *window*. It grows in steps of a
/// sixteenth, and never begins at nothing:
///
///     step     min(16, ⌊16 · seconds up / window⌋ + 1)
///     weight   ⌈own weight · step / 16⌉
///
/// - A backend that is up from the beginning has its whole weight: a balancer that starts must not slow down everybody.
/// - A backend that is down has the weight 0, and one whose own weight is 0 keeps it.
/// - At a time before it came up (clocks go back), a backend has its whole weight. Asking changes nothing for later times.
///
/// All times, and the window, are whole seconds from 0 to 4,294,967,295, so no product overflows: 16 · 2^32 is 2^36, and
/// 16 times the largest weight is below 2^35.
///
/// Source: HAProxy's `slowstart` ([manual, 5.2](https://docs.haproxy.org/2.6/configuration.html#5.2)),
/// `server_recalc_eweight`.
public struct SlowStart {
  // <declare>
  // 1. What has to be remembered of a backend that has come back, and how is it told from one that was never down?
  private var backends: [LB.Backend]
  private let window: Int
  private var since: [Int?]
  // </declare>

  /// A pool as it is when the balancer starts: whoever is up has its whole weight.
  ///
  /// - Parameters:
  ///   - backends: the pool; its backends may be up or down.
  ///   - window: the seconds that a slow start takes; 0 turns it off.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.PoolError.weightOutOfRange(_:at:)` for the first
  ///   one, up or down, whose weight is not in `LB.Backend.weights`; `LB.HealthError.timeoutTooShort(_:)` for a negative
  ///   window. They are checked in this order.
  public init(_ backends: [LB.Backend], window: Int) throws {
    // <write>
    // 2. Refuse what cannot work.
    guard !backends.isEmpty else { throw LB.PoolError.empty }
    for (index, backend) in backends.enumerated() where !LB.Backend.weights.contains(backend.weight) {
      throw LB.PoolError.weightOutOfRange(backend.weight, at: index)
    }
    guard window >= 0 else { throw LB.HealthError.timeoutTooShort(window) }
    self.backends = backends
    self.window = window
    since = backends.map { _ in nil }
    // </write>
  }

  /// Notes that a backend has gone down or come back. Telling the same again changes nothing.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Nothing changes then.
  public mutating func mark(_ index: Int, isUp: Bool, now: Int) throws {
    // <write>
    // 3. Only a backend that was down begins anew.
    guard backends.indices.contains(index) else {
      throw LB.PoolError.noBackend(at: index, count: backends.count)
    }
    if isUp && !backends[index].isUp { since[index] = now }
    backends[index].isUp = isUp
    // </write>
  }

  /// The weights to pick by, in the order of the pool.
  ///
  /// - Parameter now: the time in seconds.
  public func weights(now: Int) throws -> [Int] {
    // <write>
    // 4. Down is nothing; without a slow start, or after it, the weight is whole.
    // 5. Compute exactly: neither 16 / window nor weight / 16 is a whole number.
    backends.indices.map { index in
      let weight = backends[index].weight
      guard backends[index].isUp else { return 0 }
      guard let start = since[index], now >= start, now - start < window else { return weight }
      let step = 16 * (now - start) / window + 1
      return (weight * step + 15) / 16
    }
    // </write>
  }
}
