import PostRoad

/// Decides whether a failed request is sent again, and keeps the retries to a share of the traffic.
///
/// The first of these reasons against it is the answer:
///
/// 1. a part of a response was sent on to the client: `.responseBegan`;
/// 2. the request was sent, in whole or in part, and its method is not one of the six that RFC 9110 defines to be
///    idempotent: `.notIdempotent`. The names of methods are case-sensitive;
/// 3. this was the last attempt that the policy allows: `.attemptsUsed`;
/// 4. the balance is below 1: `.budgetUsed`.
///
/// The balance is what requests have paid in, less what retries have taken out, plus the reserve. A request pays
/// `percent` hundredths of a retry when it comes in, however it ends; a retry pays nothing. Each retry takes 1. Both count
/// while less than `window` seconds have passed, and are forgotten then. The reserve is `reservePerSecond` times `window`,
/// and always there.
///
/// All times are whole seconds, and never go back. `percent`, `reservePerSecond` and `window` are at most 1,000,000: what is
/// computed from them fits into an `Int`, and nobody checks that.
///
/// Source: [RFC 9110 §9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2); nginx,
/// [`proxy_next_upstream`](https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream), for 1 and for
/// what was not sent; the budget is Finagle's
/// [`RetryBudget`](https://twitter.github.io/finagle/docs/com/twitter/finagle/service/RetryBudget$.html), except that
/// its time comes in tenths of the window.
public struct Retry {
  // <declare>
  // 1. Remember the policy, and what was paid in and taken out in which second. In hundredths of a retry, all numbers are
  //    whole.
  private let policy: LB.RetryPolicy
  private var entries: [(second: Int, amount: Int)] = []

  // 2. The balance in hundredths: the reserve, and what is not forgotten yet.
  private func hundredths(_ now: Int) -> Int {
    let reserve = policy.reservePerSecond * policy.window * 100
    return entries.filter { now - $0.second < policy.window }.reduce(reserve) { $0 + $1.amount }
  }

  // 3. One entry a second is enough, and the old ones can go.
  private mutating func book(_ amount: Int, _ now: Int) {
    entries.removeAll { now - $0.second >= policy.window }
    if entries.last?.second != now { entries.append((now, 0)) }
    entries[entries.count - 1].amount += amount
  }
  // </declare>

  /// A balancer that has seen no request yet.
  ///
  /// - Throws: for the first setting that is too small `LB.RetryError.attemptsTooFew(_:)` below 1,
  ///   `LB.RetryError.budgetNegative(_:)` for `percent`, then for `reservePerSecond`, below 0,
  ///   `LB.RetryError.windowTooShort(_:)` below 1.
  public init(_ policy: LB.RetryPolicy = LB.RetryPolicy()) throws {
    // <write>
    // 4. Refuse settings that cannot work.
    guard policy.attempts >= 1 else { throw LB.RetryError.attemptsTooFew(policy.attempts) }
    for share in [policy.percent, policy.reservePerSecond] where share < 0 {
      throw LB.RetryError.budgetNegative(share)
    }
    guard policy.window >= 1 else { throw LB.RetryError.windowTooShort(policy.window) }
    self.policy = policy
    // </write>
  }

  /// Notes that a request has come in. It is called once for each request, whatever becomes of it.
  ///
  /// - Parameter now: the time in seconds.
  public mutating func request(now: Int) throws {
    // <write>
    // 5. It pays its share.
    book(policy.percent, now)
    // </write>
  }

  /// Says what comes after a failed attempt. On `.retry` the budget is charged; otherwise nothing changes.
  ///
  /// - Parameter now: the time in seconds.
  public mutating func failed(_ attempt: LB.FailedAttempt, now: Int) throws -> LB.RetryVerdict {
    // <write>
    // 6. What the client has cannot be taken back.
    if attempt.reach == .partlyAnswered { return .responseBegan }
    // 7. What a backend may have done already may be done twice only where twice is as good as once.
    let idempotent = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]
    guard attempt.reach == .notSent || idempotent.contains(attempt.method) else { return .notIdempotent }
    // 8. Two bounds: one for the request, one for the traffic. Pay only when all agree.
    guard attempt.number < policy.attempts else { return .attemptsUsed }
    guard hundredths(now) >= 100 else { return .budgetUsed }
    book(-100, now)
    return .retry
    // </write>
  }

  /// How many retries there could be now, one after the other; never below 0.
  ///
  /// - Parameter now: the time in seconds.
  public func balance(now: Int) throws -> Int {
    // <write>
    // 9. Whole retries. Entries are forgotten one by one, so the rest may be a debt.
    max(0, hundredths(now)) / 100
    // </write>
  }
}
