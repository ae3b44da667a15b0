import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct DrainingTests {
  // HAProxy management guide 9.3, `set server … state drain`: out of load balancing; that nobody comes in is our rule
  @Test func `a backend that is draining or drained gets nothing new`() throws {
    var pool = try Story(TestPool.of(connections: [0, 0, 1]))
    try pool.drain(1, within: 30, at: 100)
    try pool.drain(2, within: 30, at: 100)
    try pool.candidates([0], "b and c are draining")
    try pool.open(1, throws: .draining(at: 1), "whoever picked b before has to pick again")
    try pool.settle(at: 130, [(1, 0), (2, 1)], "both are drained now")
    try pool.candidates([0], "nobody comes back alone")
    try pool.open(1, throws: .draining(at: 1), "b is drained")
    try pool.open(2, throws: .draining(at: 2), "c is drained")
    try pool.open(0)
  }

  // Our rule: what it has may end in peace
  @Test func `old connections go on, and the last one ends the drain`() throws {
    var pool = try Story(TestPool.of(connections: [0, 1]))
    try pool.open(1)
    try pool.drain(1, within: 30, at: 100)
    try pool.settle(at: 101, [], "two connections are open")
    try pool.close(1)
    try pool.settle(at: 102, [], "one connection is open")
    try pool.close(1)
    try pool.settle(at: 103, [(1, 0)], "the last one has ended by itself")
  }

  // nginx, worker_shutdown_timeout: at its end open connections are closed
  @Test func `at the deadline the rest is cut`() throws {
    var pool = try Story(TestPool.of(connections: [4, 7, 2]))
    try pool.drain(1, within: 30, at: 100)
    try pool.drain(2, within: 0, at: 100)
    try pool.settle(at: 100, [(2, 2)], "0 s: at the next settle")
    try pool.settle(at: 129, [], "29 of 30 s")
    try pool.settle(at: 130, [(1, 7)], "30 s are over, and seven were still open")
    try pool.close(1, throws: .noConnection(at: 1), "what was cut cannot end again")
  }

  // Our rule: a deadline is a number of seconds like any other
  @Test func `a deadline after Int.max is Int.max`() throws {
    for (now, seconds) in [(0, Int.max), (100, .max), (.max, .max), (.max - 5, 6), (.max, 0), (1, .max - 1)] {
      var pool = try Story(TestPool.of(connections: [1, 1]))
      try pool.drain(1, within: seconds, at: now)
      if now < .max { try pool.settle(at: .max - 1, [], "the deadline is Int.max") }
      try pool.settle(at: .max, [(1, 1)], "the deadline is Int.max")
    }
    var early = try Story(TestPool.of(connections: [1]))
    try early.drain(0, within: 10, at: -30)
    try early.settle(at: -21, [], "it is -20")
    try early.settle(at: -20, [(0, 1)], "it is -20")
  }

  // Our rule: news is reported once
  @Test func `a drain is reported once, in the order of the pool`() throws {
    var pool = try Story(TestPool.of(connections: [1, 0, 1]))
    try pool.drain(2, within: 5, at: 100)
    try pool.drain(1, within: 20, at: 100)
    try pool.drain(0, within: 10, at: 100)
    try pool.settle(at: 110, [(0, 1), (1, 0), (2, 1)], "neither by deadlines nor by orders")
    try pool.settle(at: 200, [], "nothing new")
    try pool.drain(0, within: 10, at: 200)
    try pool.settle(at: 300, [], "drained is drained")
    try pool.candidates(nil, "and stays so")
  }

  // Our rule: a second order can only hurry
  @Test func `the earlier deadline counts`() throws {
    var pool = try Story(TestPool.of(connections: [0, 1, 1]))
    try pool.drain(1, within: 30, at: 100)
    try pool.drain(1, within: 500, at: 100)
    try pool.drain(2, within: 500, at: 100)
    try pool.drain(2, within: 0, at: 110)
    try pool.settle(at: 110, [(2, 1)], "c: 110 s comes before 600 s")
    try pool.settle(at: 130, [(1, 1)], "b: 130 s comes before 600 s")
  }

  // HAProxy management guide 9.3, `set server … state ready`
  @Test func `a backend can be taken back at any time`() throws {
    var pool = try Story(TestPool.of(connections: [0, 3, 1]))
    try pool.drain(0, within: 30, at: 100)
    try pool.drain(1, within: 30, at: 100)
    try pool.settle(at: 101, [(0, 0)], "a was idle")
    for index in 0...2 { try pool.resume(index) }
    try pool.candidates([0, 1, 2], "a was drained, b was draining, and nothing was wrong with c")
    try pool.open(0)
    try pool.settle(at: 200, [], "the old deadlines are forgotten: b's connections go on")
    try pool.drain(0, within: 5, at: 300)
    try pool.settle(at: 304, [], "a new deadline")
    try pool.settle(at: 305, [(0, 1)], "a second drain is reported again")
    for _ in 0..<3 { try pool.close(1) }
    try pool.close(1, throws: .noConnection(at: 1), "b had three")
  }

  // Our rule: being down and draining are two things; weights are for those who pick
  @Test func `states and weights do not matter to a drain`() throws {
    var pool = try Story([
      LB.Backend("a", weight: 0), LB.Backend("b", activeConnections: 1, isUp: false), LB.Backend("c"),
    ])
    try pool.candidates([0, 2], "b is down; a's weight of 0 is for those who pick")
    try pool.open(1)
    try pool.drain(1, within: 30, at: 100)
    try pool.drain(2, within: 30, at: 100)
    try pool.close(1)
    try pool.settle(at: 129, [(2, 0)], "b has a connection")
    try pool.settle(at: 130, [(1, 1)], "who is down is drained like others")
    try pool.resume(1)
    try pool.candidates([0], "b is back in the pool, and still down")
  }

  // Our rule: nobody and nobody now are two things
  @Test func `a pool that cannot serve is reported`() throws {
    try check("Draining(_:)", "no backends", throws: LB.PoolError.empty, "nobody will ever come up there") {
      _ in
      try Draining([])
    }
    var pool = try Story(TestPool.of(2, down: "a"))
    try pool.drain(1, within: 30, at: 100)
    try pool.candidates(nil, "a is down, b is draining")
  }

  // Our rule: a count is never below 0
  @Test func `only what is open can end`() throws {
    var pool = try Story(TestPool.of(connections: [0, 1]))
    try pool.close(0, throws: .noConnection(at: 0), "a had none")
    try pool.close(1)
    try pool.close(1, throws: .noConnection(at: 1), "b had one")
    try pool.open(1)
    try pool.close(1)
  }

  // Our rule: indices and times are checked before they are used
  @Test func `bad indices and times are refused, and change nothing`() throws {
    var pool = try Story(TestPool.of(connections: [1, 1]))
    for index in [-1, 2, .max, .min] {
      let (error, rule) = (LB.PoolError.noBackend(at: index, count: 2), "the indices are 0 and 1")
      try pool.refuse("open(\(index))", error, rule) { try $0.open(index) }
      try pool.refuse("close(\(index))", error, rule) { try $0.close(index) }
      try pool.refuse("resume(\(index))", error, rule) { try $0.resume(index) }
      try pool.refuse("drain(\(index), within: 1, now: 0)", error, rule) {
        try $0.drain(index, within: 1, now: 0)
      }
    }
    for seconds in [-1, Int.min] {
      let (call, error) = ("drain(0, within: \(seconds), now: 0)", LB.HealthError.timeoutTooShort(seconds))
      try pool.refuse(call, error, "no less than 0 s") { try $0.drain(0, within: seconds, now: 0) }
    }
    try pool.candidates([0, 1], "nothing has changed")
    try pool.settle(at: .max, [], "nothing has changed")
  }

  // Our rule: whatever happens, connections that were opened have ended, been cut, or are open
  @Test func `on random days no connection is lost`() throws {
    var random = SeededRandom(seed: 511)
    for _ in 0..<30 {
      var pool = try Story(TestPool.of(3))
      var open = [0, 0, 0]
      var deadlines: [Int?] = [nil, nil, nil]
      var gone: Set<Int> = []
      for now in 1...60 {
        let index = Int.random(in: 0..<3, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          let seconds = Int.random(in: 0...9, using: &random)
          try pool.drain(index, within: seconds, at: now)
          deadlines[index] = min(deadlines[index] ?? .max, now + seconds)
        case 1:
          try pool.resume(index)
          (deadlines[index], _) = (nil, gone.remove(index))
        case 2...3 where open[index] > 0:
          try pool.close(index)
          open[index] -= 1
        case 4... where deadlines[index] == nil:
          try pool.open(index)
          open[index] += 1
        default: continue
        }
        let drained = (0..<3).filter { index in
          !gone.contains(index) && deadlines[index].map { open[index] == 0 || now >= $0 } ?? false
        }
        try pool.settle(at: now, drained.map { ($0, open[$0]) }, "idle, or at the deadline")
        for index in drained { (open[index], _) = (0, gone.insert(index)) }
      }
    }
  }

  /// A pool with what has happened to it.
  private struct Story {
    private var pool: Draining
    private var steps = CheckSteps()
    private let count: Int

    init(_ backends: [LB.Backend]) throws {
      pool = try Draining(backends)
      count = backends.count
      steps.note("a pool with \(backends.map(\.activeConnections)) connections")
    }

    mutating func run(_ call: String, _ body: (inout Draining) throws -> Void) throws {
      var copy = pool
      try steps.run(call) { try body(&copy) }
      pool = copy
    }
    mutating func open(_ index: Int) throws { try run("open(\(index))") { try $0.open(index) } }
    mutating func close(_ index: Int) throws { try run("close(\(index))") { try $0.close(index) } }
    mutating func resume(_ index: Int) throws { try run("resume(\(index))") { try $0.resume(index) } }
    mutating func drain(_ index: Int, within seconds: Int, at now: Int) throws {
      try run("drain(\(index), within: \(seconds), now: \(now))") {
        try $0.drain(index, within: seconds, now: now)
      }
    }

    mutating func refuse<Failure: Error & Equatable>(
      _ call: String, _ error: Failure, _ rule: String, _ body: (inout Draining) throws -> Void
    ) throws {
      var copy = pool
      try steps.check(call, throws: error, rule) { try body(&copy) }
      pool = copy
    }
    mutating func open(_ index: Int, throws error: LB.DrainError, _ rule: String) throws {
      try refuse("open(\(index))", error, rule) { try $0.open(index) }
    }
    mutating func close(_ index: Int, throws error: LB.PoolError, _ rule: String) throws {
      try refuse("close(\(index))", error, rule) { try $0.close(index) }
    }

    mutating func candidates(_ indices: [Int]?, _ rule: String) throws {
      let copy = pool
      guard let indices else {
        let error = LB.PoolError.noneAvailable(of: count)
        return try steps.check("candidates()", throws: error, rule) { try copy.candidates() }
      }
      try steps.check("candidates()", returns: indices, rule) { try copy.candidates() }
    }

    mutating func settle(at now: Int, _ drained: [(Int, Int)], _ rule: String) throws {
      var copy = pool
      let wanted = drained.map { LB.Drained(index: $0.0, cut: $0.1) }
      try steps.check("settle(now: \(now))", returns: wanted, rule) { try copy.settle(now: now) }
      pool = copy
    }
  }
}
