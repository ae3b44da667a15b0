import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct WeightedRingTests {
  /// A hash that spreads well enough for shares: the low half of xxHash64.
  private func spread(_ label: some Sequence<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: xxHash64(label)) }

  private func nodes(_ weights: [Int]) -> [Ring.WeightedNode] {
    weights.enumerated().map { Ring.WeightedNode("tower\($0.offset)", weight: $0.element) }
  }

  // nginx: weight × 160 points a server; here weight × 2
  @Test func `a node has as many points as its weight demands`() throws {
    let table = LabelTable<UInt32>([
      "a_0": 50, "a_1": 20, "b_0": 40, "b_1": 10, "b_2": 70, "b_3": 30, "b_4": 80, "b_5": 60,
    ])
    let ring = try buildWeightedRing(
      nodes: [Ring.WeightedNode("b", weight: 3), Ring.WeightedNode("a", weight: 1)], pointsPerWeight: 2,
      hash: table.hash)
    let shown = ring.map(\.description)
    #expect(
      shown == ["b@10", "a@20", "b@30", "b@40", "a@50", "b@60", "b@70", "b@80"],
      "with two points a unit, weight 3 has the labels b_0 to b_5, and all stand in one order")
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: three hosts of weight 1, 2 and 3 on a ring of six points
  @Test func `three hosts stand on the ring as Envoy weighs them`() throws {
    let weighted = (0..<3).map { Ring.WeightedNode("127.0.0.1:\(90 + $0)", weight: 1 + $0) }
    let ring = try buildWeightedRing(nodes: weighted, pointsPerWeight: 1) { xxHash64($0) }
    let shown = ring.map(\.description)
    let published = EnvoyRing.weightedPoints.map(\.description)
    #expect(shown == published, "one point a unit: with Envoy's hash this is the ring that is published")
  }

  // Recorded from nginx 1.22.1, servers of weight 1, 2, 3, 1, 4
  @Test func `keys go where nginx sends them by weight`() throws {
    let ring = try buildWeightedRing(
      nodes: NginxRing.weights, pointsPerWeight: NginxRing.pointsPerWeight, hash: NginxRing.labels.hash)
    for (key, server) in zip(NginxRingPicks.keys, NginxRingPicks.weighted.map(String.init)) {
      let point = try lookUp(NginxRing.position(of: key), in: ring)
      try #require(point.node == server, "\(key), with 160 points for each unit of weight")
    }
  }

  // HAProxy, `weight`: 0 takes no share
  @Test func `a node of weight 0 has no point`() throws {
    let ring = try buildWeightedRing(nodes: nodes([2, 0, 1]), pointsPerWeight: 3) { crc32ByDivision($0) }
    let without = try buildWeightedRing(
      nodes: [Ring.WeightedNode("tower2", weight: 1), Ring.WeightedNode("tower0", weight: 2)],
      pointsPerWeight: 3
    ) { crc32ByDivision($0) }
    let shown = ring.map(\.description)
    #expect(shown == without.map(\.description), "tower1 is drained: the ring is the one of the two others")
  }

  // A drained node is no node to send a key to
  @Test func `a ring on which nothing weighs anything is refused`() throws {
    for weights in [[], [0], [0, 0]] {
      #expect(throws: Ring.BuildError.noNodes) {
        try buildWeightedRing(nodes: nodes(weights), pointsPerWeight: 1) { _ in UInt32(0) }
      }
    }
  }

  // HAProxy: weights from 0 to 256
  @Test func `a weight is from 0 to 256`() throws {
    let heaviest = try buildWeightedRing(nodes: nodes([256]), pointsPerWeight: 1) { _ in UInt32(0) }.count
    #expect(heaviest == 256, "256 is a weight, and 256 labels are 256 points even at the same position")
    for weight in [-1, 257] {
      #expect(throws: Ring.BuildError.weightOutOfRange(weight, node: "tower1")) {
        try buildWeightedRing(nodes: nodes([0, weight, -7]), pointsPerWeight: 1) { _ in UInt32(0) }
      }
    }
  }

  // The order of the errors is part of the specification
  @Test func `names and points are checked as on a plain ring`() throws {
    let doubled = [3, 1, 900].map { Ring.WeightedNode("a", weight: $0) }
    #expect(throws: Ring.BuildError.duplicateNode("a")) {
      try buildWeightedRing(nodes: doubled, pointsPerWeight: 1) { _ in UInt32(0) }
    }
    #expect(throws: Ring.BuildError.noPoints(perNode: -2)) {
      try buildWeightedRing(nodes: doubled, pointsPerWeight: -2) { _ in UInt32(0) }
    }
  }

  // Labels depend on name and number alone, so the lighter ring's points are a part of the heavier one's
  @Test func `when one weight grows keys move only to that node`() throws {
    let before = try buildWeightedRing(nodes: nodes([2, 3, 1, 2]), pointsPerWeight: 4) { spread($0) }
    let after = try buildWeightedRing(nodes: nodes([2, 3, 4, 2]), pointsPerWeight: 4) { spread($0) }
    let rings = (ClockwiseRing(before), ClockwiseRing(after))
    var gained = 0
    for number in 0..<300 {
      let key = spread("/scroll/\(number)".utf8)
      let (old, new) = (rings.0.node(of: key), rings.1.node(of: key))
      try #require(
        old == new || new == "tower2", "only tower2 has more points than before, so only it can win a key")
      if old != new { gained += 1 }
    }
    #expect(gained > 0, "three times as many points more lie before some of 300 keys")
  }

  // The definition, on a ring of 256 positions
  @Test func `a point has the positions after the one before it`() throws {
    let ring = [
      Ring.Point<UInt8>(at: 10, node: "a"), Ring.Point(at: 30, node: "b"), Ring.Point(at: 250, node: "a"),
    ]
    let (ofA, ofB, ofC) = (
      try positions(of: "a", in: ring), try positions(of: "b", in: ring), try positions(of: "c", in: ring)
    )
    #expect(ofB == 20, "b answers for 11 to 30")
    #expect(ofA == 236, "a answers for 31 to 250, and over the end for 251 to 255 and 0 to 10")
    #expect(ofC == 0, "c is not on the ring")
  }

  // A circle with one point on it has one arc
  @Test func `one point has the whole ring`() throws {
    for place in [0, 7, UInt32.max] {
      let count = try positions(of: "a", in: [Ring.Point(at: place, node: "a")])
      #expect(count == 4_294_967_296, "\(place): all 2^32 positions lead to the only point there is")
    }
    let shared = [Ring.Point<UInt8>(at: 9, node: "a"), Ring.Point(at: 9, node: "b")]
    let (ofA, ofB) = (try positions(of: "a", in: shared), try positions(of: "b", in: shared))
    #expect(ofA == 256 && ofB == 0, "of two points at one position the first answers, for all 256")
    #expect(throws: Ring.LookupError.emptyRing) { try positions(of: "a", in: [Ring.Point<UInt8>]()) }
  }

  // A second implementation: ask for each of 256 positions how far it is to every point
  @Test func `counting every position gives the same`() throws {
    var random = SeededRandom(seed: 651)
    for _ in 0..<40 {
      let points = (0..<Int.random(in: 1...7, using: &random)).map { number in
        Ring.Point(at: UInt8.random(in: 0...255, using: &random), node: ["a", "b", "c"][number % 3])
      }.sorted { ($0.position, $0.node) < ($1.position, $1.node) }
      let wide = ClockwiseRing(points.map { Ring.Point(at: UInt32($0.position) << 24, node: $0.node) })
      for node in ["a", "b", "c"] {
        let count = try positions(of: node, in: points)
        let walked = (0..<256).filter { wide.node(of: UInt32($0) << 24) == node }.count
        try #require(count == walked, "\(node) on a ring of 256 positions with the points \(points)")
      }
    }
  }

  // M independent points, n of them the node's: a share of n/M on average, with the variance (n/M)(1 - n/M)/(M + 1)
  @Test func `the shares follow the weights, as closely as chance allows`() throws {
    let weights = [1, 2, 3, 4]
    let ring = try buildWeightedRing(nodes: nodes(weights), pointsPerWeight: 100) { spread($0) }
    for (index, weight) in weights.enumerated() {
      let share = Double(try positions(of: "tower\(index)", in: ring)) / 4_294_967_296
      let fair = Double(weight) / 10
      let variance = fair * (1 - fair) / 1001
      #expect(
        (share - fair) * (share - fair) < 16 * variance,
        "weight \(weight) of 10, on 1000 points: within four standard deviations of \(fair)")
    }
  }
}
