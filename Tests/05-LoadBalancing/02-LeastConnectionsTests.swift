import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct LeastConnectionsTests {
  // nginx, ngx_stream_upstream_module: `least_conn`
  @Test func `the fewest active connections win`() throws {
    try checkPick([5, 2, 4], is: "b", "b has 2 connections, a has 5 and c has 4")
    try checkPick([2, 3, 4], is: "a", "a has 2 connections, b has 3 and c has 4")
    try checkPick([5, 4, 1], is: "c", "nobody is idle: c has 1 connection, b has 4 and a has 5")
  }

  // Our rule; nginx goes round among equals
  @Test func `of equals the first in the pool wins`() throws {
    try checkPick([7, 2, 5, 2], is: "b", "b and d have 2 connections, and b comes first")
    try checkPick([0, 0, 0], is: "a", "all are idle, and a comes first")
    try checkPick([1, 1, 1], down: "a", is: "b", "b and c have 1 connection, and b comes first")
  }

  // nginx, ngx_stream_upstream_module: a server marked `down` is not picked
  @Test func `a backend that is down is not picked, however idle`() throws {
    try checkPick([4, 0, 2], down: "b", is: "c", "b is down; of a and c, c has fewer connections")
    try checkPick([4, 2, 0], down: "c", is: "b", "c is down; of a and b, b has fewer connections")
  }

  // Our rule: the result is an index into what was given
  @Test func `those who are down are still counted in the index`() throws {
    let rule = "d has index 3 in the whole pool, whoever is down before it"
    try checkPick([0, 0, 5, 3], down: "ab", is: "d", rule)
  }

  // ipvsadm(8): lc looks at jobs alone, wlc relates them to the weight
  @Test func `weights are not looked at`() throws {
    try checkPick([6, 4], weights: [10, 1], is: "b", "4 connections are fewer than 6, whatever the weights")
    try checkPick([1, 2], weights: [5, 1], is: "a", "1 connection is fewer than 2, whatever the weights")
    try checkPick(
      [3, 3], weights: [1, 5], is: "a", "a and b have 3 connections, and a comes first: no weight decides")
    try checkPick([0, 5], weights: [0, 1], is: "a", "a backend of weight 0 is one like any other here")
    try checkPick([3], weights: [0], is: "a", "a is up, whatever it weighs")
    try checkPick([2, 1], weights: [1, -1], is: "b", "not even a weight out of range is looked at")
  }

  // LB.Backend: a backend is spoken of by its index, so two may have equal fields
  @Test func `names are not looked at`() throws {
    let pool = [2, 1, 1].map { LB.Backend("x", activeConnections: $0) }
    try check(
      "pickLeastConnections(_:)", pool, returns: Letter(1), "the index says who is meant, not the name"
    ) {
      Letter(try pickLeastConnections($0))
    }
    let named = ["c", "b", "a"].map { LB.Backend($0, activeConnections: 1) }
    try check(
      "pickLeastConnections(_:)", named, returns: 0, "the order of the pool counts, not that of the names"
    ) {
      try pickLeastConnections($0)
    }
  }

  // Our rule: there is no number of connections that is too many
  @Test func `a backend is picked however busy it is`() throws {
    try checkPick([0, .max], down: "a", is: "b", "b is the only one that is up")
    try checkPick([.max, .max - 1], is: "b", "b has one connection less, though both have very many")
  }

  // Our rule: a pool without backends is a mistake in the configuration
  @Test func `an empty pool is an error of its own`() throws {
    let rule = "nobody is down here: there is nobody"
    try check("pickLeastConnections(_:)", [LB.Backend](), throws: LB.PoolError.empty, rule) {
      try pickLeastConnections($0)
    }
  }

  // Our rule: the error has the size of the pool
  @Test func `a pool that is all down is an error`() throws {
    for (down, connections) in [("abc", [2, 0, 1]), ("a", [0])] {
      try check(
        "pickLeastConnections(_:)", TestPool.of(connections: connections, down: down),
        throws: LB.PoolError.noneAvailable(of: connections.count), "none of the \(connections.count) is up"
      ) { try pickLeastConnections($0) }
    }
  }

  // The table of the page, and arithmetic: who has the fewest is raised by one
  @Test func `the page's four backends are picked as its table says`() throws {
    let rule = "the caller counts, the function remembers nothing"
    try checkPick([3, 1, 0, 1], down: "c", is: "b", rule)
    try checkPick([3, 2, 0, 1], down: "c", is: "d", rule)
    try checkPick([2, 2, 0, 2], down: "c", is: "a", rule)
    try checkPick([3, 2, 0, 2], is: "c", rule)
    try checkPick([3, 2, 1, 2], is: "c", rule)
  }

  // Arithmetic: who has the fewest is raised by one, so the counts stay within one of each other
  @Test func `arrivals alone fill the pool evenly`() throws {
    try check(
      "pickLeastConnections(_:), each pick counted in, 10 times", TestPool.of(4), returns: "abcdabcdab",
      "without departures least connections looks like round robin"
    ) { idle in
      var pool = idle
      return try TestPool.picks(10) {
        let picked = try pickLeastConnections(pool)
        if pool.indices.contains(picked) { pool[picked].activeConnections += 1 }
        return picked
      }
    }
  }

  // The rule itself by sorting: the pairs of connections and index, of those that are up
  @Test func `in random pools nobody would have been better`() throws {
    var random = SeededRandom(seed: 52)
    for _ in 0..<300 {
      var pool = TestPool.of(Int.random(in: 1...8, using: &random))
      for index in pool.indices {
        pool[index].activeConnections = Int.random(in: 0...4, using: &random)
        pool[index].weight = Int.random(in: 0...4, using: &random)
        pool[index].isUp = Int.random(in: 0..<4, using: &random) > 0
      }
      let candidates = pool.indices.filter { pool[$0].isUp }.map { (pool[$0].activeConnections, $0) }
      guard let best = candidates.sorted(by: <).first?.1 else { continue }
      let rule = "nobody who is up has fewer, and nobody before it has as few"
      try check("pickLeastConnections(_:)", pool, returns: Letter(best), rule) {
        Letter(try pickLeastConnections($0))
      }
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

  private func checkPick(
    _ connections: [Int], weights: [Int]? = nil, down: String = "", is letter: Character, _ rule: String
  ) throws {
    let pool = TestPool.of(connections: connections, weights: weights, down: down)
    try check("pickLeastConnections(_:)", pool, returns: Letter(TestPool.index(of: letter)), rule) {
      Letter(try pickLeastConnections($0))
    }
  }

  /// Opens and closes what was recorded. nginx goes round among equals, so any backend with the fewest will do.
  private func replay(_ events: String, on idle: [LB.Backend]) throws {
    var (pool, steps) = (idle, CheckSteps())
    for event in events {
      let recorded = TestPool.index(of: event)
      if event.isUppercase {
        pool[recorded].activeConnections -= 1
        steps.note("\(event.lowercased()) lost a connection")
        continue
      }
      let counts = pool.map { $0.isUp ? String($0.activeConnections) : "down" }.joined(separator: ", ")
      let fewest = pool[recorded].activeConnections
      let isAsGood = { (picked: Letter) in
        pool.indices.contains(picked.index) && pool[picked.index].isUp
          && pool[picked.index].activeConnections == fewest
      }
      try steps.check(
        "pickLeastConnections(_:) with \(counts)",
        returns:
          "a backend that is up with \(fewest) connections, as \(Letter(recorded).checkDescription), nginx's pick",
        where: isAsGood, "nobody has fewer"
      ) { Letter(try pickLeastConnections(pool)) }
      pool[recorded].activeConnections += 1
    }
  }
}
