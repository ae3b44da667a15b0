import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct PassiveEjectionTests {
  // nginx, ngx_http_upstream_module, max_fails: unsuccessful attempts that make a server unavailable
  @Test func `max_fails failures eject a backend`() throws {
    var story = try Story(maximumFails: 2, failTimeout: 10)
    try story.fail("b", at: 100)
    try expect(story, "abc", at: 100, "one failure of two: b is a candidate")
    try story.fail("b", at: 101)
    try expect(story, "ac", at: 101, "two failures of two: b is ejected")
  }

  // nginx, ngx_http_upstream_round_robin.c: now - checked <= fail_timeout
  @Test func `it stays out for the whole timeout`() throws {
    var story = try Story(maximumFails: 1, failTimeout: 10)
    try story.fail("b", at: 100)
    try expect(story, "ac", at: 110, "10 s after the failure the timeout of 10 s is not over")
    try expect(story, "abc", at: 111, "11 s are more than 10 s")
  }

  // nginx, ngx_http_upstream_round_robin.c: the first pick after the timeout sets `checked`
  @Test func `after the timeout one request probes, and the others wait`() throws {
    var story = try Story(maximumFails: 1, failTimeout: 10)
    try story.fail("b", at: 100)
    try story.begin("b", at: 115)
    try expect(story, "ac", at: 115, "the probe is on its way: b is out for everybody else")
    try expect(story, "ac", at: 125, "the probe's timeout is not over")
    try expect(story, "abc", at: 126, "the probe has not come back in 10 s: try another")
  }

  // nginx, ngx_http_upstream_free_round_robin_peer: accessed < checked
  @Test func `a probe that succeeds forgets all failures`() throws {
    var story = try Story(maximumFails: 2, failTimeout: 10)
    try story.fail("b", at: 100)
    try story.fail("b", at: 100)
    try story.begin("b", at: 111)
    try story.end("b", passed: true, at: 112)
    try expect(story, "abc", at: 112, "the probe came back well")
    try story.fail("b", at: 113)
    try expect(story, "abc", at: 113, "the failures of before are forgotten: this is the first")
  }

  // nginx, ngx_http_upstream_free_round_robin_peer: checked = now
  @Test func `a probe that fails begins the timeout anew`() throws {
    var story = try Story(maximumFails: 3, failTimeout: 10)
    for _ in 0..<3 { try story.fail("b", at: 100) }
    try story.begin("b", at: 111)
    try story.end("b", passed: false, at: 114)
    try expect(story, "ac", at: 124, "one failure is enough now: 10 s from its end")
    try expect(story, "abc", at: 125, "and then the next probe")
  }

  // nginx, ngx_http_upstream_free_round_robin_peer: accessed < checked
  @Test func `a success right after a failure forgets nothing`() throws {
    var story = try Story(maximumFails: 2, failTimeout: 10)
    try story.fail("b", at: 100)
    try story.begin("b", at: 105)
    try story.end("b", passed: true, at: 106)
    try story.fail("b", at: 107)
    try expect(story, "ac", at: 107, "no check began between the failures: they are two")
  }

  // Our rule; nginx answers 502 then, unless the pool has only one server
  @Test func `the last one is never ejected`() throws {
    var story = try Story(maximumFails: 1, failTimeout: 10)
    try story.fail("a", at: 100)
    try story.fail("c", at: 101)
    try expect(story, "b", at: 101, "b is the last one")
    try story.fail("b", at: 102)
    try expect(story, "abc", at: 102, "nobody would be left: all that are up are candidates")
    var outage = try Story(maximumFails: 1, failTimeout: 10, down: "ac")
    try outage.fail("b", at: 100)
    try expect(outage, "b", at: 100, "a and c are down: that is another matter")
  }

  // nginx, max_fails: the zero value disables the accounting of attempts
  @Test func `with a maximum of 0 nobody is ejected`() throws {
    var story = try Story(maximumFails: 0, failTimeout: 10)
    for _ in 0..<5 { try story.fail("b", at: 100) }
    try expect(story, "abc", at: 100, "failures are not counted")
  }

  // Our rule: settings and indices are checked before they are used
  @Test func `bad pools, settings and indices are refused`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") {
      try PassiveEjection([], maximumFails: 1, failTimeout: 10)
    }
    #expect(throws: LB.HealthError.thresholdTooSmall(-1), "0 means: nobody is ejected") {
      try PassiveEjection(TestPool.of(1), maximumFails: -1, failTimeout: 10)
    }
    #expect(throws: LB.HealthError.timeoutTooShort(0), "0 s is no time to recover") {
      try PassiveEjection(TestPool.of(1), maximumFails: 1, failTimeout: 0)
    }
    var ejection = try PassiveEjection(TestPool.of(2, down: "ab"), maximumFails: 1, failTimeout: 10)
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "both are down") { try ejection.candidates(now: 0) }
    #expect(throws: LB.PoolError.noBackend(at: 2, count: 2), "a pool of two has the indices 0 and 1") {
      try ejection.begin(2, now: 0)
    }
    #expect(throws: LB.PoolError.noBackend(at: -1, count: 2), "a pool of two has the indices 0 and 1") {
      try ejection.end(-1, passed: true, now: 0)
    }
  }

  // Recorded: nginx 1.22.1, three servers with different settings, a backup beside each
  @Test func `nginx gives it the same requests`() throws {
    for run in NginxEjection.runs {
      var ejection = try PassiveEjection(
        TestPool.of(2), maximumFails: run.maximumFails, failTimeout: run.failTimeout)
      var trail = StepTrail()
      for event in run.events.split(separator: " ") {
        let now = Int(event.dropLast()) ?? 0
        switch event.last {
        case "+", "-":
          try ejection.end(0, passed: event.last == "+", now: now)
          trail.note("\(now) s: a request \(event.last == "+" ? "ended well" : "failed")")
        default:
          let isCandidate = try ejection.candidates(now: now).contains(0)
          trail.note(
            "\(now) s: a request; nginx \(event.last == "a" ? "gave" : "did not give") it to the server")
          try #require(
            isCandidate == (event.last == "a"),
            "max_fails \(run.maximumFails), fail_timeout \(run.failTimeout) s:\n\(trail)")
          if isCandidate { try ejection.begin(0, now: now) }
        }
      }
    }
  }

  /// A pool of a, b and c with what has happened to it.
  private struct Story {
    private var ejection: PassiveEjection
    private(set) var trail = StepTrail()

    init(maximumFails: Int, failTimeout: Int, down: String = "") throws {
      ejection = try PassiveEjection(
        TestPool.of(3, down: down), maximumFails: maximumFails, failTimeout: failTimeout)
    }

    mutating func begin(_ letter: Character, at now: Int) throws {
      try ejection.begin(TestPool.index(of: letter), now: now)
      trail.note("\(now) s: a request is given to \(letter)")
    }

    mutating func end(_ letter: Character, passed: Bool, at now: Int) throws {
      try ejection.end(TestPool.index(of: letter), passed: passed, now: now)
      trail.note("\(now) s: a request of \(letter) \(passed ? "succeeds" : "fails")")
    }

    mutating func fail(_ letter: Character, at now: Int) throws {
      try begin(letter, at: now)
      try end(letter, passed: false, at: now)
    }

    func candidates(at now: Int) throws -> String {
      try ejection.candidates(now: now).map(TestPool.letter).joined()
    }
  }

  /// The candidates have to be these.
  private func expect(_ story: Story, _ letters: String, at now: Int, _ rule: String) throws {
    let candidates = try story.candidates(at: now)
    #expect(candidates == letters, "\(now) s: \(rule)\n\(story.trail)")
  }
}
