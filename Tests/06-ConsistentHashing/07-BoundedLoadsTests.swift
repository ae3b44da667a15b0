import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct BoundedLoadsTests {
  /// a@10, b@20, c@30, and once more a and b: five points, three nodes.
  let ring = zip(1..., ["a", "b", "c", "a", "b"]).map { Ring.Point(at: UInt32($0 * 10), node: $1) }
  /// a@10, b@20, c@30: as many points as nodes.
  let plainRing = zip(1..., ["a", "b", "c"]).map { Ring.Point(at: UInt32($0 * 10), node: $1) }

  // Mirrokni and others 2016: ⌈c·m/n⌉ for m = 1, 2, 3 … and n = 3, c = 1.25, worked out by hand
  @Test func `the capacity is the average times c, rounded up`() throws {
    var balancer = try BoundedLoads(plainRing, percent: 125)
    var capacities: [Int] = []
    for _ in 0..<13 {
      capacities.append(try balancer.capacity)
      _ = try balancer.begin(5)
    }
    #expect(
      capacities == [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6],
      "a@10, b@20, c@30: 125·m/300 for m = 1 to 13 is 0.42, 0.83, 1.25 … 5.42, and each is rounded up once, at the end"
    )
  }

  // Mirrokni and others 2016: n is the number of bins; 300·m/300 is m, with nothing to round
  @Test func `the capacity counts nodes, not points`() throws {
    var balancer = try BoundedLoads(ring, percent: 300)
    var capacities: [Int] = []
    for _ in 0..<6 {
      capacities.append(try balancer.capacity)
      _ = try balancer.begin(5)
    }
    #expect(
      capacities == [1, 2, 3, 4, 5, 6],
      "a@10, b@20, c@30, a@40, b@50 are five points of three nodes: 300·m/300 for m = 1 to 6")
  }

  // Mirrokni and others 2016, worked out by hand: the same key twelve times
  @Test func `a request goes on to the next node with room`() throws {
    var balancer = try BoundedLoads(ring, percent: 125)
    var trail = StepTrail()
    for expected in ["a", "b", "a", "b", "a", "b", "c", "a", "b", "a", "b", "c"] {
      let capacity = try balancer.capacity
      let node = try balancer.begin(5)
      trail.note("the capacity is \(capacity): begin(5) gave \(node), should give \(expected)")
      try #require(node == expected, "the way from 5 meets a, b, c:\n\(trail)")
    }
  }

  // A node's load is what began there and has not ended
  @Test func `the load counts what runs at a node`() throws {
    var balancer = try BoundedLoads(ring, percent: 125)
    for _ in 0..<7 { _ = try balancer.begin(5) }
    let (ofA, ofB, ofC) = (try balancer.load(of: "a"), try balancer.load(of: "b"), try balancer.load(of: "c"))
    let ofD = try balancer.load(of: "d")
    #expect(
      [ofA, ofB, ofC, ofD] == [3, 3, 1, 0],
      "of seven requests for one key a and b took three, c took one; d is unknown")
  }

  // What has ended takes no room
  @Test func `a request that ends makes room`() throws {
    var balancer = try BoundedLoads(ring, percent: 125)
    var trail = StepTrail()
    for (ended, expected) in [("", "a"), ("a", "a"), ("", "b"), ("a", "a"), ("b", "b"), ("", "a")] {
      if ended != "" { try balancer.end(at: ended) }
      let node = try balancer.begin(5)
      trail.note("\(ended == "" ? "" : "end(at: \(ended)), ")begin(5) gave \(node), should give \(expected)")
      try #require(node == expected, "the way from 5 meets a, b, c:\n\(trail)")
    }
  }

  // 110 · 100 / (100 · 10) is 11, and 1.1 · 100 / 10 is 11.000000000000002
  @Test func `the capacity is exact`() throws {
    let ten = (0..<10).map { Ring.Point(at: UInt32($0 * 100), node: "tower\($0)") }
    var balancer = try BoundedLoads(ten, percent: 110)
    for number in 0..<99 { _ = try balancer.begin(UInt32(number % 10 * 100)) }
    let capacity = try balancer.capacity
    #expect(
      capacity == 11, "with the hundredth request 1.1 times the average of 10 is 11, with nothing to round up"
    )
  }

  // Pigeonhole: with c = 1 nobody may have more than the average, rounded up
  @Test func `at 100 per cent everyone ends with the same`() throws {
    var random = SeededRandom(seed: 671)
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 6) { crc32ByDivision($0) }
    var balancer = try BoundedLoads(points, percent: 100)
    for round in 1...10 {
      for _ in 0..<4 { _ = try balancer.begin(UInt32.random(in: 0...0x3FFF_FFFF, using: &random)) }
      let loads = try ["a", "b", "c", "d"].map { try balancer.load(of: $0) }
      try #require(
        loads == Array(repeating: round, count: 4), "after \(round * 4) requests each of four has \(round)")
    }
  }

  // With room for all, nobody is passed over
  @Test func `with room enough it is the plain ring`() throws {
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 6) { crc32ByDivision($0) }
    var balancer = try BoundedLoads(points, percent: 1_000_000)
    let plain = ClockwiseRing(points)
    for number in 0..<100 {
      let key = crc32ByDivision("/scroll/\(number % 20)".utf8)
      let node = try balancer.begin(key)
      try #require(
        node == plain.node(of: key), "/scroll/\(number % 20): its own node may have all 100 requests")
    }
  }

  // Mirrokni and others 2016: the load of every bin is at most ⌈c·m/n⌉
  @Test(arguments: [100, 101, 125, 150, 200]) func `no node gets more than the capacity`(percent: Int) throws
  {
    var random = SeededRandom(seed: 672)
    let names = ["a", "b", "c", "d", "e"]
    let points = try buildRing(nodes: names, pointsPerNode: 3) { crc32ByDivision($0) }
    var balancer = try BoundedLoads(points, percent: percent)
    for requests in 1...60 {
      // Half of all requests are for one key.
      let key = Bool.random(using: &random) ? 7 : UInt32.random(in: 0...UInt32.max, using: &random)
      _ = try balancer.begin(key)
      let fullest = try names.map { try balancer.load(of: $0) }.max() ?? 0
      try #require(
        100 * 5 * (fullest - 1) < percent * requests,
        "the fullest of 5 has \(fullest) of \(requests) requests: not more than \(percent) % of the average, rounded up"
      )
    }
  }

  // A second implementation: a list of requests, counted anew each time
  @Test func `requests that come and go are placed as by hand`() throws {
    var random = SeededRandom(seed: 673)
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 4) { crc32ByDivision($0) }
    for percent in [100, 120, 175] {
      var balancer = try BoundedLoads(points, percent: percent)
      var byHand = BoundedLoadsByHand(points, percent: percent)
      var trail = StepTrail()
      for _ in 0..<60 {
        if !byHand.running.isEmpty, Int.random(in: 0..<5, using: &random) < 2 {
          let node = byHand.end(Int.random(in: 0..<byHand.running.count, using: &random))
          try balancer.end(at: node)
          trail.note("a request at \(node) ended")
        }
        let key = UInt32.random(in: 0...15, using: &random) << 28
        let (node, expected) = (try balancer.begin(key), byHand.begin(key))
        trail.note("begin(\(key)) gave \(node), should give \(expected)")
        try #require(node == expected, "four nodes, \(percent) per cent:\n\(trail)")
      }
    }
  }

  // Below the average not everybody finds room. (What was thrown away stays out of the message: a dictionary's order in it
  // would differ from run to run.)
  @Test(arguments: [99, 0, -125]) func `less than 100 per cent is refused`(percent: Int) throws {
    #expect(throws: Ring.BalanceError.percentTooSmall(percent)) {
      _ = try BoundedLoads(ring, percent: percent)
    }
  }

  // As for one node
  @Test func `an empty ring has no room`() throws {
    #expect(throws: Ring.LookupError.emptyRing) { _ = try BoundedLoads([Ring.Point<UInt32>](), percent: 50) }
  }

  // An end without a beginning is somebody's error
  @Test func `what does not run cannot end`() throws {
    var balancer = try BoundedLoads(ring, percent: 125)
    let node = try balancer.begin(5)
    try balancer.end(at: node)
    for idle in ["a", "c", "nobody"] {
      #expect(throws: Ring.BalanceError.nothingToEnd(at: idle)) { try balancer.end(at: idle) }
    }
  }
}
