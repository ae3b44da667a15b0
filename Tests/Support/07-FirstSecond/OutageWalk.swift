import PostRoad

/// A second implementation of an outage: a walk from millisecond to millisecond, in which checks begin and fail, answers are given and
/// kept, and nothing is computed ahead.
public struct OutageWalk: Sendable {
  private let outage: Steering.Outage
  /// The first millisecond in which the death is known.
  public let detected: Int64

  public init(_ outage: Steering.Outage) {
    self.outage = outage
    let checks = outage.checks
    var (now, next, failures) = (min(checks.first, outage.death), checks.first, 0)
    var failing: [Int64] = []
    while true {
      if now == next {
        if now < outage.death { failures = 0 } else { failing.append(now) }
        next += Int64(checks.interval)
      }
      if let begun = failing.first, now == begun + Int64(checks.timeout) {
        failing.removeFirst()
        failures += 1
        if failures == Int(checks.fall) { break }
      }
      now += 1
    }
    detected = now
  }

  /// Whether a client is lost that asks at `asked`, and goes where it was told as often as it may.
  public func lostTimes(askedAt asked: Int64) -> [Int64] {
    switch outage.method {
    case .dns(let ttl, let kept):
      guard asked < detected else { return [] }
      let seconds =
        ttl < kept.lowerBound ? kept.lowerBound : ttl > kept.upperBound ? kept.upperBound : ttl
      let end = max(asked + 1, asked + Int64(seconds) * 1_000)
      return (asked..<end).filter { $0 >= outage.death }
    case .anycast(let convergence):
      let end = detected + Int64(convergence)
      return (asked..<max(asked, end)).filter { $0 >= outage.death }
    }
  }
}
