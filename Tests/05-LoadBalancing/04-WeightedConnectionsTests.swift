import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct WeightedConnectionsTests {
  /// The largest weight, and the largest count that the specification names.
  private let most = 2_147_483_647, crowd = 4_294_967_294

  // ipvsadm(8), wlc: connections in relation to the real servers' weights
  @Test func `connections are divided by the weight`() throws {
    try play("a", [3, 1], [5, 1], .weighted, "3/5 is less than 1/1")
    try play(
      "b", [2, 2, 5], [3, 4, 9], .weighted, "2/4 is less than 5/9, which is less than 2/3: compare exactly")
    try play(
      "b", [2, 6, 4], [3, 10, 6], .weighted,
      "6/10 is less than 2/3 and 4/6, though integers would give 0 for each")
    try play("a", [1, 2], [3, 6], .weighted, "1/3 and 2/6 are equal, so the first wins")
  }

  // Arithmetic: with m = 2^31 - 1, (m - 1) / m = 1 - 1/m is more than (m - 2) / (m - 1) = 1 - 1/(m - 1), by 2^-62 or so;
  // the numbers a Double has below 1 are 2^-53 apart
  @Test func `values too close for a Double are told apart`() throws {
    let rule = "2147483645/2147483646 is less than 2147483646/2147483647: compare without a Double"
    try play("b", [most - 1, most - 2], [most, most - 1], .weighted, rule)
  }

  // Arithmetic: (2^32 - 1) · (2^31 - 1) is below 2^63
  @Test func `the largest counts and weights do not overflow`() throws {
    let rule = "b has one connection less, and (n + 1) · w is below 2^63"
    for by in LB.ConnectionRule.allCases {
      try play("b", [crowd, crowd - 1], [most, most], by, rule)
      try play("b", [crowd, crowd], [1, most], by, "b carries more, and no product is above 2^63")
    }
  }

  // Linux, net/netfilter/ipvs/ip_vs_wlc.c: an idle server's overhead is 0, whatever it weighs
  @Test func `by weighted connections an idle backend is as good as any other`() throws {
    try play("a", [0, 0], [1, 5], .weighted, "0/1 and 0/5 are equal, so the first wins")
    try play(
      "abcabaaba", [0, 0, 0], [5, 3, 1], .weighted, "the table of the page: nine connections, and none ends")
  }

  // ipvsadm(8), sed: (Ci + 1) / Ui
  @Test func `the shortest delay counts the new connection, too`() throws {
    try play("b", [0, 2], [1, 4], .shortestDelay, "with the new connection it is 1/1 and 3/4")
    try play(
      "b", [0, 0], [1, 5], .shortestDelay, "1/1 and 1/5: an idle backend is not as good as any other")
    try play(
      "abaabaabc", [0, 0, 0], [5, 3, 1], .shortestDelay,
      "the table of the page: nine connections, and none ends")
  }

  // ipvsadm(8), nq: an idle server, or else the shortest expected delay
  @Test func `never queue prefers an idle backend, however slow`() throws {
    try play("c", [3, 2, 0], [9, 4, 1], .neverQueue, "c is idle: its value is 0")
    try play("a", [3, 2, 1], [9, 4, 1], .neverQueue, "nobody is idle, and 4/9 is less than 3/4 and 2/1")
    try play(
      "b", [1, 5], [1, 4], .neverQueue, "nobody is idle, and 6/4 is less than 2/1: the new connection counts")
    try play("a", [0, 0], [1, 5], .neverQueue, "both are idle: 0 and 0 are equal, so the first wins")
    try play(
      "abcaabaab", [0, 0, 0], [5, 3, 1], .neverQueue, "the table of the page: nine connections, and none ends"
    )
  }

  // Our rule, as in HAProxy and IPVS: a weight of 0 takes nothing new
  @Test func `a backend that is down or weighs nothing takes no part`() throws {
    try play(
      "c c c d +a a a", [0, 0, 7, 9], [5, 0, 1, 1], down: "a", .neverQueue,
      "8/1, 9/1, 10/1, then d: 10/1 against c's 11/1; a comes back with the least: 0, then 2/5")
    try play(
      "A B none +a a", [1, 2], [1, 0], down: "a", .weighted, "what a and b have may end, but b weighs nothing"
    )
    try play(
      "B b -b B a +b b B", [2, 1], [1, 1], .weighted, "a connection ends whether its backend is up or down")
  }

  // nginx, ngx_stream_upstream_least_conn_module.c: among equals, weighted round robin
  @Test func `smooth ties go round by weight`() throws {
    let turns = oneByOne("aabacaaaabacaa")
    try play(
      turns, [0, 0, 0], [5, 1, 1], .weighted, ties: .smooth, "all are idle each time: aabacaa, as in 5.3")
    try play(
      "a A c C B a", [0, 1, 0], [1, 1, 1], .weighted, ties: .smooth,
      "b is not tied in the first two picks, so only a and c are raised: then all three are at 0, and a comes first"
    )
  }

  // HAProxy 2.6, src/lb_fwlc.c: an entry whose key changes is inserted again, after its equals
  @Test func `of equals the one unchanged for longest wins`() throws {
    let rule = "all are idle each time, and who was used last comes last"
    try play(oneByOne("abcabcab"), [0, 0, 0], [5, 1, 1], .weighted, ties: .longestUnchanged, rule)
    let ended =
      "a connection of b ended before one of a: an end is a change, too, so b is unchanged for longest"
    try play("a b B A b", [0, 0], [1, 1], .weighted, ties: .longestUnchanged, ended)
    try play(
      "!A a A b", [0, 0], [1, 1], .weighted, ties: .longestUnchanged, "an end that is refused changes nothing"
    )
  }

  // Our rule: counts, ages and turns go on as if nobody had been marked, once or twice
  @Test func `marking changes nothing but who takes part`() throws {
    let count = "a was down and is back, and still has its 2 connections; b has 1"
    try play("-a +a b", [2, 1], [1, 1], .weighted, count)
    let age = "longestUnchanged: a was down and is back, but its count has not changed"
    try play("-a +a +a a b c", [0, 0, 0], [1, 1, 1], .weighted, ties: .longestUnchanged, age)
    let turn = "smooth: a was down and is back after the first pick, and its current weight is the same"
    try play("a A -a +a " + oneByOne("abacaa"), [0, 0, 0], [5, 1, 1], .weighted, ties: .smooth, turn)
    try play(
      "+a -b -b a -a none +a +a a", [0, 0], [1, 1], .weighted,
      "the last mark counts, however often it is repeated")
  }

  // Our rule, and ipvsadm(8), -w: 0 to 2147483647
  @Test func `bad pools and bad indices are refused`() throws {
    try check(
      "WeightedConnections(_:by:ties:)", [LB.Backend](), throws: LB.PoolError.empty,
      "nobody will ever come up"
    ) {
      try WeightedConnections($0, by: .weighted, ties: .first)
    }
    let cases = [
      ([1, -1], "", -1, 1), ([5, most + 1, -1], "", most + 1, 1), ([-3, -5], "", -3, 0),
      ([0, -1], "b", -1, 1),
      ([Int.max], "", Int.max, 0), ([Int.min], "a", Int.min, 0),
    ]
    for (weights, down, weight, place) in cases {
      try check(
        "WeightedConnections(_:by:ties:)", TestPool.of(weights: weights, down: down),
        throws: LB.PoolError.weightOutOfRange(weight, at: place),
        "the first that is not in 0...\(most) is reported, up or down"
      ) { try WeightedConnections($0, by: .weighted, ties: .first) }
    }
    let pool = TestPool.of(3, down: "c")
    for index in [-1, 3, 4, Int.max, Int.min] {
      guard var balancer = try make(pool, .weighted, .longestUnchanged) else { return }
      let wanted = LB.PoolError.noBackend(at: index, count: 3)
      var steps = CheckSteps()
      let rule = "a pool of three has the indices 0, 1 and 2, up or down"
      try steps.check("close(\(index))", throws: wanted, rule) { try balancer.close(index) }
      try steps.check("mark(\(index), isUp: false)", throws: wanted, rule) {
        try balancer.mark(index, isUp: false)
      }
      try steps.check("open()", returns: Letter(0), "an error changes nothing") {
        Letter(try balancer.open())
      }
    }
  }

  // Our rule: a count below zero would draw all the traffic to a backend
  @Test func `a connection cannot end twice`() throws {
    try play(
      "a b B !B !B b a b", [0, 0], [1, 1], .weighted, "after the mistake b has none, not fewer than none")
    try play(
      "A !A -b B !B a", [1, 1], [1, 1], .weighted, "those it had at first may end, each once, up or down")
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down changes nothing`() throws {
    let smooth = "0/3 and 0/2 are equal, then 1/3 and 0/2, and so on; at 1 and 1 it is a's turn"
    try play("-a -b none none +a +b a b a b a", [0, 0], [3, 2], .weighted, ties: .smooth, smooth)
    try play(
      "-a -b none +a +b a b", [0, 0], [1, 1], .weighted, ties: .longestUnchanged, "nobody's count has changed"
    )
  }

  // Recorded: nginx 1.22.1, `least_conn`, and HAProxy 2.6.12, `leastconn`, with and without weights
  @Test func `nginx and HAProxy pick the same`() throws {
    typealias Recorded = WeightedConnectionEvents
    let nginx = [
      (NginxPicks.leastConnections, [1, 1, 1, 1], ""),
      (NginxPicks.leastConnectionsOneDown, [1, 1, 1, 1], "b"),
      (Recorded.nginxFiveThreeOne, [5, 3, 1], ""), (Recorded.nginxFourFourTwoTwo, [4, 4, 2, 2], ""),
    ]
    for (events, weights, down) in nginx {
      let idle = weights.map { _ in 0 }
      try play(events, idle, weights, down: down, .weighted, ties: .smooth, "recorded from nginx, least_conn")
    }
    let haproxy = [
      (Recorded.haproxyEqual, [1, 1, 1, 1]), (Recorded.haproxyFiveThreeOne, [5, 3, 1]),
      (Recorded.haproxyFourFourTwoTwo, [4, 4, 2, 2]),
    ]
    for (events, weights) in haproxy {
      let rule = "recorded from HAProxy, leastconn"
      try play(events, weights.map { _ in 0 }, weights, .neverQueue, ties: .longestUnchanged, rule)
    }
  }

  // A second implementation: ConnectionDiary in LoadBalancingSupport
  @Test func `random days agree with the diary`() throws {
    var random = SeededRandom(seed: 55)
    for (by, ties) in LB.ConnectionRule.allCases.flatMap({ by in LB.TieRule.allCases.map { (by, $0) } }) {
      let weights = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
      var isUp = weights.map { _ in true }
      var diary = ConnectionDiary(weights: weights, by: by, ties: ties)
      var script: [String] = []
      for _ in 0..<60 {
        let index = Int.random(in: weights.indices, using: &random)
        let letter = TestPool.letter(index)
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          isUp[index] = Bool.random(using: &random)
          script.append((isUp[index] ? "+" : "-") + letter)
        case 1...3 where diary.active(index) > 0:
          script.append(letter.uppercased())
          diary.close(index)
        case 1: script.append("!" + letter.uppercased())
        default: script.append(diary.open(isUp: isUp).map(TestPool.letter) ?? "none")
        }
      }
      let rule = "the diary in the support picks this one, by \(by), ties \(ties)"
      try play(script.joined(separator: " "), [0, 0, 0, 0], weights, by, ties: ties, rule)
    }
  }

  /// Connections that each end before the next begins: `ab` is `a A b B`.
  private func oneByOne(_ picks: String) -> String {
    picks.map { "\($0) \($0.uppercased())" }.joined(separator: " ")
  }

  private func play(
    _ script: String, _ connections: [Int], _ weights: [Int], down: String = "", _ by: LB.ConnectionRule,
    ties: LB.TieRule = .first, _ rule: String
  ) throws {
    let pool = TestPool.of(connections: connections, weights: weights, down: down)
    guard var balancer = try make(pool, by, ties) else { return }
    let words = script.contains(" ") ? script : script.map(String.init).joined(separator: " ")
    try PoolScript(pool, picking: "open() by \(by), ties \(ties)").check(words, rule) {
      try balancer.open()
    } mark: {
      try balancer.mark($0, isUp: $1)
    } close: {
      try balancer.close($0)
    }
  }

  private func make(
    _ pool: [LB.Backend], _ by: LB.ConnectionRule, _ ties: LB.TieRule
  ) throws -> WeightedConnections? {
    try made("WeightedConnections(_:by:ties:)", pool, { try WeightedConnections($0, by: by, ties: ties) })
  }
}
