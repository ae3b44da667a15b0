import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct WeightedConnectionsTests {
  // ipvsadm(8), wlc: connections in relation to the real servers' weights
  @Test func `connections are divided by the weight`() throws {
    let picked = try pick(connections: [3, 1], weights: [5, 1], by: .weighted)
    #expect(picked == "a", "3/5 is less than 1/1")
    let other = try pick(connections: [2, 2, 5], weights: [3, 4, 9], by: .weighted)
    #expect(other == "b", "2/4 is less than 5/9, which is less than 2/3: compare the fractions exactly")
  }

  // Arithmetic: with m = 2^31 - 1, (m - 1) / m = 1 - 1/m is more than (m - 2) / (m - 1) = 1 - 1/(m - 1), by 2^-62 or so;
  // the numbers a Double has below 1 are 2^-53 apart
  @Test func `values too close for a Double are told apart`() throws {
    let most = LB.Backend.weights.upperBound
    let picked = try pick(connections: [most - 1, most - 2], weights: [most, most - 1], by: .weighted)
    #expect(
      picked == "b", "2147483645/2147483646 is less than 2147483646/2147483647: compare without a Double")
  }

  // Linux, net/netfilter/ipvs/ip_vs_wlc.c: an idle server's overhead is 0, whatever it weighs
  @Test func `by weighted connections an idle backend is as good as any other`() throws {
    let picked = try pick(connections: [0, 0], weights: [1, 5], by: .weighted)
    #expect(picked == "a", "0/1 and 0/5 are equal, so the first wins")
  }

  // ipvsadm(8), sed: (Ci + 1) / Ui
  @Test func `the shortest delay counts the new connection, too`() throws {
    let picked = try pick(connections: [0, 2], weights: [1, 4], by: .shortestDelay)
    #expect(picked == "b", "with the new connection it is 1/1 and 3/4")
    let idle = try pick(connections: [0, 0], weights: [1, 5], by: .shortestDelay)
    #expect(idle == "b", "1/1 and 1/5: an idle backend is not as good as any other")
  }

  // ipvsadm(8), nq: an idle server, or else the shortest expected delay
  @Test func `never queue prefers an idle backend, however slow`() throws {
    let picked = try pick(connections: [3, 2, 0], weights: [9, 4, 1], by: .neverQueue)
    #expect(picked == "c", "c is idle: its value is 0")
    let busy = try pick(connections: [3, 2, 1], weights: [9, 4, 1], by: .neverQueue)
    #expect(busy == "a", "nobody is idle, and 4/9 is less than 3/4 and 2/1")
    let close = try pick(connections: [1, 5], weights: [1, 4], by: .neverQueue)
    #expect(close == "b", "nobody is idle, and 6/4 is less than 2/1: the new connection counts")
  }

  // Our rule, as in HAProxy and IPVS: a weight of 0 takes nothing new
  @Test func `a backend that is down or weighs nothing takes no part`() throws {
    var balancer = try WeightedConnections(
      TestPool.of(connections: [0, 0, 7, 9], weights: [5, 0, 1, 1], down: "a"), by: .neverQueue, ties: .first)
    let picks = try TestPool.picks(4) { try balancer.open() }
    #expect(picks == "cccd", "8/1, 9/1, 10/1, and then d: 10/1 against c's 11/1")
    try balancer.mark(0, isUp: true)
    let back = try TestPool.picks(2) { try balancer.open() }
    #expect(back == "aa", "a is back and has the least: 0, then 2/5")
  }

  // nginx, ngx_stream_upstream_least_conn_module.c: among equals, weighted round robin
  @Test func `smooth ties go round by weight`() throws {
    var balancer = try WeightedConnections(TestPool.of(weights: [5, 1, 1]), by: .weighted, ties: .smooth)
    let picks = try oneByOne(14, of: &balancer)
    #expect(picks == "aabacaaaabacaa", "all are idle each time, so it is smooth weighted round robin")
  }

  // HAProxy 2.6, src/lb_fwlc.c: an entry whose key changes is inserted again, behind its equals
  @Test func `of equals the one unchanged for longest wins`() throws {
    let pool = TestPool.of(weights: [5, 1, 1])
    var balancer = try WeightedConnections(pool, by: .weighted, ties: .longestUnchanged)
    let picks = try oneByOne(8, of: &balancer)
    #expect(picks == "abcabcab", "all are idle each time, and who was used last comes last")
    var ending = try WeightedConnections(TestPool.of(2), by: .weighted, ties: .longestUnchanged)
    var order = try TestPool.picks(2) { try ending.open() }
    for index in [1, 0] { try ending.close(index) }
    order += try TestPool.picks(1) { try ending.open() }
    #expect(
      order == "abb",
      "a connection of b ended before one of a: an end is a change, too, so b is unchanged for longest")
  }

  // Our rule: counts, ages and turns go on as if nobody had been marked
  @Test func `marking changes nothing but who takes part`() throws {
    var aged = try WeightedConnections(TestPool.of(3), by: .weighted, ties: .longestUnchanged)
    try markDownAndUp(0, in: &aged)
    let oldest = try TestPool.picks(3) { try aged.open() }
    #expect(oldest == "abc", "longestUnchanged: a was down and is back, but its count has not changed")
    let pool = TestPool.of(weights: [5, 1, 1])
    var turning = try WeightedConnections(pool, by: .weighted, ties: .smooth)
    var turns = try oneByOne(1, of: &turning)
    try markDownAndUp(0, in: &turning)
    turns += try oneByOne(6, of: &turning)
    #expect(
      turns == "aabacaa",
      "smooth: a was down and is back after the first pick, and its current weight is the same")
    var counting = try WeightedConnections(TestPool.of(connections: [2, 1]), by: .weighted, ties: .first)
    try markDownAndUp(0, in: &counting)
    let least = try TestPool.picks(1) { try counting.open() }
    #expect(least == "b", "a was down and is back, and still has its 2 connections; b has 1")
  }

  // Our rule: a pool and an index are checked before they are used, and an error changes nothing
  @Test func `bad pools and bad indices are refused`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") {
      try WeightedConnections([], by: .weighted, ties: .first)
    }
    #expect(throws: LB.PoolError.weightOutOfRange(-1, at: 1), "nobody can owe a share") {
      try WeightedConnections(TestPool.of(weights: [1, -1]), by: .weighted, ties: .first)
    }
    var balancer = try WeightedConnections(TestPool.of(2), by: .weighted, ties: .first)
    #expect(throws: LB.PoolError.noBackend(at: 2, count: 2), "a pool of two has the indices 0 and 1") {
      try balancer.close(2)
    }
    #expect(throws: LB.PoolError.noBackend(at: -1, count: 2), "a pool of two has the indices 0 and 1") {
      try balancer.mark(-1, isUp: false)
    }
  }

  // Our rule: a count below zero would draw all the traffic to a backend
  @Test func `a connection cannot end twice`() throws {
    var balancer = try WeightedConnections(TestPool.of(2), by: .weighted, ties: .first)
    var picks = try TestPool.picks(2) { try balancer.open() }
    try balancer.close(1)
    #expect(throws: LB.PoolError.noConnection(at: 1), "b had one connection, and it has ended") {
      try balancer.close(1)
    }
    picks += try TestPool.picks(3) { try balancer.open() }
    #expect(picks == "abbab", "after the mistake b has none, not fewer than none")
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down changes nothing`() throws {
    var balancer = try WeightedConnections(TestPool.of(weights: [3, 2]), by: .weighted, ties: .smooth)
    for index in 0..<2 { try balancer.mark(index, isUp: false) }
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "both are down") { try balancer.open() }
    for index in 0..<2 { try balancer.mark(index, isUp: true) }
    let picks = try TestPool.picks(5) { try balancer.open() }
    #expect(picks == "ababa", "0/3 and 0/2 are equal, then 1/3 and 0/2, and so on; at 1 and 1 it is a's turn")
  }

  // Recorded: nginx 1.22.1, `least_conn` with and without weights
  @Test func `nginx picks the same`() throws {
    typealias Recorded = WeightedConnectionEvents
    try replay(NginxPicks.leastConnections, weights: [1, 1, 1, 1], .weighted, .smooth)
    try replay(NginxPicks.leastConnectionsOneDown, weights: [1, 1, 1, 1], down: "b", .weighted, .smooth)
    try replay(Recorded.nginxFiveThreeOne, weights: [5, 3, 1], .weighted, .smooth)
    try replay(Recorded.nginxFourFourTwoTwo, weights: [4, 4, 2, 2], .weighted, .smooth)
  }

  // Recorded: HAProxy 2.6.12, `leastconn` with and without weights
  @Test func `HAProxy picks the same`() throws {
    typealias Recorded = WeightedConnectionEvents
    try replay(Recorded.haproxyEqual, weights: [1, 1, 1, 1], .neverQueue, .longestUnchanged)
    try replay(Recorded.haproxyFiveThreeOne, weights: [5, 3, 1], .neverQueue, .longestUnchanged)
    try replay(Recorded.haproxyFourFourTwoTwo, weights: [4, 4, 2, 2], .neverQueue, .longestUnchanged)
  }

  // A second implementation: ConnectionDiary in LoadBalancingSupport
  @Test func `random days agree with the diary`() throws {
    var random = SeededRandom(seed: 55)
    for rule in LB.ConnectionRule.allCases {
      for ties in LB.TieRule.allCases {
        let weights = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
        var isUp = weights.map { _ in true }
        var balancer = try WeightedConnections(TestPool.of(weights: weights), by: rule, ties: ties)
        var diary = ConnectionDiary(weights: weights, by: rule, ties: ties)
        var trail = StepTrail()
        for _ in 0..<60 {
          let index = Int.random(in: weights.indices, using: &random)
          let letter = TestPool.letter(index)
          switch Int.random(in: 0..<8, using: &random) {
          case 0:
            isUp[index].toggle()
            try balancer.mark(index, isUp: isUp[index])
            trail.note("\(letter) is marked \(isUp[index] ? "up" : "down")")
          case 1...3 where diary.active(index) > 0:
            let held = diary.active(index)
            trail.note("\(letter), which has \(held), loses a connection")
            let refusal = try refusal { try balancer.close(index) }
            try #require(refusal == nil, "weights \(weights), \(rule), ties \(ties):\n\(trail)")
            diary.close(index)
          default:
            guard let winner = diary.open(isUp: isUp).map(TestPool.letter) else { continue }
            let picked = TestPool.letter(try balancer.open())
            trail.note("open() gave \(picked), should give \(winner)")
            try #require(picked == winner, "weights \(weights), \(rule), ties \(ties):\n\(trail)")
          }
        }
      }
    }
  }

  /// The letter that is picked first, the first of equals.
  private func pick(connections: [Int], weights: [Int], by rule: LB.ConnectionRule) throws -> String {
    let pool = TestPool.of(connections: connections, weights: weights)
    var balancer = try WeightedConnections(pool, by: rule, ties: .first)
    return TestPool.letter(try balancer.open())
  }

  /// Connections that each end before the next begins.
  private func oneByOne(_ count: Int, of balancer: inout WeightedConnections) throws -> String {
    try TestPool.picks(count) {
      let picked = try balancer.open()
      try balancer.close(picked)
      return picked
    }
  }

  private func markDownAndUp(_ index: Int, in balancer: inout WeightedConnections) throws {
    for isUp in [false, true] { try balancer.mark(index, isUp: isUp) }
  }

  /// What a step is refused with, or nil when it is not.
  private func refusal(of step: () throws -> Void) throws -> LB.PoolError? {
    do { try step() } catch let error as LB.PoolError { return error }
    return nil
  }

  /// Opens and closes what was recorded: every pick has to be the server's.
  private func replay(
    _ events: String, weights: [Int], down: String = "", _ rule: LB.ConnectionRule, _ ties: LB.TieRule
  ) throws {
    var balancer = try WeightedConnections(TestPool.of(weights: weights, down: down), by: rule, ties: ties)
    var trail = StepTrail()
    for event in events {
      if event.isUppercase {
        trail.note("\(event.lowercased()) loses a connection")
        let refusal = try refusal { try balancer.close(TestPool.index(of: event)) }
        try #require(refusal == nil, "weights \(weights), and it has one:\n\(trail)")
      } else {
        let (picked, recorded) = (TestPool.letter(try balancer.open()), String(event))
        trail.note("open() gave \(picked), recorded is \(recorded)")
        try #require(picked == recorded, "weights \(weights):\n\(trail)")
      }
    }
  }
}
