import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct SlowStartTests {
  // Recorded: HAProxy 2.6.12, `weight 100 slowstart 10s` and `weight 30 slowstart 5s`
  @Test func `HAProxy has the same weight in each second`() throws {
    let ten = try weights(100, window: 10, seconds: 0...11)
    #expect(ten == HAProxyHealth.slowStartTen, "weight 100, 10 s: recorded in the middle of each second")
    let five = try weights(30, window: 5, seconds: 0...11)
    #expect(five == HAProxyHealth.slowStartFive, "weight 30, 5 s: recorded in the middle of each second")
  }

  // HAProxy, server_recalc_eweight: it must start at the minimal step
  @Test func `it never begins at nothing`() throws {
    let first = try weights(16, window: 60, seconds: 0...0)
    #expect(first == [1], "a sixteenth of 16, at once")
    let light = try weights(1, window: 60, seconds: 0...1)
    #expect(light == [1, 1], "a sixteenth of 1, rounded up")
  }

  // HAProxy manual 5.2, slowstart: never applies when HAProxy starts
  @Test func `who is up from the beginning has its whole weight`() throws {
    let pool = try SlowStart(TestPool.of(weights: [8, 4]), window: 10)
    let weights = try pool.weights(now: 0)
    #expect(weights == [8, 4], "if all began slowly, nobody would be there for the traffic")
  }

  // Our rule: down is no share, and a weight of 0 stays one
  @Test func `who is down weighs nothing, and nothing stays nothing`() throws {
    var pool = try SlowStart(TestPool.of(weights: [8, 4, 0], down: "a"), window: 10)
    try pool.mark(1, isUp: false, now: 5)
    try pool.mark(2, isUp: false, now: 5)
    try pool.mark(2, isUp: true, now: 6)
    let weights = try pool.weights(now: 7)
    #expect(weights == [0, 0, 0], "a and b are down, c is drained")
  }

  // Our rule: a slow start begins with the coming back, not with each good word
  @Test func `being told again does not begin anew`() throws {
    var pool = try SlowStart(TestPool.of(weights: [16, 16], down: "a"), window: 16)
    try pool.mark(0, isUp: true, now: 100)
    try pool.mark(0, isUp: true, now: 108)
    try pool.mark(1, isUp: true, now: 108)
    let weights = try pool.weights(now: 108)
    #expect(weights == [9, 16], "a is up for 8 s of 16, and b was never down")
  }

  // HAProxy manual 5.2, slowstart: when a server has been seen as failed
  @Test func `each return begins anew`() throws {
    var pool = try SlowStart(TestPool.of(weights: [16]), window: 16)
    try pool.mark(0, isUp: false, now: 100)
    try pool.mark(0, isUp: true, now: 110)
    try pool.mark(0, isUp: false, now: 120)
    try pool.mark(0, isUp: true, now: 130)
    let weights = try (129...147).map { try pool.weights(now: $0)[0] }
    #expect(
      weights == [16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 16, 16],
      "from second 129, where the clock is wrong, to 147: a sixteenth more each second from 130 on")
  }

  // Our rule: settings and indices are checked before they are used
  @Test func `bad pools, windows and indices are refused`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") { try SlowStart([], window: 1) }
    #expect(throws: LB.PoolError.weightOutOfRange(-3, at: 1), "nobody can owe a share") {
      try SlowStart(TestPool.of(weights: [1, -3]), window: 1)
    }
    #expect(throws: LB.HealthError.timeoutTooShort(-1), "a window cannot end before it begins") {
      try SlowStart(TestPool.of(1), window: -1)
    }
    var pool = try SlowStart(TestPool.of(weights: [5], down: "a"), window: 0)
    #expect(throws: LB.PoolError.noBackend(at: 1, count: 1), "a pool of one has the index 0") {
      try pool.mark(1, isUp: true, now: 0)
    }
    try pool.mark(0, isUp: true, now: 3)
    let weights = try pool.weights(now: 3)
    #expect(weights == [5], "a window of 0 s is over when it begins")
  }

  // Our rule, checked in another way: the least whole number with at least so many sixteenths
  @Test func `random weights are rounded up, and never fall`() throws {
    var random = SeededRandom(seed: 510)
    for _ in 0..<60 {
      let weight = Int.random(in: 1...300, using: &random)
      let window = Int.random(in: 1...40, using: &random)
      let seconds = try weights(weight, window: window, seconds: 0...window)
      for (second, found) in seconds.enumerated() {
        let sixteenths = (1...16).first { $0 * window > 16 * second } ?? 16
        let fits = found * 16 >= weight * sixteenths && (found - 1) * 16 < weight * sixteenths
        let told =
          "weight \(weight), window \(window) s, second \(second): \(sixteenths) sixteenths; got \(found)"
        try #require(fits, "the least whole number that is not less: \(told)")
      }
      try #require(seconds.sorted() == seconds, "weight \(weight), window \(window) s: it only grows")
    }
  }

  /// The weights of a backend that comes back in second 1000, so many seconds later.
  private func weights(_ weight: Int, window: Int, seconds: ClosedRange<Int>) throws -> [Int] {
    var pool = try SlowStart(TestPool.of(weights: [weight], down: "a"), window: window)
    try pool.mark(0, isUp: true, now: 1000)
    return try seconds.map { try pool.weights(now: 1000 + $0)[0] }
  }
}
