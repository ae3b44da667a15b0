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
    guard let day = try Day(TestPool.of(3)) else { return }
    let rule = "each is tried, and when all are silent the first has the fewest outstanding"
    try day.costs(at: 0, are: [0, 0, 0], "nobody has answered, and nothing is outstanding")
    for letter in "abca" { try day.begin(at: 0, gives: letter, rule) }
    let penalties = [2, 1, 1].map { LB.unmeasuredCost + $0 }
    try day.costs(at: 0, are: penalties, "the penalty and what is outstanding")
    try day.costs(at: 1000, are: penalties, "the penalty does not decay")
  }

  // Our rule: what is outstanding begins with the backends' connections
  @Test func `connections that are open at first are outstanding`() throws {
    guard let day = try Day(TestPool.of(connections: [3, 0, 1])) else { return }
    let (three, one) = (LB.unmeasuredCost + 3, LB.unmeasuredCost + 1)
    try day.costs(
      at: 0, are: [three, 0, one], "a has 3 outstanding, b nothing, c 1, and nobody has answered")
    try day.begin(at: 0, gives: "b", "b has nothing outstanding")
    try day.end("a", latency: 0.5, at: 0)
    try day.costs(at: 0, are: [1.5, one, one], "a has answered one in 0.5 s, and 2 are left: 0.5 · 3")
  }

  // Finagle, PeakEwma: the cost is the average times (pending + 1)
  @Test func `the cost is the latency times the outstanding requests and one more`() throws {
    guard let day = try Day(answered: [0.2, 0.5], at: 100) else { return }
    try day.costs(at: 100, are: [0.2, 0.5], "nothing is outstanding: once the latency")
    let rule = "0.2, 0.4, then 0.5 against 0.6, then 0.6 and 0.8 against 1.0"
    for letter in "aabaa" { try day.begin(at: 100, gives: letter, rule) }
    try day.costs(at: 100, are: [1.0, 1.0], "4 outstanding of 0.2 s, 1 of 0.5 s, and one more each")
    try day.begin(at: 100, gives: "a", "of equal costs the first in the pool wins")
  }

  // Finagle, PeakEwma: the average decays with the time since it was observed
  @Test func `a silent backend gets cheaper`() throws {
    guard let day = try Day(answered: [1, 1], at: 100) else { return }
    try day.costs(at: 110, are: [afterOne, afterOne], "after one lifetime 1/e is left")
    try day.costs(at: 110, are: [afterOne, afterOne], "reading a cost changes nothing")
    try day.begin(at: 105, gives: "a", "they cost the same, and a comes first")
    try day.costs(
      at: 110, are: [2 * afterOne, afterOne], "a new request is no latency: the average goes on from 100 s")
    guard let other = try Day(answered: [1, 0.5], at: 100) else { return }
    try other.begin(at: 100, gives: "b", "1 s against 0.5 s")
    try other.end("b", latency: 0.5, at: 110)
    try other.begin(at: 110, gives: "a", "a's 1 s was 10 s ago and costs 0.368 by now, b's 0.5 s is new")
  }

  // Finagle, PeakEwma: a latency above the average replaces it
  @Test func `a peak counts in full, at once`() throws {
    guard let day = try Day(answered: [0.1], at: 100) else { return }
    try day.begin(at: 100, gives: "a", "it is the only one")
    try day.end("a", latency: 3, at: 100.5)
    try day.costs(at: 100.5, are: [3], "3 s is more than the average of 0.1 s: it is the new one")
    try day.costs(at: 110.5, are: [3 * afterOne], "and decays from 100.5 s on")
  }

  // Finagle, PeakEwma: cost·w + rtt·(1 − w)
  @Test func `a lower latency is mixed in by the time that has passed`() throws {
    guard let day = try Day(answered: [1], at: 100) else { return }
    try day.answer(0.2, at: 110)
    let mixed = afterOne + 0.2 * (1 - afterOne)
    try day.costs(at: 110, are: [mixed], "one lifetime has passed: 1/e of 1 s, the rest of 0.2 s")
    try day.answer(0.001, at: 110)
    try day.costs(at: 110, are: [mixed], "no time has passed: a low latency weighs nothing")
    try day.answer(3, at: 112)
    try day.costs(at: 112, are: [3], "the table of the page: 3 s is a peak")
    try day.costs(at: 122, are: [3 * afterOne], "the table of the page: 1.104 is left")
  }

  // Finagle, PeakEwma: a latency is compared with the cost as it was stored
  @Test func `a latency is compared with the stored average, not with what is left of it`() throws {
    guard let day = try Day(answered: [1], at: 100) else { return }
    try day.answer(0.5, at: 110)
    let rule = "0.5 s is less than the stored 1 s, though more than the 0.368 that is left: it is mixed in"
    try day.costs(at: 110, are: [afterOne + 0.5 * (1 - afterOne)], rule)
  }

  // Our rule: a backend that is down is not picked, whatever it costs
  @Test func `backends that are down are not picked, and have a cost`() throws {
    let pool = TestPool.of(connections: [0, 0, 0, 2], down: "ad")
    guard let day = try Day(pool), let outage = try Day(TestPool.of(2, down: "ab")) else { return }
    for letter in "bcb" { try day.begin(at: 0, gives: letter, "a would cost nothing, but it is down") }
    let costs = [0, LB.unmeasuredCost + 2, LB.unmeasuredCost + 1, LB.unmeasuredCost + 2]
    try day.costs(at: 0, are: costs, "a and d are down, and cost what they would cost")
    try outage.noneAvailable(of: 2, at: 0)
    try outage.costs(at: 0, are: [0, 0], "nothing was counted in")
  }

  // Finagle, PeakEwma: max(t − stamp, 0), max(nanoTime() − ts, 0)
  @Test func `a clock that goes back stands still`() throws {
    guard let day = try Day(answered: [1], at: 100) else { return }
    try day.costs(at: 40, are: [1], "at 40 s the average of 100 s has not grown")
    try day.answer(0.25, at: 40)
    try day.costs(
      at: 110, are: [afterOne], "at 40 s a lower latency weighs nothing; then 10 s pass since 100 s")
    guard let peak = try Day(answered: [1], at: 100) else { return }
    try peak.answer(3, at: 40)
    try peak.costs(at: 100, are: [3], "a peak counts in full, and its moment is 100 s: the clock stood still")
    try peak.costs(at: 110, are: [3 * afterOne], "10 s pass since 100 s")
  }

  // Finagle, PeakEwma: max(nanoTime() − ts, 0)
  @Test func `a negative latency counts as 0`() throws {
    guard let first = try Day(answered: [-5], at: 100) else { return }
    try first.costs(at: 100, are: [0], "a first latency of -5 s is one of 0 s")
    try first.begin(at: 100, gives: "a", "it is the only one")
    try first.costs(at: 100, are: [0], "a has answered, in 0 s: 0 times 2, though one is outstanding")
    try first.end("a", latency: 0.5, at: 100)
    try first.costs(at: 100, are: [0.5], "0.5 s is more than 0 s: a peak")
    guard let later = try Day(answered: [1], at: 100) else { return }
    try later.answer(-5, at: 110)
    try later.costs(at: 110, are: [afterOne], "1/e of 1 s, the rest of 0 s")
  }

  // Our rule: what cannot be is refused
  @Test func `bad pools and lifetimes are refused`() throws {
    try check(
      "PeakEWMA(_:lifetime:)", [LB.Backend](), throws: LB.PoolError.empty, "nobody will ever come up there"
    ) {
      try PeakEWMA($0, lifetime: 1)
    }
    for lifetime in [0, -1, -0.001, -Double.infinity, Double.nan] {
      try checkNotPositive("PeakEWMA(_:lifetime:) with this lifetime", lifetime, "it is not above 0") {
        try PeakEWMA(TestPool.of(1), lifetime: $0)
      }
    }
    try check(
      "PeakEWMA(_:lifetime: -1)", [LB.Backend](), throws: LB.PoolError.empty, "the pool is checked first"
    ) {
      try PeakEWMA($0, lifetime: -1)
    }
    guard let short = try Day(answered: [1], at: 100, lifetime: 0.5) else { return }
    try short.costs(at: 100.5, are: [afterOne], "0.5 s is above 0, and one lifetime has passed: 1/e is left")
    guard let endless = try Day(answered: [1], at: 100, lifetime: .infinity) else { return }
    try endless.costs(at: 1e9, are: [1], "an endless lifetime is above 0, and nothing is forgotten")
  }

  // Our rule: an index is checked before it is used, and an error changes nothing
  @Test func `ends that cannot be are refused, and change nothing`() throws {
    guard let day = try Day(TestPool.of(connections: [1, 1], down: "b")) else { return }
    for letter in "ab" { try day.end(letter, latency: 1, at: 100) }
    for index in [-1, 2, 3, Int.max, Int.min] {
      let rule = "a pool of two has the indices 0 and 1, up or down"
      try day.refusal(of: index, latency: 9, at: 110, LB.PoolError.noBackend(at: index, count: 2), rule)
    }
    try day.refusal(
      of: 1, latency: 9, at: 110, LB.PoolError.noConnection(at: 1), "b was asked, and has answered")
    try day.costs(
      at: 110, are: [afterOne, afterOne], "what was refused counts nothing out, and teaches nothing")
  }

  // A second implementation: LatencyDiary in LoadBalancingSupport
  @Test func `random days agree with the diary`() throws {
    var random = SeededRandom(seed: 70)
    for _ in 0..<20 {
      guard let day = try Day(TestPool.of(2), lifetime: 4) else { return }
      var diaries = [LatencyDiary(lifetime: 4), LatencyDiary(lifetime: 4)]
      var now = 0.0
      for _ in 0..<16 {
        now += Double(Int.random(in: 1...40, using: &random)) / 8
        let latency = Double(Int.random(in: 1...64, using: &random)) / 16
        let costs = diaries.map { $0.average(now: now) }
        let cheapest = costs[1] < costs[0] ? 1 : 0
        let letter = Character(TestPool.letter(cheapest))
        try day.begin(at: now, gives: letter, "by the diary the two cost \(costs)")
        try day.end(letter, latency: latency, at: now)
        diaries[cheapest].note(latency, at: now)
        let later = now + Double(Int.random(in: 0...8, using: &random)) / 4
        let rule = "the diary adds up each latency since the last peak, decayed; the lifetime is 4 s"
        try day.costs(at: later, are: diaries.map { $0.average(now: later) }, rule)
      }
    }
  }

  /// A balancer, and what was done with it.
  private final class Day {
    private var balancer: PeakEWMA
    private var steps = CheckSteps()

    init?(_ pool: [LB.Backend], lifetime: Double = 10) throws {
      let call = "PeakEWMA(_:lifetime: \(lifetime))"
      guard let fresh = try made(call, pool, { try PeakEWMA($0, lifetime: lifetime) }) else { return nil }
      balancer = fresh
      steps.note("a pool of \(pool.map(describe).joined(separator: ", ")), lifetime \(lifetime) s")
    }

    /// A pool whose backends have each answered once.
    convenience init?(answered latencies: [Double], at now: Double, lifetime: Double = 10) throws {
      let pool = TestPool.of(connections: latencies.map { _ in 1 })
      try self.init(pool, lifetime: lifetime)
      for (index, latency) in latencies.enumerated() {
        try end(Character(TestPool.letter(index)), latency: latency, at: now)
      }
    }

    func begin(at now: Double, gives letter: Character, _ rule: String) throws {
      try steps.check("begin(now: \(now))", returns: Letter(TestPool.index(of: letter)), rule) {
        Letter(try balancer.begin(now: now))
      }
    }

    func noneAvailable(of count: Int, at now: Double) throws {
      let wanted = LB.PoolError.noneAvailable(of: count)
      try steps.check("begin(now: \(now))", throws: wanted, "nobody is up") { try balancer.begin(now: now) }
    }

    func end(_ letter: Character, latency: Double, at now: Double) throws {
      let index = TestPool.index(of: letter)
      try steps.run(
        "end(\(index), latency: \(latency), now: \(now)): \(letter)", "\(letter) has a request outstanding"
      ) {
        try balancer.end(index, latency: latency, now: now)
      }
    }

    /// The first backend is asked, and answers.
    func answer(_ latency: Double, at now: Double) throws {
      try begin(at: now, gives: "a", "it is the only one")
      try end("a", latency: latency, at: now)
    }

    func refusal(of index: Int, latency: Double, at now: Double, _ wanted: LB.PoolError, _ rule: String)
      throws
    {
      try steps.check("end(\(index), latency: \(latency), now: \(now))", throws: wanted, rule) {
        try balancer.end(index, latency: latency, now: now)
      }
    }

    /// Costs are compared to nine places.
    func costs(at now: Double, are expected: [Double], _ rule: String) throws {
      let rounded = { (costs: [Double]) in costs.map { ($0 * 1e9).rounded() / 1e9 } }
      try steps.check("costs(now: \(now))", returns: rounded(expected), rule) {
        rounded(try balancer.costs(now: now))
      }
    }
  }
}
