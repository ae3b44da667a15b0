import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct BoundedLoadsTests {
  /// Five points, three nodes.
  private let ring: [Ring.Point<UInt32>] = points("a@10 b@20 c@30 a@40 b@50")
  /// As many points as nodes.
  private let plainRing: [Ring.Point<UInt32>] = points("a@10 b@20 c@30")

  /// A balancer, and the first step of its trail.
  private func begin(
    _ ring: [Ring.Point<UInt32>], _ percent: Int, _ steps: inout CheckSteps
  ) throws -> BoundedLoads<UInt32> {
    steps.note("BoundedLoads(\(ring.map(\.description).joined(separator: ", ")), percent: \(percent))")
    return try BoundedLoads(ring, percent: percent)
  }

  // Mirrokni and others 2016: ⌈c·m/n⌉ for m = 1, 2, 3 … and n = 3, c = 1.25, worked out by hand
  @Test func `the capacity is the average times c, rounded up`() throws {
    var steps = CheckSteps()
    var balancer = try begin(plainRing, 125, &steps)
    for (index, capacity) in [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6].enumerated() {
      try steps.check("capacity", returns: capacity, "125·\(index + 1)/300 rounded up, once, at the end") {
        try balancer.capacity
      }
      try steps.run("begin(5)") { try balancer.begin(5) }
    }
  }

  // Mirrokni and others 2016: n is the number of bins; 300·m/300 is m, with nothing to round
  @Test func `the capacity counts nodes, not points`() throws {
    var steps = CheckSteps()
    var balancer = try begin(ring, 300, &steps)
    for capacity in 1...6 {
      try steps.check("capacity", returns: capacity, "five points of three nodes: 300·\(capacity)/300") {
        try balancer.capacity
      }
      try steps.run("begin(5)") { try balancer.begin(5) }
    }
  }

  // Mirrokni and others 2016, worked out by hand: the same key twelve times
  @Test func `a request goes on to the next node with room`() throws {
    var steps = CheckSteps()
    var balancer = try begin(ring, 125, &steps)
    for node in ["a", "b", "a", "b", "a", "b", "c", "a", "b", "a", "b", "c"] {
      try steps.check("begin(5)", returns: node, "the way from 5 meets a, b, c: it is the first with room") {
        try balancer.begin(5)
      }
    }
  }

  // The ring has no end, and positions have any width
  @Test func `the way goes on over the end of the ring`() throws {
    var steps = CheckSteps()
    var narrow = try begin(ring, 100, &steps)
    for (key, node) in [(UInt32(50), "b"), (50, "a"), (51, "c"), (.max, "a"), (20, "b")] {
      try steps.check("begin(\(key))", returns: node, "from the key upwards, and over the end to a@10") {
        try narrow.begin(key)
      }
    }
    var others = CheckSteps()
    let positions = points("a@5 b@4294967296 c@9223372036854775809", of: UInt64.self)
    others.note("BoundedLoads(a@5, b@4294967296, c@9223372036854775809, percent: 100), with 64 bits")
    var wide = try BoundedLoads(positions, percent: 100)
    for (key, node) in [(UInt64(1) << 63, "c"), (.max, "a"), (.max, "b"), (1 << 32, "b")] {
      try others.check("begin(\(key))", returns: node, "the positions have 64 bits here") {
        try wide.begin(key)
      }
    }
  }

  // A node's load is what began there and has not ended
  @Test func `the load counts what runs at a node`() throws {
    var steps = CheckSteps()
    var balancer = try begin(ring, 125, &steps)
    try steps.check("load(of: \"a\")", returns: 0, "all nodes are idle") { try balancer.load(of: "a") }
    for _ in 0..<7 { try steps.run("begin(5)") { try balancer.begin(5) } }
    for (node, load) in [("a", 3), ("b", 3), ("c", 1), ("d", 0), ("A", 0), ("", 0)] {
      try steps.check(
        "load(of: \"\(node)\")", returns: load, "a and b took three, c took one; nobody else is on the ring"
      ) { try balancer.load(of: node) }
    }
    try steps.check("capacity", returns: 4, "125·8/300: asking for a load makes no node") {
      try balancer.capacity
    }
  }

  // What has ended takes no room
  @Test func `a request that ends makes room`() throws {
    var steps = CheckSteps()
    var balancer = try begin(ring, 125, &steps)
    for (ended, node) in [("", "a"), ("a", "a"), ("", "b"), ("a", "a"), ("b", "b"), ("", "a")] {
      if ended != "" { try steps.run("end(at: \"\(ended)\")") { try balancer.end(at: ended) } }
      try steps.check("begin(5)", returns: node, "the way from 5 meets a, b, c: it is the first with room") {
        try balancer.begin(5)
      }
    }
  }

  // The page's rule: nothing moves when a request ends
  @Test func `a load may stand above a capacity that has shrunk`() throws {
    var steps = CheckSteps()
    var balancer = try begin(ring, 125, &steps)
    for _ in 0..<12 { try steps.run("begin(5)") { try balancer.begin(5) } }
    for node in ["c", "c", "b", "b", "b", "b", "b"] {
      try steps.run("end(at: \"\(node)\")") { try balancer.end(at: node) }
    }
    try steps.check("load(of: \"a\")", returns: 5, "the running ones stay where they are") {
      try balancer.load(of: "a")
    }
    try steps.check("capacity", returns: 3, "125·6/300, rounded up") { try balancer.capacity }
    for node in ["b", "b", "b", "b", "b", "c", "c", "a"] {
      try steps.check("begin(5)", returns: node, "a has five, and gets nothing until it has room") {
        try balancer.begin(5)
      }
    }
  }

  // 110·100/1000 is 11, and 1.1·100/10 is 11.000000000000002; 2^53 + 1 is no Double, and Int.max - 100 the largest per cent for one node
  @Test func `the capacity is exact`() throws {
    var steps = CheckSteps()
    let ten = (0..<10).map { Ring.Point(at: UInt32($0 * 100), node: "tower\($0)") }
    var balancer = try begin(ten, 110, &steps)
    for number in 0..<99 {
      let key = UInt32(number % 10 * 100)
      try steps.run("begin(\(key))") { try balancer.begin(key) }
    }
    try steps.check("capacity", returns: 11, "1.1 times 100 requests on 10 nodes: there is nothing to round")
    {
      try balancer.capacity
    }
    for (percent, capacity) in [
      (900_719_925_474_099_300, 9_007_199_254_740_993), (Int.max - 100, 92_233_720_368_547_758),
      (101, 2), (100, 1),
    ] {
      try check(
        "BoundedLoads(_:percent:).capacity", (points("a@10"), percent: percent), returns: capacity,
        "a hundredth of the per cent, rounded up: so much may the only node have"
      ) { try BoundedLoads<UInt32>($0.0, percent: $0.percent).capacity }
    }
  }

  // Pigeonhole: with c = 1 nobody may have more than the average, rounded up
  @Test func `at 100 per cent everyone ends with the same`() throws {
    var random = SeededRandom(seed: 671)
    var steps = CheckSteps()
    var balancer = try begin(points("a@10 b@20 c@30 d@40 a@50 b@60"), 100, &steps)
    for round in 1...10 {
      for _ in 0..<4 {
        let key = UInt32.random(in: 0...25, using: &random)
        try steps.run("begin(\(key))") { try balancer.begin(key) }
      }
      try steps.check(
        "the loads of a, b, c and d", returns: Array(repeating: round, count: 4),
        "after \(round * 4) requests each of four has \(round)"
      ) { try ["a", "b", "c", "d"].map { try balancer.load(of: $0) } }
    }
  }

  // With room for all, nobody is passed over
  @Test func `with room enough it is the plain ring`() throws {
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 6) { crc32ByDivision($0) }
    var balancer = try BoundedLoads(points, percent: 1_000_000)
    let plain = ClockwiseRing(points)
    var steps = CheckSteps()
    steps.note("four nodes of six points each, and 1,000,000 per cent")
    for number in 0..<100 {
      let key = crc32ByDivision("/scroll/\(number % 20)".utf8)
      try steps.check("begin(\(key))", returns: plain.node(of: key), "its own node has room for all") {
        try balancer.begin(key)
      }
    }
  }

  // A second implementation: a list of requests, counted anew each time; nobody has more than ⌈c·m/n⌉ when it gets one
  @Test func `requests that come and go are placed as by hand`() throws {
    var random = SeededRandom(seed: 673)
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 4) { crc32ByDivision($0) }
    for percent in [100, 101, 120, 175] {
      var (balancer, byHand) = (
        try BoundedLoads(points, percent: percent), BoundedLoadsByHand(points, percent: percent)
      )
      var steps = CheckSteps()
      steps.note("four nodes of four points each, and \(percent) per cent")
      for _ in 0..<60 {
        if !byHand.running.isEmpty, Int.random(in: 0..<5, using: &random) < 2 {
          let node = byHand.end(Int.random(in: 0..<byHand.running.count, using: &random))
          try steps.run("end(at: \"\(node)\")") { try balancer.end(at: node) }
        }
        // Half of all requests are for one key.
        let key = Bool.random(using: &random) ? 7 : UInt32.random(in: 0...15, using: &random) << 28
        let capacity = byHand.capacity
        try steps.check("capacity", returns: capacity, "counted by hand") { try balancer.capacity }
        try steps.check("begin(\(key))", returns: byHand.begin(key), "tried by hand, node by node") {
          try balancer.begin(key)
        }
      }
    }
  }

  // Below the average not everybody finds room
  @Test func `less than 100 per cent is refused`() throws {
    for percent in [99, 1, 0, -125, Int.min] {
      try check(
        "BoundedLoads(_:percent:).capacity", (ring, percent: percent),
        throws: Ring.BalanceError.percentTooSmall(percent),
        "100 per cent or more"
      ) { try BoundedLoads($0.0, percent: $0.percent).capacity }
    }
  }

  // As for one node
  @Test func `an empty ring has no room`() throws {
    for percent in [100, 50, -1] {
      try check(
        "BoundedLoads(_:percent:).capacity", ([Ring.Point<UInt32>](), percent: percent),
        throws: Ring.LookupError.emptyRing,
        "that there are no points comes before the per cent"
      ) { try BoundedLoads($0.0, percent: $0.percent).capacity }
    }
  }

  // An end without a beginning is somebody's error
  @Test func `what does not run cannot end`() throws {
    var steps = CheckSteps()
    var balancer = try begin(plainRing, 125, &steps)
    try steps.run("begin(5)") { try balancer.begin(5) }
    try steps.run("end(at: \"a\")") { try balancer.end(at: "a") }
    for idle in ["a", "c", "nobody", ""] {
      try steps.check(
        "end(at: \"\(idle)\")", throws: Ring.BalanceError.nothingToEnd(at: idle), "no request runs there"
      ) { try balancer.end(at: idle) }
      try steps.check("load(of: \"\(idle)\")", returns: 0, "an error changes nothing") {
        try balancer.load(of: idle)
      }
    }
    try steps.run("begin(5)") { try balancer.begin(5) }
    try steps.run("begin(5)") { try balancer.begin(5) }
    try steps.check(
      "capacity", returns: 2, "125·3/300: two requests run, one comes, and there are three nodes"
    ) {
      try balancer.capacity
    }
  }
}
