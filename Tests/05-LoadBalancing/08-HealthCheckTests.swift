import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HealthCheckTests {
  // HAProxy manual 5.2, fall: consecutive unsuccessful health checks
  @Test func `fall failed checks in a row take it down`() throws {
    let states = try states(after: "oxxxx", rise: 2, fall: 3)
    #expect(states == "UUUDD", "the third failed check in a row takes it down")
  }

  // HAProxy manual 5.2, fall: consecutive
  @Test func `a passed check in between begins the fall anew`() throws {
    let states = try states(after: "oxxoxxoxxx", rise: 2, fall: 3)
    #expect(states == "UUUUUUUUUD", "two failed checks, twice, are not three in a row")
  }

  // HAProxy manual 5.2, rise: consecutive successful health checks
  @Test func `rise passed checks in a row bring it up`() throws {
    let states = try states(after: "xxooo", rise: 3, fall: 1)
    #expect(states == "DDDDU", "the third passed check in a row brings it up")
  }

  // HAProxy manual 5.2, rise: consecutive
  @Test func `a failed check in between begins the rise anew`() throws {
    let states = try states(after: "oxxooxooxooo", rise: 3, fall: 2)
    #expect(states == "UUDDDDDDDDDU", "two passed checks, twice, are not three in a row")
  }

  // Recorded: HAProxy 2.6.12, a server whose first check of all fails
  @Test func `before the first check it is up, but at the edge`() throws {
    let fresh = try HealthCheck(rise: 2, fall: 3, intervals: LB.CheckIntervals(), now: 0)
    let isUp = try fresh.isUp
    #expect(isUp, "nobody has said anything against it")
    let failed = try states(after: "xoo", rise: 2, fall: 3)
    #expect(failed == "DDU", "nothing has ever passed, so the first failure is enough")
    let passed = try states(after: "oxxx", rise: 2, fall: 3)
    #expect(passed == "UUUD", "one passed check, and it takes three failures")
  }

  // Our rule: a change is told once, when it happens
  @Test func `a change is told once`() throws {
    var check = try HealthCheck(rise: 2, fall: 2, intervals: LB.CheckIntervals(), now: 0)
    var trail = StepTrail()
    let table: [(Character, LB.HealthChange?)] = [
      ("o", nil), ("x", nil), ("x", .wentDown), ("x", nil), ("o", nil), ("o", .wentUp),
      ("o", nil), ("x", nil), ("x", .wentDown),
    ]
    for (answer, right) in table {
      let change = try check.note(passed: answer == "o", now: 1)
      trail.note("a check \(told(answer)): \(told(change)), should be \(told(right))")
      try #require(change == right, "rise 2, fall 2; what is so already is no change:\n\(trail)")
    }
  }

  // HAProxy manual 5.2, inter, fastinter, downinter: the table
  @Test func `the next check comes sooner while the state is changing`() throws {
    let intervals = LB.CheckIntervals(up: 10, changing: 1, down: 5)
    var check = try HealthCheck(rise: 2, fall: 3, intervals: intervals, now: 100)
    let first = try check.nextCheck
    #expect(first == 100, "the first check is due at once")
    var trail = StepTrail()
    let table: [(Character, Double)] = [
      ("o", 10), ("x", 1), ("x", 1), ("o", 10), ("x", 1), ("x", 1), ("x", 5), ("x", 5), ("o", 1), ("o", 10),
    ]
    for (step, (answer, right)) in table.enumerated() {
      let now = 100 + step * 20
      _ = try check.note(passed: answer == "o", now: Double(now))
      let wait = try check.nextCheck - Double(now)
      trail.note("at \(now) s a check \(told(answer)): next in \(wait) s, should be in \(right) s")
      try #require(wait == right, "up 10 s, changing 1 s, down 5 s; rise 2, fall 3:\n\(trail)")
    }
  }

  // Our rule: settings are checked before they are used
  @Test func `settings that cannot work are refused`() throws {
    #expect(throws: LB.HealthError.thresholdTooSmall(0), "no check at all cannot bring it up") {
      try HealthCheck(rise: 0, fall: 1, intervals: LB.CheckIntervals(), now: 0)
    }
    #expect(throws: LB.HealthError.thresholdTooSmall(-1), "fewer than no checks cannot take it down") {
      try HealthCheck(rise: 1, fall: -1, intervals: LB.CheckIntervals(), now: 0)
    }
    #expect(throws: LB.TimeError.notPositive(0), "checks without a pause are an attack") {
      try HealthCheck(rise: 1, fall: 1, intervals: LB.CheckIntervals(changing: 0), now: 0)
    }
    #expect(throws: LB.TimeError.self, "NaN is not above 0 either") {
      try HealthCheck(rise: 1, fall: 1, intervals: LB.CheckIntervals(up: .nan), now: 0)
    }
  }

  // Our rule: of several mistakes the one that the specification names first is told
  @Test func `of several mistakes in the settings the first is told`() throws {
    let backwards = LB.CheckIntervals(up: -1, changing: -2, down: -3)
    #expect(throws: LB.HealthError.thresholdTooSmall(0), "rise 0, fall -1: rise comes before fall") {
      try HealthCheck(rise: 0, fall: -1, intervals: LB.CheckIntervals(), now: 0)
    }
    #expect(
      throws: LB.HealthError.thresholdTooSmall(-1), "fall -1, up -1 s: thresholds come before intervals"
    ) {
      try HealthCheck(rise: 1, fall: -1, intervals: backwards, now: 0)
    }
    #expect(throws: LB.TimeError.notPositive(-1), "up -1 s, changing -2 s, down -3 s: up comes first") {
      try HealthCheck(rise: 1, fall: 1, intervals: backwards, now: 0)
    }
    #expect(throws: LB.TimeError.notPositive(-2), "changing -2 s, down -3 s: changing comes before down") {
      try HealthCheck(rise: 1, fall: 1, intervals: LB.CheckIntervals(changing: -2, down: -3), now: 0)
    }
  }

  // Recorded: HAProxy 2.6.12, `rise` and `fall` of three servers
  @Test func `HAProxy says the same`() throws {
    for run in HAProxyHealth.runs {
      let states = try states(after: run.answers, rise: run.rise, fall: run.fall)
      #expect(states == run.states, "rise \(run.rise), fall \(run.fall), after \(run.answers)")
    }
  }

  // A second implementation: CheckHistory in LoadBalancingSupport
  @Test func `random answers agree with the history`() throws {
    var random = SeededRandom(seed: 58)
    for _ in 0..<40 {
      let (rise, fall) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...4, using: &random))
      let intervals = LB.CheckIntervals(up: 10, changing: 1, down: 5)
      var check = try HealthCheck(rise: rise, fall: fall, intervals: intervals, now: 0)
      var history = CheckHistory(rise: rise, fall: fall)
      var trail = StepTrail()
      var passed = true
      for step in 1...30 {
        if Int.random(in: 0..<3, using: &random) == 0 { passed.toggle() }
        history.note(passed: passed)
        _ = try check.note(passed: passed, now: Double(step))
        let (isUp, wait) = (try check.isUp, try check.nextCheck - Double(step))
        trail.note("a check \(passed ? "passed" : "failed"): \(isUp ? "up" : "down"), next in \(wait) s")
        try #require(isUp == history.isUp, "rise \(rise), fall \(fall):\n\(trail)")
        let right = history.isChanging ? intervals.changing : isUp ? intervals.up : intervals.down
        try #require(wait == right, "up 10 s, changing 1 s, down 5 s; rise \(rise), fall \(fall):\n\(trail)")
      }
    }
  }

  private func told(_ answer: Character) -> String { answer == "o" ? "passed" : "failed" }

  private func told(_ change: LB.HealthChange?) -> String {
    switch change {
    case .wentUp: "it went up"
    case .wentDown: "it went down"
    case nil: "no change"
    }
  }

  /// The state after each answer: `U` or `D`.
  private func states(after answers: String, rise: Int, fall: Int) throws -> String {
    var check = try HealthCheck(rise: rise, fall: fall, intervals: LB.CheckIntervals(), now: 0)
    var states = ""
    for (step, answer) in answers.enumerated() {
      _ = try check.note(passed: answer == "o", now: Double(step))
      states += try check.isUp ? "U" : "D"
    }
    return states
  }
}
