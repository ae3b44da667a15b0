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
  // TODO: 1. What has to be remembered of a backend that has come back, and how is it told from one that was never down?

  /// A pool as it is when the balancer starts: whoever is up has its whole weight.
  ///
  /// - Parameters:
  ///   - backends: the pool; its backends may be up or down.
  ///   - window: the seconds that a slow start takes; 0 turns it off.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.PoolError.weightOutOfRange(_:at:)` for the first
  ///   one, up or down, whose weight is not in `LB.Backend.weights`; `LB.HealthError.timeoutTooShort(_:)` for a negative
  ///   window. They are checked in this order.
  public init(_ backends: [LB.Backend], window: Int) throws {
    // TODO: 2. Refuse what cannot work.
    throw NotStarted()
  }

  /// Notes that a backend has gone down or come back. Telling the same again changes nothing.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Nothing changes then.
  public mutating func mark(_ index: Int, isUp: Bool, now: Int) throws {
    // TODO: 3. Only a backend that was down begins anew.
    throw NotStarted()
  }

  /// The weights to pick by, in the order of the pool.
  ///
  /// - Parameter now: the time in seconds.
  public func weights(now: Int) throws -> [Int] {
    // TODO: 4. Down is nothing; without a slow start, or after it, the weight is whole.
    // TODO: 5. Compute exactly: neither 16 / window nor weight / 16 is a whole number.
    throw NotStarted()
  }
}
