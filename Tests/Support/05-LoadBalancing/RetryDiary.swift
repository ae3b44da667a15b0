import PostRoad

/// A retry budget as a diary, to check against: there are no amounts and no running balance. It is a list of moments, and
/// the question is how many of them lie in the window.
public struct RetryDiary {
  private let policy: LB.RetryPolicy
  private var requests: [Int] = []
  private var retries: [Int] = []

  public init(_ policy: LB.RetryPolicy) { self.policy = policy }

  public mutating func noteRequest(at moment: Int) { requests.append(moment) }
  public mutating func noteRetry(at moment: Int) { retries.append(moment) }

  /// Whether one more retry now keeps the retries of the last `window` seconds to what they may be.
  public func allowsRetry(now: Int) -> Bool {
    let seconds = (now - policy.window + 1)...now
    let paid = Double(requests.filter { seconds.contains($0) }.count) * Double(policy.percent) / 100
    let free = Double(policy.reservePerSecond * policy.window)
    return Double(retries.filter { seconds.contains($0) }.count + 1) <= paid + free + 1e-9
  }
}
