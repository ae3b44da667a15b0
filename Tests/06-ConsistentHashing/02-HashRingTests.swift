import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HashRingTests {
  private let call = "buildRing(nodes:pointsPerNode:hash:)"

  // The label of a point: name, underscore, number from 0
  @Test func `a point stands at the hash of its label`() throws {
    let three = LabelTable<UInt32>(["tower1_0": 10, "tower1_1": 20, "tower1_2": 30])
    try check(
      call, (nodes: ["tower1"], pointsPerNode: 3), returns: points("tower1@10 tower1@20 tower1@30"),
      "the labels tower1_0, tower1_1 and tower1_2 hash to 10, 20 and 30; a point has the name of its node"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: three.hash) }
    let eleven = LabelTable<UInt32>(
      Dictionary(uniqueKeysWithValues: (0..<11).map { ("a_\($0)", UInt32($0)) }))
    try check(
      call, (nodes: ["a"], pointsPerNode: 11),
      returns: points("a@0 a@1 a@2 a@3 a@4 a@5 a@6 a@7 a@8 a@9 a@10"),
      "the labels are a_0 to a_10, and each hashes to its number"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: eleven.hash) }
  }

  // All as UTF-8, whatever the name is
  @Test func `a label is made of the bytes of the name`() throws {
    for (name, label) in [("tür", "74 c3 bc 72 5f 30"), ("A_1", "41 5f 31 5f 30"), ("", "5f 30")] {
      try check(
        "the label that \(call) hashes", (nodes: [name], pointsPerNode: 1), returns: bytes(hex: label),
        "the name in UTF-8 as it is, 5f, and 30 for the number 0"
      ) {
        var hashed: [UInt8] = []
        _ = try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { label in
          hashed = label
          return UInt32(0)
        }
        return hashed
      }
    }
  }

  // Karger and others 1997: the points of all nodes are on one line, which is bent into a circle here
  @Test func `the points of all nodes stand in one order`() throws {
    let table = LabelTable<UInt32>(["a_0": 70, "a_1": 20, "b_0": 90, "b_1": 50, "c_0": 10, "c_1": 60])
    try check(
      call, (nodes: ["a", "b", "c"], pointsPerNode: 2), returns: points("c@10 a@20 b@50 c@60 a@70 b@90"),
      "sorted by position, no matter whose"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: table.hash) }
  }

  // node1 with number 11 and node11 with number 1 would both be node111
  @Test func `a name and its number are kept apart`() throws {
    try check(
      "the number of different labels that \(call) hashes", (nodes: ["node1", "node11"], pointsPerNode: 12),
      returns: 24, "no label of one node is one of the other's"
    ) {
      var labels: Set<[UInt8]> = []
      _ = try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { label in
        labels.insert(label)
        return UInt32(labels.count)
      }
      return labels.count
    }
  }

  // One label a point; two labels may hash to the same position
  @Test func `points that share a position are all kept`() throws {
    try check(
      call, (nodes: ["b", "a"], pointsPerNode: 3), returns: points("a@7 a@7 a@7 b@7 b@7 b@7"),
      "every label hashes to 7 here: also the points of one node are three"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(7) } }
    try check(
      "the number of points of \(call)", (nodes: ["a", "b", "c", "d", "e"], pointsPerNode: 40), returns: 200,
      "five nodes with 40 points have 200, though there are only 64 positions here"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { crc32ByDivision($0) % 64 }.count }
  }

  // With 32-bit hashes the positions are 0 … 2^32 - 1
  @Test func `the first and the last position are on the ring`() throws {
    let table = LabelTable<UInt32>(["a_0": 4_294_967_295, "b_0": 0])
    try check(
      call, (nodes: ["a", "b"], pointsPerNode: 1), returns: points("b@0 a@4294967295"),
      "a hash is a position as it is, from 0 to 2^32 - 1"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: table.hash) }
    let wide = LabelTable<UInt64>(["a_0": .max, "b_0": 0])
    try check(
      call, (nodes: ["a", "b"], pointsPerNode: 1),
      returns: points("b@0 a@18446744073709551615", of: UInt64.self),
      "a position is as wide as the hash, here 64 bits"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: wide.hash) }
  }

  // Where positions are equal, something that does not depend on the caller has to decide: Swift's `<`
  @Test func `points that share a position stand in the order of their names`() throws {
    for nodes in [["c", "b", "a"], ["tower2", "tower10"], ["a", "B"], ["aa", "a", ""], ["ä", "z"]] {
      try check(
        call, (nodes: nodes, pointsPerNode: 1),
        returns: nodes.sorted().map { Ring.Point(at: UInt32(7), node: $0) },
        "every label hashes to 7 here, so the names decide, as Swift's < compares strings"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(7) } }
    }
  }

  // Two balancers that read the same list in different orders must agree
  @Test func `the order in which nodes are given does not matter`() throws {
    var random = SeededRandom(seed: 611)
    let names = (0..<12).map { "tower\($0)" }
    let ring = try buildRing(nodes: names, pointsPerNode: 10) { crc32ByDivision($0) % 32 }
    for _ in 0..<20 {
      try check(
        call, (nodes: names.shuffled(using: &random), pointsPerNode: 10), returns: ring,
        "the same nodes make the same ring as tower0 to tower11 in this order"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { crc32ByDivision($0) % 32 } }
    }
  }

  // Karger and others 1997: monotonicity
  @Test func `a node that leaves takes its own points and no others`() throws {
    let names = (0..<6).map { "tower\($0)" }
    let ring = try buildRing(nodes: names, pointsPerNode: 20) { crc32ByDivision($0) }
    for gone in names {
      try check(
        call, (nodes: names.filter { $0 != gone }, pointsPerNode: 20),
        returns: ring.filter { $0.node != gone },
        "without \(gone) the points of the others stand where they stood"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { crc32ByDivision($0) } }
    }
  }

  // A ring without points has no answer for any key
  @Test func `a ring without nodes is refused`() throws {
    try check(
      call, (nodes: [String](), pointsPerNode: 3), throws: Ring.BuildError.noNodes, "there is nobody to ask"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(0) } }
  }

  // A node without points would never be asked
  @Test func `a node needs at least one point`() throws {
    for count in [0, -1, Int.min] {
      try check(
        call, (nodes: ["a"], pointsPerNode: count), throws: Ring.BuildError.noPoints(perNode: count),
        "a node has 1 point or more"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(0) } }
    }
  }

  // Named twice it would have its points twice
  @Test func `a node is named only once`() throws {
    for (nodes, double) in [
      (["a", "b", "b", "a"], "b"), (["a", "b", "a", "b"], "a"), (["", ""], ""),
    ] {
      try check(
        call, (nodes: nodes, pointsPerNode: 1), throws: Ring.BuildError.duplicateNode(double),
        "read from the left, it is the first name that was there before"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(0) } }
    }
    try check(
      call, (nodes: ["a", "A"], pointsPerNode: 1), returns: points("A@0 a@0"), "a and A are two names"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { _ in UInt32(0) } }
  }

  // The order of the errors is part of the specification
  @Test func `errors come in the order of the specification`() throws {
    let cases: [(nodes: [String], points: Int, error: Ring.BuildError)] = [
      ([], 0, .noNodes), (["a", "a"], 0, .noPoints(perNode: 0)), (["a", "a"], 3, .duplicateNode("a")),
      (["a", "b", "a"], .max, .duplicateNode("a")),
    ]
    for (nodes, points, error) in cases {
      try check(
        call, (nodes: nodes, pointsPerNode: points), throws: error,
        "first no nodes, then no points, then a name given twice, and the hash is asked last: here it fails"
      ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: unavailable) }
    }
  }

  // What the hash throws is the caller's
  @Test func `an error of the hash comes out as it is`() throws {
    try check(
      call, (nodes: ["a", "b"], pointsPerNode: 2), throws: Unavailable("b_1"),
      "the hash fails for the label b_1 alone"
    ) {
      try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode) { label in
        try label == Array("b_1".utf8) ? unavailable(label) : 0
      }
    }
  }

  private func unavailable(_ label: [UInt8]) throws -> UInt32 {
    throw Unavailable(String(decoding: label, as: UTF8.self))
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: the published ring
  @Test func `six hosts stand on the ring as Envoy puts them`() throws {
    try check(
      call, (nodes: EnvoyRing.nodes, pointsPerNode: 2), returns: EnvoyRing.points,
      "with 64-bit positions and Envoy's hash this is Envoy's ring"
    ) { try buildRing(nodes: $0.nodes, pointsPerNode: $0.pointsPerNode, hash: EnvoyRing.labels.hash) }
  }
}
