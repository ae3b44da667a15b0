import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct WeightedRingTests {
  private let build = "buildWeightedRing(nodes:pointsPerWeight:hash:)"
  private let count = "positions(of:in:)"

  /// A hash that spreads well enough for shares: the low half of xxHash64.
  private func spread(_ label: some Sequence<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: xxHash64(label)) }

  private func unavailable(_ label: [UInt8]) throws -> UInt32 {
    throw Unavailable(String(decoding: label, as: UTF8.self))
  }

  /// `a×3 b×0` are a node of weight 3 and one of weight 0.
  private func nodes(_ text: String) -> [Ring.WeightedNode] {
    text.split(separator: " ").map { node in
      let parts = node.split(separator: "×")
      return Ring.WeightedNode(String(parts[0]), weight: Int(parts[1]) ?? 0)
    }
  }

  // nginx: weight × 160 points a server; here weight × 2
  @Test func `a node has as many points as its weight demands`() throws {
    let table = LabelTable<UInt32>([
      "a_0": 50, "a_1": 20, "b_0": 40, "b_1": 10, "b_2": 70, "b_3": 30, "b_4": 80, "b_5": 60,
    ])
    for given in ["b×3 a×1", "a×1 b×3", "a×1 c×0 b×3"] {
      try check(
        build, (nodes: nodes(given), pointsPerWeight: 2),
        returns: points("b@10 a@20 b@30 b@40 a@50 b@60 b@70 b@80"),
        "with two points a unit, weight 3 has the labels b_0 to b_5, weight 0 none, and all stand in one order"
      ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight, hash: table.hash) }
    }
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: three hosts of weight 1, 2 and 3 on a ring of six points
  @Test func `three hosts stand on the ring as Envoy weighs them`() throws {
    try check(
      build, (nodes: nodes("127.0.0.1:90×1 127.0.0.1:91×2 127.0.0.1:92×3"), pointsPerWeight: 1),
      returns: EnvoyRing.weightedPoints,
      "one point a unit: with Envoy's hash this is the ring that is published"
    ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight) { xxHash64($0) } }
  }

  // Recorded from nginx 1.22.1, servers of weight 1, 2, 3, 1, 4
  @Test func `keys go where nginx sends them by weight`() throws {
    let ring = try buildWeightedRing(
      nodes: NginxRing.weights, pointsPerWeight: NginxRing.pointsPerWeight, hash: NginxRing.labels.hash)
    let picks = Dictionary(
      uniqueKeysWithValues: zip(NginxRingPicks.keys, NginxRingPicks.weighted.map(String.init)))
    for key in NginxRingPicks.keys {
      try check(
        "the node of a key on the ring of \(build)", key, returns: picks[key, default: ""],
        "recorded from nginx, with the weights 1, 2, 3, 1, 4 and 160 points for each unit"
      ) { try lookUp(NginxRing.position(of: $0), in: ring).node }
    }
  }

  // As on a plain ring
  @Test func `points that share a position are all kept, in the order of their names`() throws {
    for (given, ring) in [
      ("b×2 a×1", "a@7 b@7 b@7"), ("tower2×1 tower10×1", "tower10@7 tower2@7"),
      ("a×1 B×1 A×1", "A@7 B@7 a@7"),
    ] {
      try check(
        build, (nodes: nodes(given), pointsPerWeight: 1), returns: points(ring),
        "every label hashes to 7 here, so the names decide"
      ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight) { _ in UInt32(7) } }
    }
  }

  // A drained node is no node to send a key to
  @Test func `a ring on which nothing weighs anything is refused`() throws {
    for given in ["", "a×0", "a×0 b×0"] {
      try check(
        build, (nodes: nodes(given), pointsPerWeight: 1), throws: Ring.BuildError.noNodes,
        "nobody may have a point"
      ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight, hash: unavailable) }
    }
  }

  // HAProxy: weights from 0 to 256
  @Test func `a weight is from 0 to 256`() throws {
    try check(
      "the number of points of \(build)", (nodes: nodes("a×256"), pointsPerWeight: 1), returns: 256,
      "256 is a weight, and 256 labels are 256 points even at the same position"
    ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight) { _ in UInt32(0) }.count }
    for weight in [-1, 257, Int.min, Int.max] {
      try check(
        build, (nodes: nodes("a×0 b×\(weight) c×-7"), pointsPerWeight: 1),
        throws: Ring.BuildError.weightOutOfRange(weight, node: "b"),
        "b is the first whose weight is not 0 to 256"
      ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight, hash: unavailable) }
    }
  }

  // The order of the errors is part of the specification
  @Test func `errors come in the order of the specification`() throws {
    let cases: [(nodes: String, points: Int, error: Ring.BuildError)] = [
      ("", 0, .noPoints(perNode: 0)), ("a×1", -2, .noPoints(perNode: -2)),
      ("a×900 a×1", 0, .noPoints(perNode: 0)),
      ("a×0", .min, .noPoints(perNode: .min)), ("a×3 a×1 a×900", 1, .duplicateNode("a")),
      ("a×3 a×900", 1, .duplicateNode("a")), ("a×900 a×1", 1, .weightOutOfRange(900, node: "a")),
      ("a×1 b×900 a×1", 1, .weightOutOfRange(900, node: "b")), ("a×0 a×0", 1, .duplicateNode("a")),
      ("a×1 b×0 b×1 a×1", 1, .duplicateNode("b")), ("a×0 b×-1", 1, .weightOutOfRange(-1, node: "b")),
      ("a×2 a×2", .max, .duplicateNode("a")),
    ]
    for (given, points, error) in cases {
      try check(
        build, (nodes: nodes(given), pointsPerWeight: points), throws: error,
        "first the points; then node by node its name, then its weight; then whether any weighs something; the hash, "
          + "which fails here, is asked last"
      ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight, hash: unavailable) }
    }
    try check(
      build, (nodes: nodes("a×0 b×1"), pointsPerWeight: 1), throws: Unavailable("b_0"),
      "the hash fails for the label b_0: its error comes out as it is"
    ) { try buildWeightedRing(nodes: $0.nodes, pointsPerWeight: $0.pointsPerWeight, hash: unavailable) }
  }

  // Labels depend on name and number alone, so the lighter ring's points are a part of the heavier one's
  @Test func `when one weight grows keys move only to that node`() throws {
    func moves() throws -> [Ring.Move] {
      let rings = try ["tower2×1", "tower2×4"].map { weight in
        ClockwiseRing(
          try buildWeightedRing(nodes: nodes("tower0×2 tower1×3 \(weight) tower3×2"), pointsPerWeight: 4) {
            spread($0)
          })
      }
      return (0..<300).map { "/scroll/\($0)" }.compactMap { key in
        let (old, new) = (rings[0].node(of: spread(key.utf8)), rings[1].node(of: spread(key.utf8)))
        return old == new ? nil : Ring.Move(key, from: old, to: new)
      }
    }
    let growing = "tower0×2 tower1×3 tower2×1 tower3×2; then tower2×4; four points a unit, and 300 keys"
    try check(
      "the keys that move to another node than tower2, on the rings of \(build)", growing, returns: [],
      "only tower2 has more points than before, so only it can win a key"
    ) { _ in try moves().filter { $0.to != "tower2" } }
    let some = { (moved: Int) in moved > 0 }
    try check(
      "the number of keys that move, on the rings of \(build)", growing, returns: "more than 0", where: some,
      "three times as many points more lie before some of 300 keys"
    ) { _ in try moves().count }
  }

  // The definition, on a ring of 256 positions
  @Test func `a point has the positions after the one before it`() throws {
    for (node, positions) in [("b", 20), ("a", 236), ("c", 0), ("B", 0), ("", 0)] {
      try check(
        count, (of: node, in: points("a@10 b@30 a@250", of: UInt8.self)), returns: positions,
        "b answers for 11 to 30; a for 31 to 250, and over the end for 251 to 255 and 0 to 10; nobody else is on the ring"
      ) { try ConsistentHashing.positions(of: $0.of, in: $0.in) }
    }
  }

  // A circle with one point on it has one arc
  @Test func `one point has the whole ring`() throws {
    for place in [0, 7, UInt32.max] {
      try check(
        count, (of: "a", in: [Ring.Point(at: place, node: "a")]), returns: 4_294_967_296,
        "all 2^32 positions lead to the only point there is"
      ) { try positions(of: $0.of, in: $0.in) }
    }
    try check(
      count, (of: "a", in: points("a@9", of: UInt16.self)), returns: 65_536,
      "the positions are 0 to 65535 here"
    ) { try positions(of: $0.of, in: $0.in) }
  }

  // A point answers for its own position, and of equal ones the first does
  @Test func `of points at one position the first has the arc`() throws {
    for (node, ring, positions) in [
      ("a", "a@9 b@9", 256), ("b", "a@9 b@9", 0), ("b", "b@9 a@9", 256), ("a", "b@9 a@9", 0),
      ("a", "a@9 a@9", 256),
      ("a", "a@0 b@255 c@255", 1), ("b", "a@0 b@255 c@255", 255), ("c", "a@0 b@255 c@255", 0),
      ("b", "b@0 a@0 c@255", 1), ("a", "b@0 a@0 c@255", 0),
    ] {
      try check(
        count, (of: node, in: points(ring, of: UInt8.self)), returns: positions,
        "the first of them in the ring answers for all positions after the point before it"
      ) { try ConsistentHashing.positions(of: $0.of, in: $0.in) }
    }
  }

  // Without points nothing leads anywhere
  @Test func `an empty ring has no shares`() throws {
    try check(
      count, (of: "a", in: [Ring.Point<UInt32>]()), throws: Ring.LookupError.emptyRing, "there are no points"
    ) { try positions(of: $0.of, in: $0.in) }
  }

  // A second implementation: ask for each of 256 positions how far it is to every point
  @Test func `counting every position gives the same`() throws {
    var random = SeededRandom(seed: 651)
    for _ in 0..<40 {
      let ring = (0..<Int.random(in: 1...7, using: &random)).map { number in
        Ring.Point(at: UInt8.random(in: 0...255, using: &random), node: ["a", "b", "c"][number % 3])
      }.sorted { ($0.position, $0.node) < ($1.position, $1.node) }
      let wide = ClockwiseRing(ring.map { Ring.Point(at: UInt32($0.position) << 24, node: $0.node) })
      for node in ["a", "b", "c"] {
        let walked = (0..<256).filter { wide.node(of: UInt32($0) << 24) == node }.count
        try check(
          count, (of: node, in: ring), returns: walked, "one by one, so many of 256 positions lead there"
        ) {
          try positions(of: $0.of, in: $0.in)
        }
      }
    }
  }

  // The page's table, computed by `Chapters/Drawings`; M points, n of them the node's: n/M with the variance (n/M)(1 - n/M)/(M + 1)
  @Test func `the shares follow the weights, as closely as chance allows`() throws {
    for (perUnit, shares) in [
      (1, [250, 173, 452, 125]), (10, [79, 206, 316, 400]), (100, [91, 181, 330, 398]),
    ] {
      try check(
        "the shares of \(build), in thousandths",
        "tower0×1 tower1×2 tower2×3 tower3×4, points a unit: \(perUnit)",
        returns: shares, "the page has them; with more points they come closer to 100, 200, 300, 400"
      ) { _ in
        let ring = try buildWeightedRing(
          nodes: nodes("tower0×1 tower1×2 tower2×3 tower3×4"), pointsPerWeight: perUnit
        ) { spread($0) }
        return try (0..<4).map {
          Int((Double(try positions(of: "tower\($0)", in: ring)) / 4_294_967.296).rounded())
        }
      }
    }
  }
}
