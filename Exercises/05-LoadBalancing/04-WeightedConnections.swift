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
  // TODO: 1. What has to be remembered besides the pool? `smooth` and `longestUnchanged` each need something of their own.
  // TODO: 2. A helper is welcome here: what a rule divides by the weight.
  // TODO: 3. Another one: a count changes in two places, and `longestUnchanged` depends on both.

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
    // TODO: 4. Refuse what smooth weighted round robin refuses. In the beginning the backends stand in the pool's order.
    throw NotStarted()
  }

  /// Notes that a backend has gone down or come back. Its connections are still counted, and nothing else changes: a
  /// mark does not change a count, so `longestUnchanged` ignores it, and the current weights of `smooth` stand still.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Then nothing changes.
  public mutating func mark(_ index: Int, isUp: Bool) throws {
    // TODO: 5. Check the index, then note it.
    throw NotStarted()
  }

  /// Picks a backend for a new connection and counts it in.
  ///
  /// - Returns: its index in the pool.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody takes part; nothing changes then.
  public mutating func open() throws -> Int {
    // TODO: 6. Several can have the least value. Compare exactly: neither a Double nor an integer division does.
    // TODO: 7. Without anybody nothing changes.
    // TODO: 8. Choose among the equals by the rule for ties.
    // TODO: 9. Count the new connection in.
    throw NotStarted()
  }

  /// Counts a connection out that has ended, whether its backend is up or down.
  ///
  /// - Parameter index: the index of the backend that had it.
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index;
  ///   `LB.PoolError.noConnection(at:)` when this backend has no connection that could end. Then nothing changes.
  public mutating func close(_ index: Int) throws {
    // TODO: 10. A count below zero would draw all the traffic. What is refused changes nothing, for no rule.
    throw NotStarted()
  }
}
