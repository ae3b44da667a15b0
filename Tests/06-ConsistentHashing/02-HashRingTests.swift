import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct HashRingTests {
  // The label of a point: name, underscore, number from 0
  @Test func `a point stands at the hash of its label`() throws {
    let table = LabelTable<UInt32>(["tower1_0": 10, "tower1_1": 20, "tower1_2": 30])
    let ring = try buildRing(nodes: ["tower1"], pointsPerNode: 3, hash: table.hash)
    let positions = ring.map(\.position)
    #expect(positions == [10, 20, 30], "the labels tower1_0, tower1_1 and tower1_2 hash to 10, 20 and 30")
    let nodes = ring.map(\.node)
    #expect(nodes == ["tower1", "tower1", "tower1"], "a point carries the name of its node, not its label")
  }

  // Karger and others 1997: the points of all nodes are on one circle
  @Test func `the points of all nodes stand in one order`() throws {
    let table = LabelTable<UInt32>(["a_0": 70, "a_1": 20, "b_0": 90, "b_1": 50, "c_0": 10, "c_1": 60])
    let ring = try buildRing(nodes: ["a", "b", "c"], pointsPerNode: 2, hash: table.hash)
    let shown = ring.map(\.description)
    #expect(shown == ["c@10", "a@20", "b@50", "c@60", "a@70", "b@90"], "sorted by position, no matter whose")
  }

  // node1 with number 11 and node11 with number 1 would both be node111
  @Test func `a name and its number are kept apart`() throws {
    var labels: Set<String> = []
    _ = try buildRing(nodes: ["node1", "node11"], pointsPerNode: 12) { label in
      labels.insert(String(decoding: label, as: UTF8.self))
      return UInt32(labels.count)
    }
    let distinct = labels.count
    #expect(distinct == 24, "two nodes with twelve points have 24 labels, and no two of them are equal")
  }

  // One label a point; two labels may hash to the same position
  @Test func `every node has as many points as were asked for`() throws {
    let nodes = ["a", "b", "c", "d", "e"]
    let ring = try buildRing(nodes: nodes, pointsPerNode: 40) { crc32ByDivision($0) % 64 }
    for node in nodes {
      let count = ring.filter { $0.node == node }.count
      #expect(count == 40, "\(node): points that share a position are all kept")
    }
  }

  // With 32-bit hashes the positions are 0 … 2^32 - 1
  @Test func `the first and the last position are on the ring`() throws {
    let table = LabelTable<UInt32>(["a_0": 4_294_967_295, "b_0": 0])
    let ring = try buildRing(nodes: ["a", "b"], pointsPerNode: 1, hash: table.hash)
    let shown = ring.map(\.description)
    #expect(shown == ["b@0", "a@4294967295"], "a hash is a position as it is, from 0 to 2^32 - 1")
  }

  // Where positions are equal, something that does not depend on the caller has to decide
  @Test func `points that share a position stand in the order of their names`() throws {
    for nodes in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
      let ring = try buildRing(nodes: nodes, pointsPerNode: 1) { _ in UInt32(7) }
      let shown = ring.map(\.description)
      #expect(shown == ["a@7", "b@7", "c@7"], "the nodes were given as \(nodes)")
    }
  }

  // Two balancers that read the same list in different orders must agree
  @Test func `the order in which nodes are given does not matter`() throws {
    var random = SeededRandom(seed: 611)
    let names = (0..<8).map { "tower\($0)" }
    let ring = try buildRing(nodes: names, pointsPerNode: 10) { crc32ByDivision($0) % 32 }
    for _ in 0..<20 {
      let shuffled = names.shuffled(using: &random)
      let other = try buildRing(nodes: shuffled, pointsPerNode: 10) { crc32ByDivision($0) % 32 }
      let firstDifference = zip(ring, other).first { $0 != $1 }.map { "\($0) became \($1)" }
      try #require(firstDifference == nil, "\(shuffled): the same nodes make the same ring")
    }
  }

  // Karger and others 1997: monotonicity
  @Test func `a node that leaves takes its own points and no others`() throws {
    let names = (0..<6).map { "tower\($0)" }
    let ring = try buildRing(nodes: names, pointsPerNode: 20) { crc32ByDivision($0) }
    for gone in names {
      let rest = try buildRing(nodes: names.filter { $0 != gone }, pointsPerNode: 20) { crc32ByDivision($0) }
      let kept = ring.filter { $0.node != gone }
      let differences = zip(rest, kept).filter { $0 != $1 }.count + abs(rest.count - kept.count)
      #expect(differences == 0, "without \(gone) the points of the others stand where they stood")
    }
  }

  // A ring without points has no answer for any key
  @Test func `a ring without nodes is refused`() throws {
    #expect(throws: Ring.BuildError.noNodes) {
      try buildRing(nodes: [], pointsPerNode: 3) { _ in UInt32(0) }
    }
  }

  // A node without points would never be asked
  @Test(arguments: [0, -1]) func `a node needs at least one point`(count: Int) throws {
    #expect(throws: Ring.BuildError.noPoints(perNode: count)) {
      try buildRing(nodes: ["a"], pointsPerNode: count) { _ in UInt32(0) }
    }
  }

  // Named twice it would have its points twice
  @Test func `a node is named only once`() throws {
    #expect(throws: Ring.BuildError.duplicateNode("b")) {
      try buildRing(nodes: ["a", "b", "c", "b", "a"], pointsPerNode: 1) { _ in UInt32(0) }
    }
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: the published ring
  @Test func `six hosts stand on the ring as Envoy puts them`() throws {
    let ring = try buildRing(nodes: EnvoyRing.nodes, pointsPerNode: 2, hash: EnvoyRing.labels.hash)
    let shown = ring.map(\.description)
    let published = EnvoyRing.points.map(\.description)
    #expect(shown == published, "with 64-bit positions and Envoy's hash this is Envoy's ring")
  }
}
