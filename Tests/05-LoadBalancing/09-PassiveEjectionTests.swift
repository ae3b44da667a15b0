import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct PassiveEjectionTests {
  // nginx, ngx_http_upstream_module, max_fails: unsuccessful attempts that make a server unavailable
  @Test func `max_fails failures eject a backend`() throws {
    guard let story = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.candidates("abc", at: 100, "one failure of two: b is a candidate")
    try story.fail("b", at: 101)
    try story.candidates("ac", at: 101, "two failures of two: b is ejected")
    try story.fail("c", at: 101)
    try story.candidates("ac", at: 101, "each has a count of its own: c has one failure of two")
  }

  // nginx, ngx_http_upstream_round_robin.c: fails is only set back by a success
  @Test func `failures add up, however far apart`() throws {
    guard let story = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.fail("b", at: 150)
    try story.candidates("ac", at: 150, "nothing was forgotten in between: it is no window of the last 10 s")
  }

  // nginx, ngx_http_upstream_round_robin.c: now - checked <= fail_timeout
  @Test func `it stays out for the whole timeout`() throws {
    guard let story = try Story(maximumFails: 1, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.candidates("ac", at: 110, "10 s after the failure the timeout of 10 s is not over")
    try story.candidates("abc", at: 111, "11 s are more than 10 s")
  }

  // nginx, ngx_http_upstream_round_robin.c: the first pick after the timeout sets `checked`
  @Test func `after the timeout one request probes, and the others wait`() throws {
    guard let story = try Story(maximumFails: 1, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.begin("b", at: 115)
    try story.candidates("ac", at: 115, "the probe is on its way: b is out for everybody else")
    try story.begin("b", at: 120)
    try story.candidates("ac", at: 125, "the probe's timeout is not over")
    try story.candidates("abc", at: 126, "the probe has not come back in 10 s: try another")
  }

  // The table of the page; nginx, ngx_http_upstream_free_round_robin_peer: accessed < checked
  @Test func `a probe that succeeds forgets all failures`() throws {
    guard let story = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.fail("b", at: 101)
    try story.candidates("ac", at: 111, "10 s is not more than 10 s")
    try story.begin("b", at: 112)
    try story.end("b", passed: true, at: 113)
    try story.candidates("abc", at: 113, "the probe came back well")
    try story.fail("b", at: 114)
    try story.candidates("abc", at: 114, "the failures of before are forgotten: this is the first")
  }

  // nginx, ngx_http_upstream_free_round_robin_peer: checked = now
  @Test func `a probe that fails begins the timeout anew`() throws {
    guard let story = try Story(maximumFails: 3, failTimeout: 10) else { return }
    for _ in 0..<3 { try story.fail("b", at: 100) }
    try story.begin("b", at: 111)
    try story.end("b", passed: false, at: 114)
    try story.candidates("ac", at: 124, "one failure is enough now: 10 s from its end")
    try story.candidates("abc", at: 125, "and then the next probe")
  }

  // nginx, ngx_http_upstream_free_round_robin_peer: accessed < checked
  @Test func `a success forgets failures only when a check began after them`() throws {
    guard let story = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try story.fail("b", at: 100)
    try story.begin("b", at: 105)
    try story.end("b", passed: true, at: 106)
    try story.fail("b", at: 107)
    try story.candidates("ac", at: 107, "no check began between the failures: they are two")
    guard let late = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try late.fail("b", at: 100)
    try late.fail("b", at: 100)
    try late.begin("b", at: 111)
    try late.end("b", passed: false, at: 112)
    try late.end("b", passed: true, at: 113)
    try late.candidates(
      "ac", at: 113, "a request failed at 112 s, after the check of 111 s: nothing is forgotten")
    guard let closed = try Story(maximumFails: 2, failTimeout: 10) else { return }
    try closed.fail("b", at: 100)
    try closed.begin("b", at: 111)
    try closed.end("b", passed: true, at: 111)
    try closed.fail("b", at: 112)
    try closed.candidates(
      "abc", at: 112, "a check began at 111 s, though b was never out: one failure of two")
  }

  // Our rule; nginx answers 502 then, unless the pool has only one server
  @Test func `the last one is never ejected`() throws {
    guard let story = try Story(maximumFails: 1, failTimeout: 10) else { return }
    try story.fail("a", at: 100)
    try story.fail("c", at: 101)
    try story.candidates("b", at: 101, "b is the last one")
    try story.fail("b", at: 102)
    try story.fail("b", at: 103)
    try story.candidates(
      "abc", at: 103, "nobody would be left: all that are up are candidates, however often they failed")
    try story.candidates("a", at: 111, "a's timeout is over: it is half-open, b and c are open")
    guard let outage = try Story(maximumFails: 1, failTimeout: 10, down: "ac") else { return }
    try outage.fail("b", at: 100)
    try outage.candidates("b", at: 100, "a and c are down: that is another matter")
  }

  // nginx, max_fails: the zero value disables the accounting of attempts
  @Test func `with a maximum of 0 nobody is ejected`() throws {
    guard let story = try Story(maximumFails: 0, failTimeout: 10) else { return }
    try story.candidates("abc", at: 0, "nobody has failed")
    for _ in 0..<5 { try story.fail("b", at: 100) }
    try story.candidates("abc", at: 100, "failures are not counted")
  }

  // Our rule: only who is up and who has failed is asked
  @Test func `weights and connections are not looked at`() throws {
    let pool = TestPool.of(connections: [0, 9, -1], weights: [0, 1, -1])
    guard let story = try Story(maximumFails: 1, failTimeout: 10, pool: pool) else { return }
    try story.candidates("abc", at: 0, "all three are up and have not failed")
  }

  // Our rule: the ends of the ranges are settings and seconds like others
  @Test func `the longest timeout and the last second are held`() throws {
    guard let story = try Story(maximumFails: .max, failTimeout: .max) else { return }
    try story.fail("b", at: 0)
    try story.candidates("abc", at: .max, "one failure of very many")
    guard let endless = try Story(maximumFails: 1, failTimeout: .max) else { return }
    try endless.fail("b", at: 0)
    try endless.candidates("ac", at: .max, "so many seconds are not more than so many")
    guard let short = try Story(maximumFails: 1, failTimeout: 1) else { return }
    try short.fail("b", at: .max - 2)
    try short.candidates("ac", at: .max - 1, "1 s is not more than 1 s")
    try short.candidates("abc", at: .max, "2 s are")
  }

  // Our rule: settings are checked before they are used, in the order of the specification
  @Test func `bad pools and settings are refused`() throws {
    for settings in [[1, 10], [-1, 0]] {
      let input = "no backend, maximumFails \(settings[0]), failTimeout \(settings[1])"
      try check("PassiveEjection", input, throws: LB.PoolError.empty, "a pool is needed first of all") { _ in
        try PassiveEjection([], maximumFails: settings[0], failTimeout: settings[1])
      }
    }
    for (maximum, timeout) in [(-1, 10), (Int.min, 10), (-1, 0)] {
      let wanted = LB.HealthError.thresholdTooSmall(maximum)
      let input = "maximumFails \(maximum), failTimeout \(timeout)"
      try check("PassiveEjection", input, throws: wanted, "0 or more, which is checked before the timeout") {
        _ in
        try PassiveEjection(TestPool.of(1), maximumFails: maximum, failTimeout: timeout)
      }
    }
    for timeout in [0, -1, Int.min] {
      let wanted = LB.HealthError.timeoutTooShort(timeout)
      try check("PassiveEjection", "maximumFails 0, failTimeout \(timeout)", throws: wanted, "1 s or more") {
        _ in
        try PassiveEjection(TestPool.of(1), maximumFails: 0, failTimeout: timeout)
      }
    }
  }

  // Our rule: an index is checked before it is used, and a pool that can serve nobody says so
  @Test func `bad indices and a pool that is down are refused`() throws {
    for index in [-1, 3, 4, Int.max, Int.min] {
      guard let story = try Story(maximumFails: 1, failTimeout: 10, down: "c") else { return }
      try story.refusal(of: index, "a pool of three has the indices 0, 1 and 2, up or down")
      try story.candidates("ab", at: 100, "what was refused changes nothing")
    }
    for count in [1, 2] {
      let pool = TestPool.of(count, down: "ab")
      try check("candidates(now: 0)", pool, throws: LB.PoolError.noneAvailable(of: count), "nobody is up") {
        try PassiveEjection($0, maximumFails: 1, failTimeout: 10).candidates(now: 0)
      }
    }
  }

  // Recorded: nginx 1.22.1, three servers with different settings, a backup beside each
  @Test func `nginx gives it the same requests`() throws {
    for run in NginxEjection.runs {
      let (most, timeout) = (run.maximumFails, run.failTimeout)
      guard let story = try Story(maximumFails: most, failTimeout: timeout, pool: TestPool.of(2)) else {
        return
      }
      for event in run.events.split(separator: " ") {
        let now = Int(event.dropLast())!
        switch event.last {
        case "a":
          try story.candidates("ab", at: now, "recorded: nginx gave the request to a")
          try story.begin("a", at: now)
        case "b": try story.candidates("b", at: now, "recorded: nginx did not give the request to a")
        default: try story.end("a", passed: event.last == "+", at: now)
        }
      }
    }
  }

  /// A pool, of a, b and c if nothing else is said, with what has happened to it.
  private final class Story {
    private var ejection: PassiveEjection
    private var steps = CheckSteps()

    init?(maximumFails: Int, failTimeout: Int, down: String = "", pool: [LB.Backend]? = nil) throws {
      let pool = pool ?? TestPool.of(3, down: down)
      let call = "PassiveEjection(_:maximumFails: \(maximumFails), failTimeout: \(failTimeout))"
      let make = { try PassiveEjection($0, maximumFails: maximumFails, failTimeout: failTimeout) }
      guard let fresh = try made(call, pool, make) else { return nil }
      ejection = fresh
      let settings = "maximumFails \(maximumFails), failTimeout \(failTimeout)"
      steps.note("a pool of \(pool.map(describe).joined(separator: ", ")), \(settings)")
    }

    func begin(_ letter: Character, at now: Int) throws {
      let index = TestPool.index(of: letter)
      try steps.run("begin(\(index), now: \(now)): \(letter)") { try ejection.begin(index, now: now) }
    }

    func end(_ letter: Character, passed: Bool, at now: Int) throws {
      let index = TestPool.index(of: letter)
      try steps.run("end(\(index), passed: \(passed), now: \(now)): \(letter)") {
        try ejection.end(index, passed: passed, now: now)
      }
    }

    func fail(_ letter: Character, at now: Int) throws {
      try begin(letter, at: now)
      try end(letter, passed: false, at: now)
    }

    func refusal(of index: Int, _ rule: String) throws {
      let wanted = LB.PoolError.noBackend(at: index, count: 3)
      try steps.check("begin(\(index), now: 100)", throws: wanted, rule) {
        try ejection.begin(index, now: 100)
      }
      for passed in [false, true] {
        try steps.check("end(\(index), passed: \(passed), now: 100)", throws: wanted, rule) {
          try ejection.end(index, passed: passed, now: 100)
        }
      }
    }

    func candidates(_ letters: String, at now: Int, _ rule: String) throws {
      let expected = letters.map { Letter(TestPool.index(of: $0)) }
      try steps.check("candidates(now: \(now))", returns: expected, rule) {
        try ejection.candidates(now: now).map(Letter.init)
      }
    }
  }
}
