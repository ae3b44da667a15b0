import LoadBalancing
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
    let picks = try oneByOne(14, weights: [5, 1, 1], ties: .smooth)
    #expect(picks == "aabacaaaabacaa", "all are idle each time, so it is smooth weighted round robin")
  }

  // HAProxy 2.6, src/lb_fwlc.c: an entry whose key changes is inserted again, behind its equals
  @Test func `of equals the one unchanged for longest wins`() throws {
    let picks = try oneByOne(8, weights: [5, 1, 1], ties: .longestUnchanged)
    #expect(picks == "abcabcab", "all are idle each time, and who was used last comes last")
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

  // A second implementation: ConnectionDiary in Tests/Support
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
            try balancer.close(index)
            diary.close(index)
            trail.note("\(letter) lost a connection")
          default:
            guard let expected = diary.open(isUp: isUp) else { continue }
            let picked = try balancer.open()
            trail.note("open() gave \(TestPool.letter(picked)), should give \(TestPool.letter(expected))")
            try #require(picked == expected, "weights \(weights), \(rule), ties \(ties):\n\(trail)")
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
  private func oneByOne(_ count: Int, weights: [Int], ties: LB.TieRule) throws -> String {
    var balancer = try WeightedConnections(TestPool.of(weights: weights), by: .weighted, ties: ties)
    return try TestPool.picks(count) {
      let picked = try balancer.open()
      try balancer.close(picked)
      return picked
    }
  }

  /// Opens and closes what was recorded: every pick has to be the server's.
  private func replay(
    _ events: String, weights: [Int], down: String = "", _ rule: LB.ConnectionRule, _ ties: LB.TieRule
  ) throws {
    var balancer = try WeightedConnections(TestPool.of(weights: weights, down: down), by: rule, ties: ties)
    var trail = StepTrail()
    for event in events {
      let recorded = TestPool.index(of: event)
      if event.isUppercase {
        try balancer.close(recorded)
        trail.note("\(event.lowercased()) lost a connection")
      } else {
        let picked = try balancer.open()
        trail.note("open() gave \(TestPool.letter(picked)), recorded is \(event)")
        try #require(picked == recorded, "weights \(weights):\n\(trail)")
      }
    }
  }
}
