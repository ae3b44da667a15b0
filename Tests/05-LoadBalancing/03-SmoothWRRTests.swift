import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct SmoothWRRTests {
  // nginx commit 52327e0627f4 (2012-05-14): the sequence in its message
  @Test func `five to one to one is aabacaa`() throws {
    let rule = "a gets five of seven picks, with b and c between them, and so again"
    try checkPicks(TestPool.of(weights: [5, 1, 1]), are: "aabacaaaabacaa", rule)
  }

  // nginx commit 52327e0627f4 (2012-05-14): the table of current weights in its message
  @Test func `the current weights after each pick are nginx's`() throws {
    let table = """
      (0,0,0) a (-2,1,1) a (-4,2,2) b (1,-4,3) a (-1,-3,4) c (4,-2,-2) a (2,-1,-1) a (0,0,0) a (-2,1,1)
      """
    let rule = "each is raised by its weight, and the greatest is lowered by the sum of the weights, 7"
    try play(table, on: TestPool.of(weights: [5, 1, 1]), rule)
  }

  // Recorded: nginx 1.22.1, four servers of weight 1
  @Test func `equal weights are plain round robin`() throws {
    let rule = "of equal current weights the first in the pool wins, so a begins"
    try checkPicks(TestPool.of(4), are: NginxPicks.equal, rule)
  }

  // Recorded: nginx 1.22.1, four sets of weights
  @Test func `nginx picks the same`() throws {
    let recordings = [
      ([1, 1, 5], "", NginxPicks.oneOneFive), ([4, 3, 2, 1], "", NginxPicks.fourThreeTwoOne),
      ([6, 2, 2], "", NginxPicks.sixTwoTwo), ([4, 3, 2, 1], "b", NginxPicks.fourDownTwoOne),
    ]
    for (weights, down, recorded) in recordings {
      try checkPicks(TestPool.of(weights: weights, down: down), are: recorded, "recorded from nginx")
    }
  }

  // Recorded: HAProxy 2.6.12, `balance roundrobin`: order is policy, shares are not
  @Test func `HAProxy takes other turns, and gives the same shares`() throws {
    let recordings = [
      ([5, 1, 1], HAProxyTurns.fiveOneOne), ([4, 3, 2, 1], HAProxyTurns.fourThreeTwoOne),
      ([6, 2, 2], HAProxyTurns.sixTwoTwo),
    ]
    for (weights, recorded) in recordings {
      try check(
        "pick(), \(recorded.count) times, sorted", TestPool.of(weights: weights),
        returns: String(recorded.sorted()), "in whole periods HAProxy gives the same shares: \(recorded)"
      ) { pool in
        var balancer = try SmoothWRR(pool)
        return String(try TestPool.picks(recorded.count) { try balancer.pick() }.sorted())
      }
    }
  }

  // Arithmetic: a pick adds the sum of the weights and takes it away again; after sum picks all is paid
  @Test func `in a period each backend is picked as often as it weighs`() throws {
    var random = SeededRandom(seed: 53)
    for _ in 0..<40 {
      let size = Int.random(in: 1...5, using: &random)
      let weights = (0..<size).map { $0 == 0 ? 1 : Int.random(in: 0...9, using: &random) }
      let period = weights.reduce(0, +)
      let pool = TestPool.of(weights: weights)
      let rule = "a period is as many picks as the weights add up to"
      try check("pick(), \(period) times: how often each", pool, returns: weights, rule) { pool in
        var balancer = try SmoothWRR(pool)
        let picks = try (0..<period).map { _ in try balancer.pick() }
        return pool.indices.map { index in picks.filter { $0 == index }.count }
      }
      try check("currentWeights after \(period) picks", pool, returns: weights.map { _ in 0 }, rule) { pool in
        var balancer = try SmoothWRR(pool)
        for _ in 0..<period { _ = try balancer.pick() }
        return try balancer.currentWeights
      }
    }
  }

  // nginx, ngx_stream_upstream_get_peer: a peer that is down is skipped before its weight is raised
  @Test func `the current weight of a backend that is down stands still`() throws {
    let pool = TestPool.of(weights: [5, 1, 1])
    try play(
      "a (-2,1,1) -a (-2,1,1) b (-2,0,2) +a (-2,0,2) a (-4,1,3)", on: pool,
      "b and c are raised to 2 and 2, and b pays 2; a keeps its -2 and goes on from there")
    try play(
      "b (0,-1,1) c (0,0,0) +a a (-2,1,1)", on: TestPool.of(weights: [5, 1, 1], down: "a"),
      "a was down at first")
  }

  // Our rule: telling the same again changes nothing, and no mark changes a current weight
  @Test func `a mark that is repeated changes nothing`() throws {
    let pool = TestPool.of(weights: [2, 1])
    try play(
      "+a +a a (-1,1) +b b (1,-1) a (0,0)", on: pool, "both are up, however often that is said: the sum is 3")
    try play("-b -b a (0,0) +b a (-1,1)", on: pool, "b is down, however often that is said: a pays 2 alone")
    try play(
      "a (-1,1) -a +a (-1,1) b (1,-1)", on: pool, "a was down and is back: its current weight is as it was")
  }

  // HAProxy 2.6 configuration manual, `weight`; ipvsadm(8), -w: a server of weight 0 gets nothing new
  @Test func `a weight of zero takes no share`() throws {
    let rule = "a takes no part, though its 0 is more than b's -1"
    try play("b (0,-1,1) -c b (0,-1,1) b b -b none", on: TestPool.of(weights: [0, 2, 1]), rule)
    try play(
      "none -a none +a none (0,0)", on: TestPool.of(weights: [0, 0]), "a and b are up, but weigh nothing")
  }

  // Our rule: a pool is an error when it is made, not when it is used
  @Test func `an empty pool is refused`() throws {
    let rule = "a pool without a backend can never serve anybody"
    try check("SmoothWRR(_:)", [LB.Backend](), throws: LB.PoolError.empty, rule) { try SmoothWRR($0) }
  }

  // ipvsadm(8), -w: 0 to 2147483647
  @Test func `a weight out of range is refused, with its place`() throws {
    let most = 2_147_483_647
    let cases = [
      ([5, -1, -2], "", -1, 1), ([5, most + 1, -2], "", most + 1, 1), ([most + 1, 1], "", most + 1, 0),
      ([1, 2, Int.max], "", Int.max, 2), ([Int.min], "", Int.min, 0), ([1, -1], "b", -1, 1),
      ([-3, -5], "ab", -3, 0), ([0, 0, -1], "", -1, 2),
    ]
    for (weights, down, weight, place) in cases {
      try check(
        "SmoothWRR(_:)", TestPool.of(weights: weights, down: down),
        throws: LB.PoolError.weightOutOfRange(weight, at: place),
        "the first that is not in 0...\(most) is reported, up or down"
      ) { try SmoothWRR($0) }
    }
  }

  // ipvsadm(8), -w: 0 to 2147483647
  @Test func `both ends of the range are weights like others`() throws {
    let most = 2_147_483_647
    let pool = TestPool.of(weights: [most, 0, most])
    try play("a (-\(most),0,\(most)) c (0,0,0) a c", on: pool, "a and c take turns, and b has no share")
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down changes no weight`() throws {
    let rule = "-2, 2 before the pick that failed, and so it stays: the period goes on where it was"
    try play("a -a -b (-2,2) none none (-2,2) +a +b b a b a (0,0)", on: TestPool.of(weights: [3, 2]), rule)
    try play("none -a none +b b", on: TestPool.of(weights: [3, 2], down: "ab"), "all may be down at first")
  }

  // Our rule: an index is checked before it is used, and an error changes nothing
  @Test func `marking a backend that is not there is an error`() throws {
    let pool = TestPool.of(weights: [2, 1, 4], down: "c")
    for index in [-1, 3, 4, Int.max, Int.min] {
      guard var balancer = try made("SmoothWRR(_:)", pool, { try SmoothWRR($0) }) else { return }
      var steps = CheckSteps()
      steps.note("a pool of a (weight 2), b, c (weight 4, down)")
      try steps.check(
        "mark(\(index), isUp: false)", throws: LB.PoolError.noBackend(at: index, count: 3),
        "a pool of three has the indices 0, 1 and 2, up or down"
      ) { try balancer.mark(index, isUp: false) }
      try steps.check("pick(), 3 times", returns: "aba", "a mark that was refused changes nothing") {
        try TestPool.picks(3) { try balancer.pick() }
      }
    }
  }

  // A second implementation: CreditLedger in LoadBalancingSupport
  @Test func `random weights and outages agree with the books`() throws {
    var random = SeededRandom(seed: 54)
    for _ in 0..<30 {
      let weights = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      var isUp = weights.map { _ in true }
      var ledger = CreditLedger(weights: weights)
      var script: [String] = []
      for _ in 0..<40 {
        if Int.random(in: 0..<4, using: &random) == 0 {
          let index = Int.random(in: weights.indices, using: &random)
          isUp[index] = Bool.random(using: &random)
          script.append((isUp[index] ? "+" : "-") + TestPool.letter(index))
        }
        script.append(ledger.pick(isUp: isUp).map(TestPool.letter) ?? "none")
        script.append("(\(ledger.credits.map(String.init).joined(separator: ",")))")
      }
      let rule = "a current weight is what was earned in all rounds, less what was paid"
      try play(script.joined(separator: " "), on: TestPool.of(weights: weights), rule)
    }
  }

  private func checkPicks(_ pool: [LB.Backend], are expected: String, _ rule: String) throws {
    try check("pick(), \(expected.count) times", pool, returns: expected, rule) { pool in
      var balancer = try SmoothWRR(pool)
      return try TestPool.picks(expected.count) { try balancer.pick() }
    }
  }

  private func play(_ script: String, on pool: [LB.Backend], _ rule: String) throws {
    guard var balancer = try made("SmoothWRR(_:)", pool, { try SmoothWRR($0) }) else { return }
    try PoolScript(pool).check(script, rule) {
      try balancer.pick()
    } mark: {
      try balancer.mark($0, isUp: $1)
    } currentWeights: {
      try balancer.currentWeights
    }
  }
}
