import PostRoad

/// Keeps the second of each request and of each retry, and counts those that are not forgotten by halving; the balance is
/// computed from the two counts.
public struct Retry {
  private let policy: LB.RetryPolicy
  private var requests: [Int] = []
  private var retries: [Int] = []

  public init(_ policy: LB.RetryPolicy = LB.RetryPolicy()) throws {
    if policy.attempts < 1 { throw LB.RetryError.attemptsTooFew(policy.attempts) }
    if policy.percent < 0 { throw LB.RetryError.budgetNegative(policy.percent) }
    if policy.reservePerSecond < 0 { throw LB.RetryError.budgetNegative(policy.reservePerSecond) }
    if policy.window < 1 { throw LB.RetryError.windowTooShort(policy.window) }
    self.policy = policy
  }

  public mutating func request(now: Int) throws {
    note(now, in: &requests)
  }

  public mutating func failed(_ attempt: LB.FailedAttempt, now: Int) throws -> LB.RetryVerdict {
    switch (attempt.reach, attempt.method) {
    case (.partlyAnswered, _): return .responseBegan
    case (.notSent, _): break
    case (.unanswered, "GET"), (.unanswered, "HEAD"), (.unanswered, "OPTIONS"): break
    case (.unanswered, "TRACE"), (.unanswered, "PUT"), (.unanswered, "DELETE"): break
    case (.unanswered, _): return .notIdempotent
    }
    if attempt.number >= policy.attempts { return .attemptsUsed }
    if try balance(now: now) == 0 { return .budgetUsed }
    note(now, in: &retries)
    return .retry
  }

  public func balance(now: Int) throws -> Int {
    let paid = policy.percent * recent(requests, now).count
    let free = policy.reservePerSecond * policy.window - recent(retries, now).count
    return max(0, 100 * free + paid) / 100
  }

  private func note(_ now: Int, in seconds: inout [Int]) {
    seconds.removeFirst(seconds.count - recent(seconds, now).count)
    seconds.append(now)
  }

  /// Seconds never go back, so what is forgotten comes first.
  private func recent(_ seconds: [Int], _ now: Int) -> ArraySlice<Int> {
    var (low, high) = (0, seconds.count)
    while low < high {
      let middle = (low + high) / 2
      if now - seconds[middle] < policy.window { high = middle } else { low = middle + 1 }
    }
    return seconds[low...]
  }
}
