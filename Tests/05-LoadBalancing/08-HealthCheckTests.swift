import LoadBalancing
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
    let states = try states(after: "xooxooxooo", rise: 3, fall: 2)
    #expect(states == "DDDDDDDDDU", "two passed checks, twice, are not three in a row")
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
    var changes: [LB.HealthChange?] = []
    for answer in "oxxxoooxx" { changes.append(try check.note(passed: answer == "o", now: 1)) }
    #expect(
      changes == [nil, nil, .wentDown, nil, nil, .wentUp, nil, nil, .wentDown],
      "after o x x x o o o x x: what is so already is no change")
  }

  // HAProxy manual 5.2, inter, fastinter, downinter: the table
  @Test func `the next check comes sooner while the state is changing`() throws {
    let intervals = LB.CheckIntervals(up: 10, changing: 1, down: 5)
    var check = try HealthCheck(rise: 2, fall: 3, intervals: intervals, now: 100)
    let first = try check.nextCheck
    #expect(first == 100, "the first check is due at once")
    var waits: [Double] = []
    for (step, answer) in "oxxoxxxxoo".enumerated() {
      let now = 100 + Double(step) * 20
      _ = try check.note(passed: answer == "o", now: now)
      waits.append(try check.nextCheck - now)
    }
    #expect(
      waits == [10, 1, 1, 10, 1, 1, 5, 5, 1, 10],
      "o x x o x x x x o o: up 10 s, down 5 s, and 1 s while a count is under way")
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
  }

  // Recorded: HAProxy 2.6.12, `rise` and `fall` of three servers
  @Test func `HAProxy says the same`() throws {
    for run in HAProxyHealth.runs {
      let states = try states(after: run.answers, rise: run.rise, fall: run.fall)
      #expect(states == run.states, "rise \(run.rise), fall \(run.fall), after \(run.answers)")
    }
  }

  // A second implementation: CheckHistory in Tests/Support
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
        let expected = history.isChanging ? intervals.changing : isUp ? intervals.up : intervals.down
        try #require(
          wait == expected, "up 10 s, changing 1 s, down 5 s; rise \(rise), fall \(fall):\n\(trail)")
      }
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
