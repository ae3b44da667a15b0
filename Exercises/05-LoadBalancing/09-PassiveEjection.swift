import PostRoad

/// Takes backends out of the pool whose requests fail, and lets each try again later: nginx's `max_fails` and
/// `fail_timeout`.
///
/// Each backend has a count of failures and two moments: when it was last *checked* and when it last *failed*.
///
///     closed      fewer failures than max_fails                              it is a candidate
///     open        max_fails or more, checked fail_timeout ago or less        it is not
///     half-open   max_fails or more, checked longer ago                      it is, until somebody takes it
///
/// - A request begins: if the backend was last checked more than `fail_timeout` ago, now is its new moment of checking.
///   A half-open backend is thereby open again for everybody else, and this request is its probe.
/// - A request fails: one failure more, and now is both moments.
/// - A request succeeds: if the backend was checked after it last failed, its failures are forgotten.
///
/// All times are whole seconds from 0 on. In the beginning there are no failures, and both moments lie endlessly far
/// back. Nothing is forgotten only because it is long ago.
///
/// When nobody would be left, all that are up are candidates, however often they failed: the last one is never ejected.
/// Weights and connections are ignored, whatever they are.
///
/// Source: nginx,
/// [`max_fails` and `fail_timeout`](https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server),
/// `ngx_http_upstream_round_robin.c`. nginx itself spares the last backend only in a pool of one.
public struct PassiveEjection {
  // TODO: 1. What has to be remembered of each backend?
  // TODO: 2. A helper is welcome here: both a candidate and a request ask how long ago a backend was checked.
  // TODO: 3. Every index from outside is checked before it is used.

  /// A pool without failures.
  ///
  /// - Parameters:
  ///   - backends: the pool; those that are down are never candidates.
  ///   - maximumFails: the failures that eject a backend; 0 ejects nobody.
  ///   - failTimeout: the seconds it is ejected for.
  /// - Throws: `LB.PoolError.empty` when there is no backend; `LB.HealthError.thresholdTooSmall(_:)` when
  ///   `maximumFails` is negative; `LB.HealthError.timeoutTooShort(_:)` when `failTimeout` is below 1. They are checked in
  ///   this order.
  public init(_ backends: [LB.Backend], maximumFails: Int, failTimeout: Int) throws {
    // TODO: 4. Refuse settings that cannot work.
    throw NotStarted()
  }

  /// Those among whom a request may choose.
  ///
  /// - Parameter now: the time in seconds; it never goes back.
  /// - Returns: their indices, in the order of the pool; never an empty list.
  /// - Throws: `LB.PoolError.noneAvailable(of:)` with the size of the pool when nobody is up.
  public func candidates(now: Int) throws -> [Int] {
    // TODO: 5. Asking changes nothing: a half-open backend stays half-open until a request begins.
    // TODO: 6. Better a backend that failed than none.
    throw NotStarted()
  }

  /// Notes that a request was given to a backend.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Nothing changes then.
  public mutating func begin(_ index: Int, now: Int) throws {
    // TODO: 7. Not every request is a check.
    throw NotStarted()
  }

  /// Notes how a request of a backend ended.
  ///
  /// - Throws: `LB.PoolError.noBackend(at:count:)` when the pool has no such index. Nothing changes then.
  public mutating func end(_ index: Int, passed: Bool, now: Int) throws {
    // TODO: 8. A failure counts, and sets both moments.
    // TODO: 9. Not every success forgets the failures.
    throw NotStarted()
  }
}
