import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct ReplicasTests {
  /// a@10, a@20, b@30, a@40, b@50, c@60.
  let ring = zip(1..., ["a", "a", "b", "a", "b", "c"]).map { Ring.Point(at: UInt32($0 * 10), node: $1) }

  // DeCandia and others 2007, §4.3
  @Test func `the nodes are those that the way from the key meets`() throws {
    let two = try replicas(2, of: 45, in: ring)
    #expect(two == ["b", "c"], "from 45 upwards stand b@50 and c@60")
    let three = try replicas(3, of: 25, in: ring)
    #expect(three == ["b", "a", "c"], "from 25 upwards: b@30, a@40, b once more, c@60")
  }

  // DeCandia and others 2007, §4.3: only distinct physical nodes
  @Test func `a node that was met before is passed over`() throws {
    let two = try replicas(2, of: 5, in: ring)
    #expect(two == ["a", "b"], "a@10 and a@20 are one node, and two copies in one node are one copy")
    let three = try replicas(3, of: 5, in: ring)
    #expect(three == ["a", "b", "c"], "a@40 and b@50 were met before: the third node is c@60")
  }

  // The ring has no end
  @Test func `the way goes on over the end of the ring`() throws {
    for (key, expected) in [(UInt32(55), ["c", "a", "b"]), (61, ["a", "b", "c"]), (.max, ["a", "b", "c"])] {
      let nodes = try replicas(3, of: key, in: ring)
      #expect(nodes == expected, "\(key): after c@60 comes a@10")
    }
  }

  // At or after, as for one node
  @Test func `a point answers for its own position`() throws {
    for (key, expected) in [(UInt32(30), ["b", "a"]), (60, ["c", "a"]), (50, ["b", "c"])] {
      let nodes = try replicas(2, of: key, in: ring)
      #expect(nodes == expected, "\(key): the way begins at the point that stands there")
    }
  }

  // The order of points is the ring's, also where positions are equal
  @Test func `points that share a position are met in their order`() throws {
    let shared = ["a", "b", "c", "d"].map { Ring.Point<UInt32>(at: $0 == "a" ? 10 : 30, node: $0) }
    for key: UInt32 in [11, 30] {
      let nodes = try replicas(4, of: key, in: shared)
      #expect(nodes == ["b", "c", "d", "a"], "\(key): b, c and d stand at 30, and b is the first of them")
    }
  }

  // One copy is what a plain lookup gives
  @Test func `the first node is the one that answers for the key`() throws {
    let points = try buildRing(nodes: ["a", "b", "c", "d"], pointsPerNode: 5) { crc32ByDivision($0) }
    for number in 0..<100 {
      let key = crc32ByDivision("/scroll/\(number)".utf8)
      let first = try replicas(1, of: key, in: points)
      let own = try lookUp(key, in: points).node
      try #require(first == [own], "/scroll/\(number): one copy lies where the key belongs")
    }
  }

  // More copies than nodes would be copies in one place
  @Test(arguments: [4, 100]) func `more copies than nodes are refused`(count: Int) throws {
    #expect(throws: Ring.LookupError.tooFewNodes(wanted: count, have: 3)) {
      try replicas(count, of: 45, in: ring)
    }
  }

  // A key that nobody keeps is lost
  @Test(arguments: [0, -1]) func `no copy at all is refused`(count: Int) throws {
    #expect(throws: Ring.LookupError.tooFewNodes(wanted: count, have: 3)) {
      try replicas(count, of: 45, in: ring)
    }
  }

  // As for one node
  @Test func `an empty ring keeps nothing`() throws {
    #expect(throws: Ring.LookupError.emptyRing) { try replicas(0, of: 45, in: [Ring.Point<UInt32>]()) }
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
      let nodes = try replicas(count, of: key, in: points)
      let nearest = Array(ClockwiseRing(points).nodes(from: key).prefix(count))
      try #require(nodes == nearest, "\(count) nodes for \(key) on \(points)")
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
        let three = try replicas(3, of: key, in: after)
        let kept = Array(four.filter { $0 != gone }.prefix(3))
        try #require(
          three == kept, "/scroll/\(number) without \(gone): who was fourth comes in, nobody else changes")
      }
    }
  }

  // Recorded from nginx 1.22.1: five servers that all refuse, three tries a key
  @Test func `nginx tries the same nodes when one refuses`() throws {
    let points = NginxRing.points(of: "abcde")
    let tried = Array(NginxRingPicks.tried)
    for (index, key) in NginxRingPicks.keys.enumerated() {
      let nodes = try replicas(3, of: NginxRing.position(of: key), in: points).joined()
      let recorded = String(tried[(index * 3)..<(index * 3 + 3)])
      try #require(nodes == recorded, "\(key): the servers in the order in which nginx tried them")
    }
  }
}
