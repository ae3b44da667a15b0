import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct PeakEWMATests {
  /// 1/e, what is left after one lifetime (OEIS A068985).
  private let afterOne = 0.367_879_441_171_442_3

  // Finagle, PeakEwma: without history the load is 0, with something pending it is the penalty
  @Test func `a backend that has never answered is tried once`() throws {
    var balancer = try PeakEWMA(TestPool.of(3), lifetime: 10)
    let picks = try TestPool.picks(4) { try balancer.begin(now: 0) }
    #expect(picks == "abca", "each is tried, and when all are silent the first has the fewest outstanding")
    let costs = try balancer.costs(now: 0)
    let penalties = costs.map { $0 - LB.unmeasuredCost }.map { $0.rounded() }
    #expect(penalties == [2, 1, 1], "the penalty and what is outstanding")
  }

  // Finagle, PeakEwma: the cost is the average times (pending + 1)
  @Test func `the cost is the latency times the outstanding requests and one more`() throws {
    var balancer = try balancer(latencies: [0.2, 0.5], at: 100)
    let costs = try balancer.costs(now: 100)
    close(costs, [0.2, 0.5], "nothing is outstanding: once the latency")
    let picks = try TestPool.picks(5) { try balancer.begin(now: 100) }
    #expect(picks == "aabaa", "0.2, 0.4, then 0.5 against 0.6, then 0.6 and 0.8 against 1.0")
  }

  // Finagle, PeakEwma: the average decays with the time since it was observed
  @Test func `a silent backend gets cheaper`() throws {
    let balancer = try balancer(latencies: [1, 1], at: 100)
    let costs = try balancer.costs(now: 110)
    close(costs, [afterOne, afterOne], "after one lifetime 1/e is left")
    let again = try balancer.costs(now: 110)
    close(again, costs, "reading a cost changes nothing")
  }

  // Finagle, PeakEwma: a latency above the average replaces it
  @Test func `a peak counts in full, at once`() throws {
    var balancer = try balancer(latencies: [0.1], at: 100)
    _ = try balancer.begin(now: 100)
    try balancer.end(0, latency: 3, now: 100.5)
    let costs = try balancer.costs(now: 100.5)
    close(costs, [3], "3 s is more than the average of 0.1 s: it is the new one")
  }

  // Finagle, PeakEwma: cost·w + rtt·(1 − w)
  @Test func `a lower latency is mixed in by the time that has passed`() throws {
    var balancer = try balancer(latencies: [1], at: 100)
    _ = try balancer.begin(now: 100)
    try balancer.end(0, latency: 0.2, now: 110)
    let costs = try balancer.costs(now: 110)
    close(costs, [afterOne + 0.2 * (1 - afterOne)], "one lifetime has passed: 1/e of 1 s, the rest of 0.2 s")
    _ = try balancer.begin(now: 110)
    try balancer.end(0, latency: 0.001, now: 110)
    let same = try balancer.costs(now: 110)
    close(same, costs, "no time has passed: a low latency weighs nothing")
  }

  // Our rule: a backend that is down is not picked, whatever it costs
  @Test func `backends that are down are not picked`() throws {
    var balancer = try PeakEWMA(TestPool.of(3, down: "a"), lifetime: 10)
    let picks = try TestPool.picks(3) { try balancer.begin(now: 0) }
    #expect(picks == "bcb", "a would cost nothing, but it is down")
    var outage = try PeakEWMA(TestPool.of(2, down: "ab"), lifetime: 10)
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "both are down") { try outage.begin(now: 0) }
  }

  // Finagle, PeakEwma: max(t − stamp, 0), max(nanoTime() − ts, 0)
  @Test func `a clock that goes back stands still`() throws {
    var balancer = try balancer(latencies: [1], at: 100)
    let costs = try balancer.costs(now: 40)
    close(costs, [1], "at 40 s the average of 100 s has not grown")
    _ = try balancer.begin(now: 40)
    try balancer.end(0, latency: -5, now: 40)
    let after = try balancer.costs(now: 110)
    close(after, [afterOne], "a latency of −5 s is 0, and at 40 s it weighs nothing; then 10 s pass")
  }

  // Our rule: what cannot be is refused
  @Test func `bad pools, lifetimes and indices are refused`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") { try PeakEWMA([], lifetime: 1) }
    #expect(throws: LB.TimeError.notPositive(0), "nothing can be left over after 0 s") {
      try PeakEWMA(TestPool.of(1), lifetime: 0)
    }
    var balancer = try PeakEWMA(TestPool.of(2), lifetime: 10)
    #expect(throws: LB.PoolError.noBackend(at: 2, count: 2), "a pool of two has the indices 0 and 1") {
      try balancer.end(2, latency: 1, now: 0)
    }
    #expect(throws: LB.PoolError.noConnection(at: 1), "b was not asked anything") {
      try balancer.end(1, latency: 1, now: 0)
    }
  }

  // A second implementation: LatencyDiary in LoadBalancingSupport
  @Test func `random days agree with the diary`() throws {
    var random = SeededRandom(seed: 70)
    for _ in 0..<20 {
      var balancer = try PeakEWMA(TestPool.of(1), lifetime: 4)
      var diary = LatencyDiary(lifetime: 4)
      var trail = StepTrail()
      var now = 0.0
      for _ in 0..<10 {
        now += Double(Int.random(in: 1...40, using: &random)) / 8
        let latency = Double(Int.random(in: 1...64, using: &random)) / 16
        _ = try balancer.begin(now: now)
        try balancer.end(0, latency: latency, now: now)
        diary.note(latency, at: now)
        let later = now + Double(Int.random(in: 0...8, using: &random)) / 4
        let cost = try balancer.costs(now: later)[0]
        let expected = diary.average(now: later)
        trail.note("\(latency) s at \(now) s: at \(later) s it costs \(cost), should cost \(expected)")
        try #require(abs(cost - expected) < 1e-9, "lifetime 4 s:\n\(trail)")
      }
    }
  }

  /// A pool whose backends have each answered once.
  private func balancer(latencies: [Double], at now: Double) throws -> PeakEWMA {
    var balancer = try PeakEWMA(TestPool.of(latencies.count), lifetime: 10)
    for _ in latencies { _ = try balancer.begin(now: now) }
    for (index, latency) in latencies.enumerated() { try balancer.end(index, latency: latency, now: now) }
    return balancer
  }

  /// Equal but for rounding.
  private func close(_ costs: [Double], _ expected: [Double], _ rule: Comment) {
    let rounded = costs.map { ($0 * 1e9).rounded() / 1e9 }
    let wanted = expected.map { ($0 * 1e9).rounded() / 1e9 }
    #expect(rounded == wanted, rule)
  }
}
