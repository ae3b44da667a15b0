import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ReplicasTests {
  private let call = "replicas(_:of:in:)"
  private let ring: [Ring.Point<UInt32>] = points("a@10 a@20 b@30 a@40 b@50 c@60")

  // DeCandia and others 2007, §4.3
  @Test func `the nodes are those that the way from the key meets`() throws {
    for (count, key, nodes) in [(2, 45, ["b", "c"]), (3, 25, ["b", "a", "c"]), (1, 25, ["b"])] {
      try check(
        call, (count, of: UInt32(key), in: ring), returns: nodes, "from the key upwards, point by point"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // DeCandia and others 2007, §4.3: only distinct physical nodes
  @Test func `a node that was met before is passed over`() throws {
    for (count, nodes) in [(2, ["a", "b"]), (3, ["a", "b", "c"])] {
      try check(
        call, (count, of: UInt32(5), in: ring), returns: nodes,
        "a@10, a@20 and a@40 are one node, and two copies in one node are one copy"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
    try check(
      call, (4, of: UInt32(0), in: points("a@1 A@2 a@3 aa@4 @5", of: UInt32.self)),
      returns: ["a", "A", "aa", ""], "a, A, aa and the empty name are four nodes"
    ) { try replicas($0.0, of: $0.of, in: $0.in) }
  }

  // The ring has no end
  @Test func `the way goes on over the end of the ring`() throws {
    for (key, nodes) in [(UInt32(55), ["c", "a", "b"]), (61, ["a", "b", "c"]), (.max, ["a", "b", "c"])] {
      try check(call, (3, of: key, in: ring), returns: nodes, "after c@60 comes a@10") {
        try replicas($0.0, of: $0.of, in: $0.in)
      }
    }
  }

  // At or after, as for one node
  @Test func `a point answers for its own position`() throws {
    for (key, nodes) in [(UInt32(30), ["b", "a"]), (60, ["c", "a"]), (50, ["b", "c"]), (10, ["a", "b"])] {
      try check(
        call, (2, of: key, in: ring), returns: nodes, "the way begins at the point that stands there"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // The order of points is the ring's, also where positions are equal
  @Test func `points that share a position are met in their order`() throws {
    for key: UInt32 in [11, 30] {
      try check(
        call, (4, of: key, in: points("a@10 b@30 c@30 d@30", of: UInt32.self)),
        returns: ["b", "c", "d", "a"],
        "b, c and d stand at 30, and b is the first of them"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
    for key: UInt32 in [6, 7, 8] {
      try check(
        call, (2, of: key, in: points("a@7 a@7 b@7 b@7 c@7", of: UInt32.self)), returns: ["a", "b"],
        "all stand at one position, and a is the first of them"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // The positions are the hash's
  @Test func `positions have any width`() throws {
    for (key, nodes) in [
      (UInt64(1) << 63, ["c", "a"]), (1 << 32, ["b", "c"]), (.max, ["a", "b"]), (0, ["a", "b"]),
    ] {
      try check(
        call, (2, of: key, in: points("a@5 b@4294967296 c@9223372036854775809", of: UInt64.self)),
        returns: nodes,
        "the positions have 64 bits here"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
    try check(
      call, (2, of: UInt8.max, in: points("a@0 b@1", of: UInt8.self)), returns: ["a", "b"],
      "the positions have 8 bits here"
    ) { try replicas($0.0, of: $0.of, in: $0.in) }
  }

  // One copy is what a plain lookup gives
  @Test func `the first node is the one that answers for the key`() throws {
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 5) { crc32ByDivision($0) }
    for number in 0..<100 {
      let key = crc32ByDivision("/scroll/\(number)".utf8)
      try check(
        call, (1, of: key, in: points), returns: [try lookUp(key, in: points).node],
        "one copy lies where the key belongs"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // More copies than nodes would be copies in one place; the way ends after one round
  @Test func `more copies than nodes are refused`() throws {
    for count in [4, 6, 100, Int.max] {
      try check(
        call, (count, of: UInt32(45), in: ring), throws: Ring.LookupError.tooFewNodes(wanted: count, have: 3),
        "six points belong to three nodes, and after one round there are no others"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
    try check(
      call, (2, of: UInt32(45), in: points("a@10 a@20", of: UInt32.self)),
      throws: Ring.LookupError.tooFewNodes(wanted: 2, have: 1), "two points of one node are one node"
    ) { try replicas($0.0, of: $0.of, in: $0.in) }
  }

  // A key that nobody keeps is lost
  @Test func `no copy at all is refused`() throws {
    for count in [0, -1, Int.min] {
      try check(
        call, (count, of: UInt32(45), in: ring), throws: Ring.LookupError.tooFewNodes(wanted: count, have: 3),
        "1 copy or more are wanted; the ring has three nodes"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // As for one node
  @Test func `an empty ring keeps nothing`() throws {
    for count in [1, 0, -1, Int.max] {
      try check(
        call, (count, of: UInt32(45), in: [Ring.Point<UInt32>]()), throws: Ring.LookupError.emptyRing,
        "that there are no points comes before the number of nodes"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // A second implementation: measure the way to every point, sort the nodes by it
  @Test func `the nodes are the nearest ones, clockwise`() throws {
    var random = SeededRandom(seed: 661)
    for _ in 0..<60 {
      let size = Int.random(in: 1...6, using: &random)
      let points = (0..<Int.random(in: size...20, using: &random)).map { number in
        Ring.Point(at: UInt32.random(in: 0...40, using: &random) << 24, node: "tower\(number % size)")
      }.sorted { ($0.position, $0.node) < ($1.position, $1.node) }
      let key = UInt32.random(in: 0...44, using: &random) << 24
      let count = Int.random(in: 1...size, using: &random)
      try check(
        call, (count, of: key, in: points),
        returns: Array(ClockwiseRing(points).nodes(from: key).prefix(count)),
        "measured from the key, they are the nearest"
      ) { try replicas($0.0, of: $0.of, in: $0.in) }
    }
  }

  // Exact: the way is the same, without one node
  @Test func `when a node leaves the others close ranks`() throws {
    let names = (0..<6).map { "tower\($0)" }
    let before = try buildRing(nodes: names, pointsPerNode: 10) { crc32ByDivision($0) }
    for gone in names {
      let after = before.filter { $0.node != gone }
      for number in 0..<30 {
        let key = crc32ByDivision("/scroll/\(number)".utf8)
        let four = try replicas(4, of: key, in: before)
        try check(
          call, "3 for the key \(key) on a ring of five nodes, which \(gone) has left",
          returns: Array(four.filter { $0 != gone }.prefix(3)),
          "with it they were \(four.joined(separator: ", ")): who was behind it moves up, nobody else changes"
        ) { _ in try replicas(3, of: key, in: after) }
      }
    }
  }

  // Recorded from nginx 1.22.1: five servers that all refuse, three tries a key
  @Test func `nginx tries the same nodes when one refuses`() throws {
    let points = NginxRing.points(of: "abcde")
    let tried = NginxRingPicks.tried.map(String.init)
    for (index, key) in NginxRingPicks.keys.enumerated() {
      let position = NginxRing.position(of: key)
      try check(
        call, "3 for \(position), where \(key) stands, in nginx's ring of five servers",
        returns: Array(tried[(index * 3)..<(index * 3 + 3)]),
        "recorded: the servers in the order in which nginx tried them"
      ) { _ in try replicas(3, of: position, in: points) }
    }
  }
}
