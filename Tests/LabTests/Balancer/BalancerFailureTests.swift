import LabKit
import PostRoad
import Testing

/// What comes after an attempt that failed.
@Suite struct BalancerFailureTests {
  @Test func `a GET goes to another backend`() throws {
    var script = try BalancerScript()
    let (id, step) = try script.ask()
    #expect(step == .send(to: 0, attempt: 1))
    #expect(try script.fail(id) == .send(to: 1, attempt: 2))
    #expect(script.active == [0, 1, 0])
    #expect(try script.fail(id) == .giveUp(.attemptsUsed))
    #expect(script.active == [0, 0, 0])
  }

  @Test func `another backend is one that was not tried, ejected or not`() throws {
    var script = try BalancerScript(by: .leastconn) {
      $0.maximumFails = 0
      $0.retries.attempts = 4
    }
    let (id, _) = try script.ask()
    #expect(try script.fail(id) == .send(to: 1, attempt: 2))
    #expect(try script.fail(id) == .send(to: 2, attempt: 3))
    // All were tried.
    #expect(try script.fail(id) == .send(to: 0, attempt: 4))
  }

  @Test func `a POST is sent again only when no backend has seen it`() throws {
    var script = try BalancerScript()
    let refused = try script.ask(method: "POST")
    #expect(try script.fail(refused.id, .unreachable("refused")) == .send(to: 1, attempt: 2))
    try script.answer(refused.id)
    for failure: OriginFailure in [.cutShort, .keptConnectionEnded, .timedOut(milliseconds: 10_000)] {
      let seen = try script.ask(method: "POST")
      #expect(try script.fail(seen.id, failure) == .giveUp(.notIdempotent))
    }
  }

  @Test func `one that has failed gets nothing for the timeout, and then a single request`() throws {
    var script = try BalancerScript()
    let (id, _) = try script.ask()
    #expect(try script.fail(id, .unreachable("refused")) == .send(to: 1, attempt: 2))
    try script.answer(id)
    script.now += 10_000
    #expect(try (0..<6).map { _ in try script.served() }.contains(0) == false)
    script.now += 1_000
    let asked = try (0..<6).map { _ in try script.ask() }
    #expect(asked.count { $0.step == .send(to: 0, attempt: 1) } == 1)
    let probe = try #require(asked.first { $0.step == .send(to: 0, attempt: 1) })
    try script.answer(probe.id)
    // It has answered, and is one of three again.
    #expect(try (0..<6).map { _ in try script.served() }.count { $0 == 0 } == 2)
  }

  @Test func `a kept connection that ends is nobody's fault`() throws {
    var script = try BalancerScript()
    let (id, _) = try script.ask()
    #expect(try script.fail(id, .keptConnectionEnded) == .send(to: 1, attempt: 2))
    try script.answer(id)
    #expect(try (0..<3).map { _ in try script.served() } == [2, 0, 1])
  }

  @Test func `a pool of one is asked again all the same`() throws {
    var script = try BalancerScript([1])
    let (id, _) = try script.ask()
    #expect(try script.fail(id, .keptConnectionEnded) == .send(to: 0, attempt: 2))
  }

  @Test func `a client that leaves is counted out, and ejects nobody`() throws {
    var script = try BalancerScript()
    let (id, _) = try script.ask()
    script.leave(id)
    script.leave(id)
    #expect(script.active == [0, 0, 0])
    #expect(try (0..<3).map { _ in try script.served() } == [1, 2, 0])
  }

  @Test func `health checks take a backend out and bring it back`() throws {
    var script = try BalancerScript { $0.health = BalancerSettings.Health() }
    #expect(try script.check { $0 != 1 } == [nil, .wentDown, nil])
    #expect(try (0..<4).map { _ in try script.served() } == [0, 2, 0, 2])
    #expect(try script.check { _ in true } == [])
    script.now += 2_000
    #expect(try script.check { _ in true } == [nil, nil, nil])
    script.now += 2_000
    #expect(try script.check { _ in true } == [nil, .wentUp, nil])
    #expect(try Set((0..<3).map { _ in try script.served() }) == [0, 1, 2])
  }

  @Test func `a check that has not ended is not begun again`() throws {
    var script = try BalancerScript([1]) { $0.health = BalancerSettings.Health() }
    var balancer = script.balancer
    #expect(try balancer.beginChecks(now: script.now) == [0])
    #expect(try balancer.beginChecks(now: script.now + 60_000) == [])
    #expect(try script.check { _ in false } == [.wentDown])
    #expect(try script.ask().step == .nobody)
  }
}
