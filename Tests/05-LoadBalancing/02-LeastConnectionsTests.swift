import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct LeastConnectionsTests {
  // nginx, ngx_stream_upstream_module: `least_conn`
  @Test func `the fewest active connections win`() throws {
    let picked = try pickLeastConnections(TestPool.of(connections: [5, 2, 4]))
    #expect(TestPool.letter(picked) == "b", "b has 2 connections, a has 5 and c has 4")
  }

  // Our rule; nginx goes round among equals
  @Test func `of equals the first in the pool wins`() throws {
    let busy = try pickLeastConnections(TestPool.of(connections: [7, 2, 5, 2]))
    #expect(TestPool.letter(busy) == "b", "b and d have 2 connections, and b comes first")
    let idle = try pickLeastConnections(TestPool.of(3))
    #expect(TestPool.letter(idle) == "a", "all are idle, and a comes first")
  }

  // nginx, ngx_stream_upstream_module: a server marked `down` is not picked
  @Test func `a backend that is down is not picked, however idle`() throws {
    let picked = try pickLeastConnections(TestPool.of(connections: [4, 0, 2], down: "b"))
    #expect(TestPool.letter(picked) == "c", "b is down; of a and c, c has fewer connections")
  }

  // Our rule: the result is an index into what was given
  @Test func `those who are down are still counted in the index`() throws {
    let picked = try pickLeastConnections(TestPool.of(connections: [0, 0, 5, 3], down: "ab"))
    #expect(TestPool.letter(picked) == "d", "d has index 3 in the whole pool, whoever is down before it")
  }

  // ipvsadm(8): lc looks at jobs alone, wlc relates them to the weight
  @Test func `weights are not looked at`() throws {
    let picked = try pickLeastConnections(TestPool.of(connections: [6, 4], weights: [10, 1]))
    #expect(TestPool.letter(picked) == "b", "4 connections are fewer than 6, whatever the weights")
  }

  // Our rule: there is no number of connections that is too many
  @Test func `a backend is picked however busy it is`() throws {
    let picked = try pickLeastConnections(TestPool.of(connections: [0, .max], down: "a"))
    #expect(TestPool.letter(picked) == "b", "b is the only one that is up")
  }

  // Our rule: a pool without backends is a mistake in the configuration
  @Test func `an empty pool is an error of its own`() throws {
    #expect(throws: LB.PoolError.empty, "nobody is down here: there is nobody") {
      try pickLeastConnections([])
    }
  }

  // Our rule: the error tells the size of the pool
  @Test func `a pool that is all down is an error`() throws {
    #expect(throws: LB.PoolError.noneAvailable(of: 3), "three backends, none of them up") {
      try pickLeastConnections(TestPool.of(connections: [2, 0, 1], down: "abc"))
    }
  }

  // Arithmetic: who has the fewest is raised by one, so the counts stay within one of each other
  @Test func `arrivals alone fill the pool evenly`() throws {
    var pool = TestPool.of(4)
    let picks = try TestPool.picks(10) {
      let picked = try pickLeastConnections(pool)
      pool[picked].activeConnections += 1
      return picked
    }
    #expect(picks == "abcdabcdab", "without departures least connections looks like round robin")
  }

  // The rule itself, read the other way round: nobody who is up has fewer, and nobody before has as few
  @Test func `in random pools nobody would have been better`() throws {
    var random = SeededRandom(seed: 52)
    for _ in 0..<300 {
      var pool = TestPool.of(Int.random(in: 1...8, using: &random))
      for index in pool.indices {
        pool[index].activeConnections = Int.random(in: 0...4, using: &random)
        pool[index].isUp = Int.random(in: 0..<4, using: &random) > 0
      }
      guard pool.contains(where: \.isUp) else { continue }
      let picked = try pickLeastConnections(pool)
      let told = pool.map { "\($0.name) \($0.isUp ? String($0.activeConnections) : "down")" }
      let pick = "\(told.joined(separator: ", ")); picked \(TestPool.letter(picked))"
      try #require(pool.indices.contains(picked) && pool[picked].isUp, "the pick is up: \(pick)")
      let fewest = pool[picked].activeConnections
      let better = pool.indices.filter { pool[$0].isUp && pool[$0].activeConnections < fewest }
      try #require(better == [], "nobody who is up has fewer: \(pick)")
      let earlier = pool[..<picked].indices.filter { pool[$0].isUp && pool[$0].activeConnections == fewest }
      try #require(earlier == [], "nobody before it has as few: \(pick)")
    }
  }

  // Recorded: nginx 1.22.1, `least_conn`, 480 times a connection came or ended
  @Test func `nginx picks one with as few connections`() throws {
    try replay(NginxPicks.leastConnections, on: TestPool.of(4))
  }

  // Recorded: nginx 1.22.1, `least_conn`, one of the four servers `down`
  @Test func `nginx with one server down picks one with as few connections`() throws {
    try replay(NginxPicks.leastConnectionsOneDown, on: TestPool.of(4, down: "b"))
  }

  /// Opens and closes what was recorded. nginx goes round among equals, so any backend with the fewest will do.
  private func replay(_ events: String, on idle: [LB.Backend]) throws {
    var pool = idle
    var trail = StepTrail()
    for event in events {
      let recorded = TestPool.index(of: event)
      if event.isUppercase {
        pool[recorded].activeConnections -= 1
        trail.note("\(event.lowercased()) lost a connection")
        continue
      }
      let picked = try pickLeastConnections(pool)
      let counts = pool.map { $0.isUp ? String($0.activeConnections) : "down" }.joined(separator: ", ")
      trail.note("with \(counts): picked \(TestPool.letter(picked)), nginx picked \(event)")
      try #require(pool.indices.contains(picked) && pool[picked].isUp, "the pick is up:\n\(trail)")
      let connections = pool[picked].activeConnections
      try #require(connections == pool[recorded].activeConnections, "both have the fewest:\n\(trail)")
      pool[recorded].activeConnections += 1
    }
  }
}
