import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RoundRobinTests {
  // nginx, HTTP load balancing: round robin is the method of an `upstream` that names none
  @Test func `the backends take turns in the order of the pool`() throws {
    var balancer = try RoundRobin(TestPool.of(3))
    let picks = try TestPool.picks(7) { try balancer.pick() }
    #expect(picks == "abcabca", "the first has the first turn, and after the last comes the first again")
  }

  // Our rule: the circle has as many places as the pool
  @Test func `a pool of one gives its backend every time`() throws {
    var balancer = try RoundRobin(TestPool.of(1))
    let picks = try TestPool.picks(3) { try balancer.pick() }
    #expect(picks == "aaa", "behind the only backend comes the only backend")
  }

  // nginx, ngx_stream_upstream_module: a server marked `down` is not picked
  @Test func `a backend that is down is passed over`() throws {
    var balancer = try RoundRobin(TestPool.of(3, down: "b"))
    let picks = try TestPool.picks(6) { try balancer.pick() }
    #expect(picks == "acacac", "the next turn is behind the backend that was picked, not the one passed over")
  }

  // Our rule: every backend of the pool is looked at before a pick fails
  @Test func `the search goes round the end of the pool`() throws {
    var balancer = try RoundRobin(TestPool.of(4, down: "ad"))
    let picks = try TestPool.picks(5) { try balancer.pick() }
    #expect(picks == "bcbcb", "after c comes d, which is down, then a, which is down, then b")
  }

  // Our rule: a turn that has come goes to the next backend that is up
  @Test func `a backend that goes down gives its turn to the next`() throws {
    var balancer = try RoundRobin(TestPool.of(3))
    var picks = try TestPool.picks(1) { try balancer.pick() }
    try balancer.mark(1, isUp: false)
    picks += try TestPool.picks(4) { try balancer.pick() }
    #expect(picks == "acaca", "b went down when its turn had come: c has it, and then a")
  }

  // Our rule: who was passed over is owed nothing
  @Test func `a backend that comes back waits for its turn`() throws {
    var balancer = try RoundRobin(TestPool.of(4))
    try balancer.mark(2, isUp: false)
    var picks = try TestPool.picks(4) { try balancer.pick() }
    try balancer.mark(2, isUp: true)
    picks += try TestPool.picks(5) { try balancer.pick() }
    #expect(picks == "abdabcdab", "c comes back when b's turn has come: b, then c, one turn each")
  }

  // Our rule: a pool is an error when it is made, not when it is used
  @Test func `an empty pool is refused`() throws {
    #expect(throws: LB.PoolError.empty, "a pool without a backend can never serve anybody") {
      try RoundRobin([])
    }
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down costs nobody a turn`() throws {
    var balancer = try RoundRobin(TestPool.of(3))
    var picks = try TestPool.picks(1) { try balancer.pick() }
    for index in 0..<3 { try balancer.mark(index, isUp: false) }
    for _ in 0..<2 {
      #expect(throws: LB.PoolError.noneAvailable(of: 3), "all three are down") { try balancer.pick() }
    }
    for index in 0..<3 { try balancer.mark(index, isUp: true) }
    picks += try TestPool.picks(3) { try balancer.pick() }
    #expect(picks == "abca", "b's turn was still to come when all went down")
  }

  // Our rule: an index is checked before it is used
  @Test(arguments: [-1, 2, Int.max]) func `marking a backend that is not there is an error`(index: Int) throws
  {
    var balancer = try RoundRobin(TestPool.of(2))
    #expect(throws: LB.PoolError.noBackend(at: index, count: 2), "a pool of two has the indices 0 and 1") {
      try balancer.mark(index, isUp: false)
    }
  }

  // ipvsadm(8): rr spreads jobs equally, wrr and lc are methods of their own
  @Test func `weights and connections are not looked at`() throws {
    var balancer = try RoundRobin(TestPool.of(connections: [9, 0, 4], weights: [5, 1, 0]))
    let picks = try TestPool.picks(6) { try balancer.pick() }
    #expect(picks == "abcabc", "plain round robin asks only who is up")
  }

  // A second implementation: RotatingLine in LoadBalancingSupport
  @Test func `random outages agree with a line that rotates`() throws {
    var random = SeededRandom(seed: 51)
    for _ in 0..<40 {
      let size = Int.random(in: 1...6, using: &random)
      var isUp = Array(repeating: true, count: size)
      var balancer = try RoundRobin(TestPool.of(size))
      var line = RotatingLine(size)
      var trail = StepTrail()
      for _ in 0..<60 {
        let index = Int.random(in: 0..<size, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          isUp[index] = Bool.random(using: &random)
          try balancer.mark(index, isUp: isUp[index])
          trail.note("\(TestPool.letter(index)) of \(size) is marked \(isUp[index] ? "up" : "down")")
        default:
          guard let expected = line.pick(isUp: isUp) else { continue }
          let picked = try balancer.pick()
          trail.note("pick() gave \(TestPool.letter(picked)), should give \(TestPool.letter(expected))")
          try #require(picked == expected, "a pool of \(size):\n\(trail)")
        }
      }
    }
  }

  // Recorded: nginx 1.22.1, four servers of weight 1, without and with one that is `down`
  @Test func `nginx picks the same`() throws {
    var balancer = try RoundRobin(TestPool.of(4))
    let picks = try TestPool.picks(NginxPicks.equal.count) { try balancer.pick() }
    #expect(picks == NginxPicks.equal, "recorded from nginx: a, b, c, d")
    var outage = try RoundRobin(TestPool.of(4, down: "c"))
    let others = try TestPool.picks(NginxPicks.oneDown.count) { try outage.pick() }
    #expect(others == NginxPicks.oneDown, "recorded from nginx: c is down")
  }
}
