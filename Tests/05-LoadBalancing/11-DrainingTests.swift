import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct DrainingTests {
  // HAProxy management guide 9.3, `set server … state drain`: out of load balancing; that nobody comes in is our rule
  @Test func `a backend that is draining gets nothing new`() throws {
    var pool = try Draining(TestPool.of(3))
    try pool.drain(1, within: 30, now: 100)
    let candidates = try pool.candidates()
    #expect(candidates == [0, 2], "b is draining")
    #expect(throws: LB.DrainError.draining(at: 1), "whoever picked b before has to pick again") {
      try pool.open(1)
    }
  }

  // Our rule: what it has may end in peace
  @Test func `old connections go on, and the last one ends the drain`() throws {
    var pool = try Draining(TestPool.of(connections: [0, 1]))
    try pool.open(1)
    try pool.drain(1, within: 30, now: 100)
    var drained = try pool.settle(now: 101)
    #expect(drained == [], "two connections are open")
    try pool.close(1)
    drained = try pool.settle(now: 102)
    #expect(drained == [], "one connection is open")
    try pool.close(1)
    drained = try pool.settle(now: 103)
    #expect(drained == [LB.Drained(index: 1, cut: 0)], "the last one has ended by itself")
  }

  // nginx, worker_shutdown_timeout: at its end open connections are closed
  @Test func `at the deadline the rest is cut`() throws {
    var pool = try Draining(TestPool.of(connections: [4, 7]))
    try pool.drain(1, within: 30, now: 100)
    var drained = try pool.settle(now: 129)
    #expect(drained == [], "29 of 30 s")
    drained = try pool.settle(now: 130)
    #expect(drained == [LB.Drained(index: 1, cut: 7)], "30 s are over, and seven were still open")
    #expect(throws: LB.PoolError.noConnection(at: 1), "what was cut cannot end again") { try pool.close(1) }
  }

  // Our rule: news is told once
  @Test func `a drain is told once`() throws {
    var pool = try Draining(TestPool.of(3))
    try pool.drain(2, within: 10, now: 100)
    try pool.drain(0, within: 10, now: 100)
    var drained = try pool.settle(now: 100)
    #expect(drained.map(\.index) == [0, 2], "both were idle, in the order of the pool")
    drained = try pool.settle(now: 200)
    #expect(drained == [], "nothing new")
    try pool.drain(0, within: 10, now: 200)
    drained = try pool.settle(now: 300)
    #expect(drained == [], "drained is drained")
  }

  // Our rule: a second order can only hurry
  @Test func `the earlier deadline counts`() throws {
    var pool = try Draining(TestPool.of(connections: [0, 1, 1]))
    try pool.drain(1, within: 30, now: 100)
    try pool.drain(1, within: 500, now: 100)
    try pool.drain(2, within: 500, now: 100)
    try pool.drain(2, within: 0, now: 110)
    var drained = try pool.settle(now: 110)
    #expect(drained == [LB.Drained(index: 2, cut: 1)], "c: 110 s comes before 600 s")
    drained = try pool.settle(now: 130)
    #expect(drained == [LB.Drained(index: 1, cut: 1)], "b: 130 s comes before 600 s")
  }

  // HAProxy management guide 9.3, `set server … state ready`
  @Test func `a backend can be taken back at any time`() throws {
    var pool = try Draining(TestPool.of(connections: [0, 3]))
    try pool.drain(0, within: 30, now: 100)
    try pool.drain(1, within: 30, now: 100)
    _ = try pool.settle(now: 101)
    try pool.resume(0)
    try pool.resume(1)
    let candidates = try pool.candidates()
    #expect(candidates == [0, 1], "a was drained, b was draining, both are back")
    let drained = try pool.settle(now: 200)
    #expect(drained == [], "the old deadlines are forgotten: b's connections go on")
    try pool.drain(0, within: 5, now: 300)
    let again = try pool.settle(now: 300)
    #expect(again == [LB.Drained(index: 0, cut: 0)], "a second drain is told again")
  }

  // Our rule: being down and draining are two things
  @Test func `a pool that cannot serve says so`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") { try Draining([]) }
    var pool = try Draining(TestPool.of(2, down: "a"))
    try pool.drain(1, within: 30, now: 100)
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "a is down, b is draining") { try pool.candidates() }
  }

  // Our rule: indices and times are checked before they are used
  @Test(arguments: [-1, 2]) func `bad indices and times are refused`(index: Int) throws {
    var pool = try Draining(TestPool.of(2))
    let error = LB.PoolError.noBackend(at: index, count: 2)
    #expect(throws: error, "open: a pool of two has the indices 0 and 1") { try pool.open(index) }
    #expect(throws: error, "close: a pool of two has the indices 0 and 1") { try pool.close(index) }
    #expect(throws: error, "resume: a pool of two has the indices 0 and 1") { try pool.resume(index) }
    #expect(throws: error, "drain: a pool of two has the indices 0 and 1") {
      try pool.drain(index, within: 1, now: 0)
    }
    #expect(throws: LB.HealthError.timeoutTooShort(-1), "a deadline cannot lie in the past") {
      try pool.drain(0, within: -1, now: 0)
    }
  }

  // Our rule: whatever happens, connections that were opened have ended, been cut, or are open
  @Test func `on random days no connection is lost`() throws {
    var random = SeededRandom(seed: 511)
    for _ in 0..<30 {
      var pool = try Draining(TestPool.of(3))
      var open = [0, 0, 0]
      var deadlines: [Int?] = [nil, nil, nil]
      var trail = StepTrail()
      for now in 1...60 {
        let index = Int.random(in: 0..<3, using: &random)
        let letter = TestPool.letter(index)
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          try pool.drain(index, within: 6, now: now)
          deadlines[index] = deadlines[index] ?? now + 6
          trail.note("\(now) s: drain \(letter) within 6 s")
        case 1:
          try pool.resume(index)
          deadlines[index] = nil
          trail.note("\(now) s: resume \(letter)")
        case 2, 3:
          guard open[index] > 0 else { continue }
          try pool.close(index)
          open[index] -= 1
          trail.note("\(now) s: a connection of \(letter) ended")
        default:
          guard deadlines[index] == nil else { continue }
          try pool.open(index)
          open[index] += 1
          trail.note("\(now) s: a connection of \(letter) began")
        }
        for drained in try pool.settle(now: now) {
          trail.note("\(now) s: \(TestPool.letter(drained.index)) is drained, \(drained.cut) cut")
          let (was, deadline) = (open[drained.index], deadlines[drained.index] ?? .max)
          try #require(drained.cut == was, "\(was) were open:\n\(trail)")
          try #require(was == 0 || now >= deadline, "cut before the deadline of \(deadline) s:\n\(trail)")
          open[drained.index] = 0
        }
        let late = (0..<3).filter { open[$0] > 0 && now >= deadlines[$0] ?? .max }
        try #require(late == [], "nothing is open after its deadline:\n\(trail)")
      }
    }
  }
}
