import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct SlowStartTests {
  // Recorded: HAProxy 2.6.12, `weight 100 slowstart 10s` and `weight 30 slowstart 5s`
  @Test func `HAProxy has the same weight in each second`() throws {
    try checkClimb(
      of: 100, window: 10, are: HAProxyHealth.slowStartTen, "recorded in the middle of each second")
    try checkClimb(
      of: 30, window: 5, are: HAProxyHealth.slowStartFive, "recorded in the middle of each second")
  }

  // HAProxy, server_recalc_eweight: it must start at the minimal step
  @Test func `it never begins at nothing`() throws {
    try checkClimb(
      of: 16, window: 60, are: [1, 1, 1, 1, 2], "a sixteenth of 16 at once, and two after 4 s: 64/60")
    try checkClimb(of: 1, window: 60, are: [1, 1], "a sixteenth of 1, rounded up")
  }

  // Arithmetic: 16 · 49 / 98 is 8 exactly, and 16/98 · 49 is less as a Double
  @Test func `the step is the whole part of an exact fraction`() throws {
    try checkClimb(
      of: 16, window: 98, from: 48, are: [8, 9], "16 · 48/98 is 7.8, and 16 · 49/98 is 8: steps 8 and 9")
    try checkClimb(
      of: 16, window: 3, are: [1, 6, 11, 16], "16 · 1/3 is 5.3, 16 · 2/3 is 10.7; at 3 s it is over")
  }

  // HAProxy manual 5.2, slowstart: never applies when HAProxy starts
  @Test func `who is up from the beginning has its whole weight`() throws {
    guard let day = try Day([8, 4], window: 10) else { return }
    for now in [0, 3, 100] {
      try day.weights([8, 4], at: now, "if all began slowly, nobody would be there for the traffic")
    }
    try day.mark("a", isUp: true, at: 5)
    try day.weights([8, 4], at: 5, "a was up already: being told so again is not a return")
  }

  // Our rule: down is no share, and a weight of 0 stays one
  @Test func `who is down weighs nothing, and nothing stays nothing`() throws {
    guard let day = try Day([8, 4, 0], down: "a", window: 10) else { return }
    try day.weights([0, 4, 0], at: 0, "a is down from the beginning")
    try day.mark("b", isUp: false, at: 5)
    try day.mark("c", isUp: false, at: 5)
    try day.mark("c", isUp: true, at: 6)
    try day.weights([0, 0, 0], at: 7, "a and b are down, c is drained")
    try day.mark("a", isUp: true, at: 8)
    try day.weights([1, 0, 0], at: 8, "a has come up: ⌈8/16⌉")
    try day.mark("a", isUp: false, at: 9)
    try day.weights([0, 0, 0], at: 9, "a went down in the middle of its slow start")
    try day.weights([0, 0, 0], at: 100, "and its window means nothing as long as it is down")
  }

  // Our rule: a slow start begins with the coming back, not with each good word
  @Test func `being told again does not begin anew`() throws {
    guard let day = try Day([16, 16], down: "a", window: 16) else { return }
    try day.mark("a", isUp: true, at: 100)
    try day.mark("a", isUp: true, at: 108)
    try day.mark("b", isUp: true, at: 108)
    try day.weights([9, 16], at: 108, "a is up for 8 s of 16, and b was never down")
    try day.mark("b", isUp: false, at: 109)
    try day.mark("b", isUp: false, at: 110)
    try day.mark("b", isUp: true, at: 111)
    try day.weights([12, 1], at: 111, "b has come up now, however often it was said to be down")
  }

  // HAProxy manual 5.2, slowstart: when a server has been seen as failed
  @Test func `each return begins anew`() throws {
    guard let day = try Day([16], window: 16) else { return }
    try day.mark("a", isUp: false, at: 100)
    try day.mark("a", isUp: true, at: 110)
    try day.weights([6], at: 115, "5 s of 16")
    try day.mark("a", isUp: false, at: 120)
    try day.mark("a", isUp: true, at: 130)
    for (now, weight) in [(130, 1), (131, 2), (138, 9), (144, 15), (145, 16), (146, 16), (147, 16)] {
      try day.weights([weight], at: now, "a sixteenth more each second from 130 on")
    }
    try day.mark("a", isUp: false, at: 150)
    try day.mark("a", isUp: true, at: 150)
    try day.weights([1], at: 150, "down and up in one second is a return, too")
  }

  // Our rule: before it came up there is no slow start
  @Test func `a clock that goes back finds the whole weight, and changes nothing`() throws {
    guard let day = try Day([16], down: "a", window: 16) else { return }
    try day.mark("a", isUp: true, at: 130)
    try day.weights([16], at: 129, "at 129 s the clock says less than when a came up")
    try day.weights([16], at: 0, "the same")
    try day.weights([5], at: 134, "asking has changed nothing: 4 s of 16")
  }

  // Our rule: 0 turns it off
  @Test func `a window of 0 is over when it begins`() throws {
    guard let day = try Day([5], down: "a", window: 0) else { return }
    try day.mark("a", isUp: true, at: 3)
    try day.weights([5], at: 3, "a window of 0 s is over when it begins")
    try checkClimb(of: 32, window: 1, are: [2, 32, 32], "a window of 1 s has one step")
  }

  // Arithmetic: 16 · 2147483647 / 4294967295 is 7.99…, and the eight sixteenths of 2147483647 are 1073741823.5
  @Test func `the largest weights, windows and times do not overflow`() throws {
    let (most, last) = (2_147_483_647, 4_294_967_295)
    guard let day = try Day([most], down: "a", window: last) else { return }
    try day.mark("a", isUp: true, at: 0)
    for (now, weight) in [(0, 134_217_728), (most, 1_073_741_824), (last - 1, most), (last, most)] {
      try day.weights([weight], at: now, "weight 2147483647, window 4294967295 s: steps 1, 8, 16, 16")
    }
  }

  // Our rule: settings are checked before they are used, in the order of the specification
  @Test func `bad pools and windows are refused`() throws {
    for window in [1, -1] {
      try check("SlowStart", "no backend, window \(window)", throws: LB.PoolError.empty, "a pool comes first")
      { _ in
        try SlowStart([], window: window)
      }
    }
    let most = 2_147_483_647
    let cases = [
      ([1, -3], "", -3, 1), ([-3, -5], "", -3, 0), ([2, most + 1, -1], "", most + 1, 1),
      ([1, -1], "b", -1, 1),
      ([Int.max], "", Int.max, 0), ([Int.min, 1], "a", Int.min, 0),
    ]
    for (weights, down, weight, place) in cases {
      let wanted = LB.PoolError.weightOutOfRange(weight, at: place)
      let rule = "the first that is not in 0...\(most), up or down, and before the window"
      for window in [1, -1] {
        let pool = TestPool.of(weights: weights, down: down)
        try check("SlowStart(_:window: \(window))", pool, throws: wanted, rule) {
          try SlowStart($0, window: window)
        }
      }
    }
    for window in [-1, Int.min] {
      let wanted = LB.HealthError.timeoutTooShort(window)
      try check(
        "SlowStart(_:window:) with this window", window, throws: wanted, "it cannot end before it begins"
      ) {
        try SlowStart(TestPool.of(1), window: $0)
      }
    }
  }

  // Our rule: an index is checked before it is used, and an error changes nothing
  @Test func `marking a backend that is not there is an error`() throws {
    for index in [-1, 2, 3, Int.max, Int.min] {
      guard let day = try Day([16, 4], down: "a", window: 16) else { return }
      try day.refusal(of: index, "a pool of two has the indices 0 and 1")
      try day.weights([0, 4], at: 100, "what was refused changes nothing")
    }
  }

  // Our rule, checked in another way: the least whole number with at least so many sixteenths
  @Test func `random weights are rounded up, and never fall`() throws {
    var random = SeededRandom(seed: 510)
    for _ in 0..<60 {
      let weight = Int.random(in: 1...300, using: &random)
      let window = Int.random(in: 1...40, using: &random)
      let expected = (0...window).map { second in
        let sixteenths = (1...16).first { $0 * window > 16 * second } ?? 16
        return (0...weight).first { $0 * 16 >= weight * sixteenths } ?? weight
      }
      try checkClimb(of: weight, window: window, are: expected, "the least whole number that is not less")
    }
  }

  /// The weights of a backend that comes back in second 1000, in each second from then on.
  private func checkClimb(
    of weight: Int, window: Int, from first: Int = 0, are expected: [Int], _ rule: String
  ) throws {
    let input = "weight \(weight), window \(window) s, up since 1000 s, from \(1000 + first) s on"
    try check("weights(now:) in each second", input, returns: expected, rule) { _ in
      var pool = try SlowStart(TestPool.of(weights: [weight], down: "a"), window: window)
      try pool.mark(0, isUp: true, now: 1000)
      return try expected.indices.flatMap { try pool.weights(now: 1000 + first + $0) }
    }
  }

  /// A pool and what has happened to it.
  private final class Day {
    private var pool: SlowStart
    private var steps = CheckSteps()

    init?(_ weights: [Int], down: String = "", window: Int) throws {
      let backends = TestPool.of(weights: weights, down: down)
      guard
        let fresh = try made(
          "SlowStart(_:window: \(window))", backends, { try SlowStart($0, window: window) })
      else { return nil }
      pool = fresh
      steps.note("a pool of \(backends.map(describe).joined(separator: ", ")), window \(window) s")
    }

    func mark(_ letter: Character, isUp: Bool, at now: Int) throws {
      let index = TestPool.index(of: letter)
      try steps.run("mark(\(index), isUp: \(isUp), now: \(now)): \(letter)") {
        try pool.mark(index, isUp: isUp, now: now)
      }
    }

    func refusal(of index: Int, _ rule: String) throws {
      let wanted = LB.PoolError.noBackend(at: index, count: 2)
      for isUp in [true, false] {
        try steps.check("mark(\(index), isUp: \(isUp), now: 100)", throws: wanted, rule) {
          try pool.mark(index, isUp: isUp, now: 100)
        }
      }
    }

    func weights(_ expected: [Int], at now: Int, _ rule: String) throws {
      try steps.check("weights(now: \(now))", returns: expected, rule) { try pool.weights(now: now) }
    }
  }
}
