import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HealthCheckTests {
  // HAProxy manual 5.2, fall: consecutive unsuccessful health checks
  @Test func `fall failed checks in a row take it down`() throws {
    try checkStates(
      after: "oxxxx", rise: 2, fall: 3, are: "UUUDD", "the third failed check in a row takes it down")
    try checkStates(after: "ox", rise: 2, fall: 1, are: "UD", "one failed check is enough with fall 1")
  }

  // HAProxy manual 5.2, fall: consecutive
  @Test func `a passed check in between begins the fall anew`() throws {
    let rule = "two failed checks, twice, are not three in a row"
    try checkStates(after: "oxxoxxoxxx", rise: 2, fall: 3, are: "UUUUUUUUUD", rule)
  }

  // HAProxy manual 5.2, rise: consecutive successful health checks
  @Test func `rise passed checks in a row bring it up`() throws {
    try checkStates(
      after: "xxooo", rise: 3, fall: 1, are: "DDDDU", "the third passed check in a row brings it up")
    try checkStates(after: "xo", rise: 1, fall: 1, are: "DU", "one passed check is enough with rise 1")
  }

  // HAProxy manual 5.2, rise: consecutive
  @Test func `a failed check in between begins the rise anew`() throws {
    let rule = "two passed checks, twice, are not three in a row"
    try checkStates(after: "oxxooxooxooo", rise: 3, fall: 2, are: "UUDDDDDDDDDU", rule)
  }

  // Recorded: HAProxy 2.6.12, a server whose first check of all fails
  @Test func `before the first check it is up, but at the edge`() throws {
    try check(
      "HealthCheck.isUp, before any check", "fall 3", returns: true, "nobody has said anything against it"
    ) { _ in
      try HealthCheck(rise: 2, fall: 3, intervals: LB.CheckIntervals(), now: 0).isUp
    }
    let rule = "nothing has ever passed, so the first failure is enough"
    try checkStates(after: "xoo", rise: 2, fall: 3, are: "DDU", rule)
    try checkStates(after: "x", rise: .max, fall: .max, are: "D", rule)
    try checkStates(
      after: "oxxx", rise: 2, fall: 3, are: "UUUD", "one passed check, and it takes three failures")
    try checkStates(
      after: "xooxxx", rise: 2, fall: 3, are: "DDUUUD", "it came up: from then on it takes three failures")
  }

  // The table of the page, and our rule: a change is returned once, when it happens
  @Test func `a change is returned once`() throws {
    let rule = "what is so already is not a change"
    let (up, down) = (LB.HealthChange.wentUp, LB.HealthChange.wentDown)
    try check(
      "note(passed:now:), each result", "rise 2, fall 3, checks oxxoxxxoxoo",
      returns: [nil, nil, nil, nil, nil, nil, down, nil, nil, nil, up], rule
    ) { _ in try changes(after: "oxxoxxxoxoo", rise: 2, fall: 3) }
    try check(
      "note(passed:now:), each result", "rise 2, fall 2, checks oxxxooox",
      returns: [nil, nil, down, nil, nil, up, nil, nil], rule
    ) { _ in try changes(after: "oxxxooox", rise: 2, fall: 2) }
    try check(
      "note(passed:now:), each result", "rise 1, fall 1, checks xxox", returns: [down, nil, up, down], rule
    ) { _ in
      try changes(after: "xxox", rise: 1, fall: 1)
    }
  }

  // HAProxy manual 5.2, inter, fastinter, downinter: the table
  @Test func `the next check comes sooner while the state is changing`() throws {
    let rule = "up 10 s, changing 1 s, down 5 s, from when the check was made, by the state after it"
    try checkWaits(
      after: "oxxoxxxxoo", rise: 2, fall: 3, are: [10, 1, 1, 10, 1, 1, 5, 5, 1, 10], rule)
    try checkWaits(
      after: "xoxo", rise: 1, fall: 1, are: [5, 10, 5, 10], "one check is enough: nothing is ever on the way")
  }

  // Our rule: the first check is due at once
  @Test func `the first check is due at once`() throws {
    for now in [100.0, 0, -3.5] {
      try check(
        "HealthCheck.nextCheck, before any check", now, returns: now, "the first check is due at once"
      ) { now in
        let intervals = LB.CheckIntervals(up: 10, changing: 1, down: 5)
        return try HealthCheck(rise: 2, fall: 3, intervals: intervals, now: now).nextCheck
      }
    }
  }

  // Our rule: settings are checked before they are used
  @Test func `settings that cannot work are refused`() throws {
    for threshold in [0, -1, Int.min] {
      let wanted = LB.HealthError.thresholdTooSmall(threshold)
      try check("HealthCheck with this rise", threshold, throws: wanted, "no check at all cannot bring it up")
      {
        try HealthCheck(rise: $0, fall: 1, intervals: LB.CheckIntervals(), now: 0)
      }
      try check(
        "HealthCheck with this fall", threshold, throws: wanted, "no check at all cannot take it down"
      ) {
        try HealthCheck(rise: 1, fall: $0, intervals: LB.CheckIntervals(), now: 0)
      }
    }
    for field in [\LB.CheckIntervals.up, \.changing, \.down] {
      for interval in [0, -1, -Double.infinity, Double.nan] {
        try checkNotPositive(
          "HealthCheck with this interval as \(name(field))", interval, "it is not above 0"
        ) {
          var intervals = LB.CheckIntervals()
          intervals[keyPath: field] = $0
          return try HealthCheck(rise: 1, fall: 1, intervals: intervals, now: 0)
        }
      }
    }
  }

  // Our rule: what the specification names is refused, and nothing else
  @Test func `settings at the edge are accepted`() throws {
    let endless = Double.infinity
    try check(
      "nextCheck after a check that passed", "up, changing, down: \(endless)", returns: endless,
      "it is above 0"
    ) { _ in
      let intervals = LB.CheckIntervals(up: endless, changing: endless, down: endless)
      var health = try HealthCheck(rise: .max, fall: .max, intervals: intervals, now: 0)
      _ = try health.note(passed: true, now: 1)
      return try health.nextCheck
    }
    let least = Double.leastNonzeroMagnitude
    try check(
      "nextCheck at first", "up, changing, down: \(least)", returns: 7, "the least number above 0 is above 0"
    ) { _ in
      let intervals = LB.CheckIntervals(up: least, changing: least, down: least)
      return try HealthCheck(rise: 1, fall: 1, intervals: intervals, now: 7).nextCheck
    }
  }

  // Our rule: of several mistakes the one that the specification names first is reported
  @Test func `of several mistakes in the settings the first is reported`() throws {
    let backwards = LB.CheckIntervals(up: -1, changing: -2, down: -3)
    let thresholds = [
      (0, -1, 0, "rise comes before fall"), (-2, 0, -2, "rise comes before fall"),
      (1, -1, -1, "thresholds come before intervals"), (0, 1, 0, "thresholds come before intervals"),
    ]
    for (rise, fall, first, rule) in thresholds {
      let input = "rise \(rise), fall \(fall), up -1 s, changing -2 s, down -3 s"
      try check("HealthCheck", input, throws: LB.HealthError.thresholdTooSmall(first), rule) { _ in
        try HealthCheck(rise: rise, fall: fall, intervals: backwards, now: 0)
      }
    }
    let intervals = [
      (LB.CheckIntervals(up: -1, changing: -2, down: -3), -1.0),
      (LB.CheckIntervals(up: 2, changing: -2, down: -3), -2),
      (LB.CheckIntervals(up: -1, changing: 2, down: -3), -1),
      (LB.CheckIntervals(up: -1, changing: -2, down: 2), -1),
    ]
    for (intervals, first) in intervals {
      let rule = "up comes before changing, and changing before down"
      try check("HealthCheck", intervals, throws: LB.TimeError.notPositive(first), rule) {
        try HealthCheck(rise: 1, fall: 1, intervals: $0, now: 0)
      }
    }
  }

  // Recorded: HAProxy 2.6.12, `rise` and `fall` of three servers
  @Test func `HAProxy says the same`() throws {
    for run in HAProxyHealth.runs {
      try checkStates(
        after: run.answers, rise: run.rise, fall: run.fall, are: run.states, "recorded from HAProxy")
    }
  }

  // A second implementation: CheckHistory in LoadBalancingSupport
  @Test func `random answers agree with the history`() throws {
    var random = SeededRandom(seed: 58)
    for _ in 0..<40 {
      let (rise, fall) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...4, using: &random))
      var history = CheckHistory(rise: rise, fall: fall)
      var (answers, states, waits, passed) = ("", "", [Double](), true)
      for _ in 1...30 {
        if Int.random(in: 0..<3, using: &random) == 0 { passed.toggle() }
        history.note(passed: passed)
        answers += passed ? "o" : "x"
        states += history.isUp ? "U" : "D"
        waits.append(history.isChanging ? 1 : history.isUp ? 10 : 5)
      }
      let rule = "the state turns over when the last \(fall) failed, or the last \(rise) passed"
      try checkStates(after: answers, rise: rise, fall: fall, are: states, rule)
      try checkWaits(after: answers, rise: rise, fall: fall, are: waits, "up 10 s, changing 1 s, down 5 s")
    }
  }

  /// The state after each check is `U` or `D`.
  private func checkStates(after answers: String, rise: Int, fall: Int, are expected: String, _ rule: String)
    throws
  {
    try check(
      "isUp after each check", "rise \(rise), fall \(fall), checks \(answers)", returns: expected, rule
    ) { _ in
      var health = try HealthCheck(rise: rise, fall: fall, intervals: LB.CheckIntervals(), now: 0)
      return try answers.enumerated().map { step, answer in
        _ = try health.note(passed: answer == "o", now: Double(step))
        return try health.isUp ? "U" : "D"
      }.joined()
    }
  }

  /// The seconds from each check to the next, where the checks are 20 s apart, 1 s, or the clock goes back by 1 s.
  private func checkWaits(
    after answers: String, rise: Int, fall: Int, are expected: [Double], _ rule: String
  ) throws {
    for pace in [20, 1, -1] {
      let input = "rise \(rise), fall \(fall), checks \(answers), \(pace) s from one to the next"
      try check("nextCheck, less the time of the check", input, returns: expected, rule) { _ in
        let intervals = LB.CheckIntervals(up: 10, changing: 1, down: 5)
        var health = try HealthCheck(rise: rise, fall: fall, intervals: intervals, now: 100)
        return try answers.enumerated().map { step, answer in
          let now = Double(100 + step * pace)
          _ = try health.note(passed: answer == "o", now: now)
          return try health.nextCheck - now
        }
      }
    }
  }

  private func changes(after answers: String, rise: Int, fall: Int) throws -> [LB.HealthChange?] {
    var health = try HealthCheck(rise: rise, fall: fall, intervals: LB.CheckIntervals(), now: 0)
    return try answers.map { try health.note(passed: $0 == "o", now: 1) }
  }

  private func name(_ field: WritableKeyPath<LB.CheckIntervals, Double>) -> String {
    field == \.up ? "up" : field == \.changing ? "changing" : "down"
  }
}
