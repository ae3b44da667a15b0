import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RoundRobinTests {
  // nginx, HTTP load balancing: round robin is the method of an `upstream` that names none
  @Test func `the backends take turns in the order of the pool`() throws {
    try checkPicks(
      7, TestPool.of(3), are: "abcabca", "the first has the first turn, after the last comes the first"
    )
  }

  // Our rule: the circle has as many places as the pool
  @Test func `a pool of one gives its backend every time`() throws {
    try checkPicks(3, TestPool.of(1), are: "aaa", "after the only backend comes the only backend")
  }

  // nginx, ngx_stream_upstream_module: a server marked `down` is not picked
  @Test func `a backend that is down is skipped`() throws {
    try checkPicks(
      6, TestPool.of(3, down: "b"), are: "acacac",
      "the next turn is that of the backend after the one that was picked, not after the one that was skipped"
    )
  }

  // Our rule: every backend of the pool is looked at before a pick fails
  @Test func `the search goes round the end of the pool`() throws {
    let rule = "after c comes d, which is down, then a, which is down, then b"
    try checkPicks(5, TestPool.of(4, down: "ad"), are: "bcbcb", rule)
    try checkPicks(
      3, TestPool.of(3, down: "bc"), are: "aaa", "after a come b and c, which are down, then a")
  }

  // Our rule, and the second table of the page: a turn that has come goes to the next backend that is up
  @Test func `a backend that goes down gives its turn to the next`() throws {
    try play("a -b c a c a", on: TestPool.of(3), "b went down when its turn had come: c has it, and then a")
    try play(
      "a -b c +b d a b", on: TestPool.of(4), "b's turn went to c, and b waits until the circle comes round")
  }

  // Our rule: whose turn it is does not change with a mark
  @Test func `marking moves nobody's turn`() throws {
    let rule = "b went down and came back before the pick: its turn is still to come"
    try play("a -b +b b c a", on: TestPool.of(3), rule)
    try play(
      "a -c +c b c a", on: TestPool.of(3), "c went down and came back, and it is b's turn all the while")
  }

  // Our rule: who was skipped is owed nothing
  @Test func `a backend that comes back waits for its turn`() throws {
    let rule = "c comes back when b's turn has come: b, then c, one turn each"
    try play("-c a b d a +c b c d a b", on: TestPool.of(4), rule)
  }

  // Our rule: telling the same again is not a mistake, and changes nothing
  @Test func `a mark that is repeated changes nothing`() throws {
    try play(
      "a -b -b c a -c a a +c c", on: TestPool.of(3), "b is down, however often that is said: two are left")
    try play("a +b +b b c +a +a a b", on: TestPool.of(3), "all are up, however often that is said")
    try play("-a -a none +a a -a none", on: TestPool.of(1), "the last mark counts, not the number of marks")
  }

  // Our rule: only a pool without a backend is a mistake when it is made
  @Test func `an empty pool is refused, one that is all down is not`() throws {
    try check(
      "RoundRobin(_:)", [LB.Backend](), throws: LB.PoolError.empty,
      "a pool without a backend can never serve anybody"
    ) { try RoundRobin($0) }
    try play(
      "none +c c -c none +a +b a b", on: TestPool.of(3, down: "abc"),
      "backends may be down at first, all of them")
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down costs nobody a turn`() throws {
    let rule = "b's turn was still to come when all went down"
    try play("a -a -b -c none none +a +b +c b c a", on: TestPool.of(3), rule)
  }

  // Our rule: an index is checked before it is used, and an error changes nothing
  @Test func `marking a backend that is not there is an error`() throws {
    let pool = TestPool.of(3, down: "b")
    for index in [-1, 3, 4, Int.max, Int.min] {
      guard var balancer = try made("RoundRobin(_:)", pool, { try RoundRobin($0) }) else { return }
      var steps = CheckSteps()
      steps.note("a pool of a, b (down), c")
      try steps.check("pick()", returns: Letter(0), "the first has the first turn") {
        Letter(try balancer.pick())
      }
      try steps.check(
        "mark(\(index), isUp: false)", throws: LB.PoolError.noBackend(at: index, count: 3),
        "a pool of three has the indices 0, 1 and 2, up or down"
      ) { try balancer.mark(index, isUp: false) }
      for expected in [2, 0] {
        try steps.check("pick()", returns: Letter(expected), "a mark that was refused changes nothing") {
          Letter(try balancer.pick())
        }
      }
    }
  }

  // ipvsadm(8): rr spreads jobs equally, wrr and lc are methods of their own
  @Test func `weights and connections are not looked at`() throws {
    let pool = TestPool.of(connections: [9, 0, -4, 0], weights: [5, 1, 0, -1])
    try checkPicks(8, pool, are: "abcdabcd", "plain round robin asks only who is up")
  }

  // LB.Backend: a backend is spoken of by its index, so two may have equal fields
  @Test func `backends with the same name have a turn each`() throws {
    let pool = Array(repeating: LB.Backend("x"), count: 3)
    try checkPicks(5, pool, are: "abcab", "an index says which backend is meant, a name does not")
    try play(
      "a -b c a", on: pool, "only the backend at index 1 went down (the letters stand for the indices)")
  }

  // A second implementation: RotatingLine in LoadBalancingSupport
  @Test func `random outages agree with a line that rotates`() throws {
    var random = SeededRandom(seed: 51)
    for _ in 0..<40 {
      let size = Int.random(in: 1...6, using: &random)
      var isUp = (0..<size).map { _ in Bool.random(using: &random) }
      let down = isUp.indices.filter { !isUp[$0] }.map(TestPool.letter).joined()
      var line = RotatingLine(size)
      var script: [String] = []
      for _ in 0..<60 {
        let index = Int.random(in: 0..<size, using: &random)
        if Int.random(in: 0..<4, using: &random) == 0 {
          isUp[index] = Bool.random(using: &random)
          script.append((isUp[index] ? "+" : "-") + TestPool.letter(index))
        } else {
          script.append(line.pick(isUp: isUp).map(TestPool.letter) ?? "none")
        }
      }
      try play(
        script.joined(separator: " "), on: TestPool.of(size, down: down),
        "the line in the support picks this one")
    }
  }

  // Recorded: nginx 1.22.1, four servers of weight 1, without and with one that is `down`
  @Test func `nginx picks the same`() throws {
    try checkPicks(12, TestPool.of(4), are: NginxPicks.equal, "recorded from nginx: a, b, c, d")
    try checkPicks(12, TestPool.of(4, down: "c"), are: NginxPicks.oneDown, "recorded from nginx: c is down")
  }

  private func checkPicks(_ count: Int, _ pool: [LB.Backend], are expected: String, _ rule: String) throws {
    try check("pick(), \(count) times", pool, returns: expected, rule) { pool in
      var balancer = try RoundRobin(pool)
      return try TestPool.picks(count) { try balancer.pick() }
    }
  }

  private func play(_ script: String, on pool: [LB.Backend], _ rule: String) throws {
    guard var balancer = try made("RoundRobin(_:)", pool, { try RoundRobin($0) }) else { return }
    try PoolScript(pool).check(script, rule) {
      try balancer.pick()
    } mark: {
      try balancer.mark($0, isUp: $1)
    }
  }
}
