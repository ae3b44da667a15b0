import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct SmoothWRRTests {
  // nginx commit 52327e0627f4 (2012-05-14): the sequence in its message
  @Test func `five to one to one is aabacaa`() throws {
    var balancer = try SmoothWRR(TestPool.of(weights: [5, 1, 1]))
    let picks = try TestPool.picks(14) { try balancer.pick() }
    #expect(picks == "aabacaaaabacaa", "a gets five of seven picks, with b and c between them, and so again")
  }

  // nginx commit 52327e0627f4 (2012-05-14): the table of current weights in its message
  @Test func `the current weights after each pick are nginx's`() throws {
    let states = [
      [0, 0, 0], [-2, 1, 1], [-4, 2, 2], [1, -4, 3], [-1, -3, 4], [4, -2, -2], [2, -1, -1], [0, 0, 0],
    ]
    var balancer = try SmoothWRR(TestPool.of(weights: [5, 1, 1]))
    var trail = StepTrail()
    for (picks, expected) in states.enumerated() {
      if picks > 0 { trail.note("pick() gave \(TestPool.letter(try balancer.pick()))") }
      let weights = try balancer.currentWeights
      trail.note("the current weights are \(weights), should be \(expected)")
      try #require(weights == expected, "weights 5, 1, 1:\n\(trail)")
    }
  }

  // Recorded: nginx 1.22.1, four servers of weight 1
  @Test func `equal weights are plain round robin`() throws {
    var balancer = try SmoothWRR(TestPool.of(4))
    let picks = try TestPool.picks(NginxPicks.equal.count) { try balancer.pick() }
    #expect(picks == NginxPicks.equal, "of equal current weights the first in the pool wins, so a begins")
  }

  // Recorded: nginx 1.22.1, four sets of weights
  @Test func `nginx picks the same`() throws {
    let recordings = [
      ([1, 1, 5], "", NginxPicks.oneOneFive), ([4, 3, 2, 1], "", NginxPicks.fourThreeTwoOne),
      ([6, 2, 2], "", NginxPicks.sixTwoTwo), ([4, 3, 2, 1], "b", NginxPicks.fourDownTwoOne),
    ]
    for (weights, down, recorded) in recordings {
      var balancer = try SmoothWRR(TestPool.of(weights: weights, down: down))
      let picks = try TestPool.picks(recorded.count) { try balancer.pick() }
      #expect(picks == recorded, "recorded from nginx with weights \(weights), down: [\(down)]")
    }
  }

  // Recorded: HAProxy 2.6.12, `balance roundrobin`: order is policy, shares are not
  @Test func `HAProxy takes other turns, and gives the same shares`() throws {
    let recordings = [
      ([5, 1, 1], HAProxyTurns.fiveOneOne), ([4, 3, 2, 1], HAProxyTurns.fourThreeTwoOne),
      ([6, 2, 2], HAProxyTurns.sixTwoTwo),
    ]
    for (weights, recorded) in recordings {
      var balancer = try SmoothWRR(TestPool.of(weights: weights))
      let picks = try TestPool.picks(recorded.count) { try balancer.pick() }
      #expect(
        String(picks.sorted()) == String(recorded.sorted()),
        "weights \(weights), whole periods: you gave \(picks), HAProxy \(recorded)")
    }
  }

  // Arithmetic: a pick adds the sum of the weights and takes it away again; after sum picks all is paid
  @Test func `in a period each backend is picked as often as it weighs`() throws {
    var random = SeededRandom(seed: 53)
    for _ in 0..<40 {
      let size = Int.random(in: 1...5, using: &random)
      let weights = (0..<size).map { $0 == 0 ? 1 : Int.random(in: 0...9, using: &random) }
      var balancer = try SmoothWRR(TestPool.of(weights: weights))
      var counts = Array(repeating: 0, count: size)
      for _ in 0..<weights.reduce(0, +) { counts[try balancer.pick()] += 1 }
      try #require(counts == weights, "a period is as many picks as the weights add up to")
      let left = try balancer.currentWeights
      try #require(left == Array(repeating: 0, count: size), "after a period of \(weights) all is as it was")
    }
  }

  // nginx, ngx_stream_upstream_get_peer: a peer that is down is passed over before its weight is raised
  @Test func `the current weight of a backend that is down stands still`() throws {
    var balancer = try SmoothWRR(TestPool.of(weights: [5, 1, 1]))
    var picks = try TestPool.picks(1) { try balancer.pick() }
    try balancer.mark(0, isUp: false)
    picks += try TestPool.picks(1) { try balancer.pick() }
    let during = try balancer.currentWeights
    #expect(during == [-2, 0, 2], "b and c were raised to 2 and 2, and b paid 2; a kept its -2")
    try balancer.mark(0, isUp: true)
    picks += try TestPool.picks(1) { try balancer.pick() }
    let after = try balancer.currentWeights
    #expect(after == [-4, 1, 3], "a goes on from -2: raised to 3, 1, 3, it comes first and pays 7")
    #expect(picks == "aba", "of two that are equal the first in the pool is picked")
  }

  // HAProxy 2.6 configuration manual, `weight`; ipvsadm(8), -w: a server of weight 0 gets nothing new
  @Test func `a weight of zero takes no share`() throws {
    var balancer = try SmoothWRR(TestPool.of(weights: [0, 2, 1]))
    var picks = try TestPool.picks(1) { try balancer.pick() }
    try balancer.mark(2, isUp: false)
    picks += try TestPool.picks(3) { try balancer.pick() }
    #expect(picks == "bbbb", "b stands at -1 and a at 0, but a does not take part")
    try balancer.mark(1, isUp: false)
    #expect(throws: LB.PoolError.noneAvailable(of: 3), "a is up, but weighs nothing") { try balancer.pick() }
  }

  // Our rule: a pool is an error when it is made, not when it is used
  @Test func `an empty pool is refused`() throws {
    #expect(throws: LB.PoolError.empty, "a pool without a backend can never serve anybody") {
      try SmoothWRR([])
    }
  }

  // ipvsadm(8), -w: 0 to 2147483647
  @Test func `a weight out of range is refused, with its place`() throws {
    let most = LB.Backend.weights.upperBound
    var balancer = try SmoothWRR(TestPool.of(weights: [most, 0, most]))
    let picks = try TestPool.picks(4) { try balancer.pick() }
    #expect(picks == "acac", "both ends of the range are weights like others")
    #expect(throws: LB.PoolError.weightOutOfRange(-1, at: 1), "nobody can owe a share") {
      try SmoothWRR(TestPool.of(weights: [5, -1, -2]))
    }
    #expect(throws: LB.PoolError.weightOutOfRange(most + 1, at: 0), "the range ends at \(most)") {
      try SmoothWRR(TestPool.of(weights: [most + 1, 1]))
    }
  }

  // Our rule: an error changes nothing
  @Test func `a pick from a pool that is all down changes no weight`() throws {
    var balancer = try SmoothWRR(TestPool.of(weights: [3, 2]))
    var picks = try TestPool.picks(1) { try balancer.pick() }
    for index in 0..<2 { try balancer.mark(index, isUp: false) }
    let marked = try balancer.currentWeights
    #expect(
      marked == [-2, 2],
      "a was picked: 3, 2 less 5 for a is -2, 2, and to mark both as down changes no weight")
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "both are down") { try balancer.pick() }
    let weights = try balancer.currentWeights
    #expect(weights == [-2, 2], "-2, 2 before the pick that failed, and so it stays")
    for index in 0..<2 { try balancer.mark(index, isUp: true) }
    picks += try TestPool.picks(4) { try balancer.pick() }
    #expect(picks == "ababa", "the period goes on where it was")
  }

  // Our rule: an index is checked before it is used
  @Test(arguments: [-1, 2, Int.max]) func `marking a backend that is not there is an error`(index: Int) throws
  {
    var balancer = try SmoothWRR(TestPool.of(weights: [2, 1]))
    #expect(throws: LB.PoolError.noBackend(at: index, count: 2), "a pool of two has the indices 0 and 1") {
      try balancer.mark(index, isUp: false)
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
      var balancer = try SmoothWRR(TestPool.of(weights: weights))
      var ledger = CreditLedger(weights: weights)
      var trail = StepTrail()
      for _ in 0..<40 {
        if Int.random(in: 0..<4, using: &random) == 0 {
          let index = Int.random(in: weights.indices, using: &random)
          isUp[index].toggle()
          try balancer.mark(index, isUp: isUp[index])
          trail.note("\(TestPool.letter(index)) is marked \(isUp[index] ? "up" : "down")")
        }
        guard let winner = ledger.pick(isUp: isUp).map(TestPool.letter) else { continue }
        let picked = TestPool.letter(try balancer.pick())
        trail.note("pick() gave \(picked), should give \(winner)")
        try #require(picked == winner, "weights \(weights):\n\(trail)")
        let current = try balancer.currentWeights
        try #require(current == ledger.credits, "weights \(weights), the current weights after:\n\(trail)")
      }
    }
  }
}
