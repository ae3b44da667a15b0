import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RingLookupTests {
  private let call = "lookUp(_:in:)"
  private let ring: [Ring.Point<UInt32>] = points("a@100 b@200 c@300")

  // Karger and others 1997 took the closest point; rings take the first one clockwise
  @Test func `a key between two points goes to the later one`() throws {
    for (key, point) in [(101, "b@200"), (150, "b@200"), (199, "b@200"), (201, "c@300"), (299, "c@300")] {
      try check(
        call, (key: UInt32(key), in: ring), returns: points(point)[0],
        "the way from the key goes upwards, to the next"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // Envoy, nginx: the first point that is not less than the key
  @Test func `a key that stands on a point goes to that point`() throws {
    for (key, point) in [(100, "a@100"), (200, "b@200"), (300, "c@300")] {
      try check(
        call, (key: UInt32(key), in: ring), returns: points(point)[0],
        "at or after: a point answers for its own position too"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // The ring has no end
  @Test func `a key beyond the last point goes to the first`() throws {
    for key in [301, UInt32.max] {
      try check(
        call, (key: key, in: ring), returns: points("a@100")[0],
        "after c@300 the ring begins again with a@100"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // The arc from the last point to the first runs over 0
  @Test func `a key before the first point goes to it`() throws {
    for key: UInt32 in [0, 1, 99] {
      try check(
        call, (key: key, in: ring), returns: points("a@100")[0],
        "the first point at or after the key is a@100"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // The smallest ring there is
  @Test func `one point answers for every key`() throws {
    for key in [0, 99, 100, 101, UInt32.max] {
      for position in [0, 100, UInt32.max] {
        let point = Ring.Point(at: position, node: "a")
        try check(call, (key: key, in: [point]), returns: point, "there is no other point") {
          try lookUp($0.key, in: $0.in)
        }
      }
    }
  }

  // No point, no answer
  @Test func `an empty ring is an error`() throws {
    try check(
      call, (key: UInt32(7), in: [Ring.Point<UInt32>]()), throws: Ring.LookupError.emptyRing,
      "there is no point"
    ) { try lookUp($0.key, in: $0.in) }
    try check(
      call, "7 in the empty end of an array of three points", throws: Ring.LookupError.emptyRing,
      "a slice may be empty, too, and then its first index is not 0"
    ) { _ in try lookUp(7, in: ring[3...]) }
  }

  // The builder keeps points that share a position; in a ring that came from elsewhere their names have any order
  @Test func `of points that share a position the first answers`() throws {
    let shared: [(ring: String, key: UInt32, point: String)] = [
      ("a@10 b@30 c@30 d@30 e@30 f@40", 20, "b@30"), ("a@10 b@30 c@30 d@30 e@30 f@40", 30, "b@30"),
      ("a@10 d@30 b@30 c@30", 11, "d@30"), ("a@10 d@30 b@30 c@30", 30, "d@30"),
      ("c@10 a@10 b@10 d@30", 31, "c@10"), ("c@10 a@10 b@10 d@30", 0, "c@10"),
      ("c@7 b@7 a@7", 7, "c@7"), ("c@7 b@7 a@7", 8, "c@7"),
    ]
    for (ring, key, point) in shared {
      try check(
        call, (key: key, in: points(ring, of: UInt32.self)), returns: points(point)[0],
        "of several points at one position it is the first in the ring, whatever it is called"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // A slice keeps the indices of its array
  @Test func `the ring may be a slice`() throws {
    for (key, point) in [(UInt32(150), "b@200"), (250, "c@300"), (350, "b@200"), (0, "b@200")] {
      try check(
        call, (key: key, in: ring[1...]), returns: points(point)[0],
        "it is the end of an array that begins with a@100: its first index is 1"
      ) { try lookUp($0.key, in: $0.in) }
    }
    for key: UInt32 in [0, 150, 250, 350] {
      try check(
        call, (key: key, in: ring[1..<2]), returns: points("b@200")[0],
        "it is the middle of an array of three: c@300 is not a part of it"
      ) { try lookUp($0.key, in: $0.in) }
    }
  }

  // A second implementation: look at one point after the other
  @Test func `every small ring answers as a walk along it does`() throws {
    let places: [UInt8] = [0, 1, 2, 128, 254, 255]
    for subset in 1..<64 {
      let small = places.indices.filter { subset >> $0 & 1 == 1 }
        .map { Ring.Point(at: places[$0], node: "n\(places[$0])") }
      for key in [0, 1, 2, 3, 127, 128, 129, 253, 254, 255] as [UInt8] {
        try check(
          call, (key: key, in: small), returns: small.first { $0.position >= key } ?? small[0],
          "the first at or after the key, or the first of all; the positions are 0 to 255 here"
        ) { try lookUp($0.key, in: $0.in) }
      }
    }
  }

  // Thirteen halvings leave nothing of 4096 points; four looks a halving are allowed
  @Test func `the ring is halved, not walked along`() throws {
    let most = 4 * 13
    let few = { (looks: Int) in looks <= most }
    let even = (0..<4096).map { Ring.Point(at: UInt32($0) << 20 | 7, node: "tower\($0 % 10)") }
    let dense = (0..<4096).map { Ring.Point(at: $0 < 4095 ? UInt32($0) : .max, node: "tower\($0 % 10)") }
    let equal = (0..<4096).map { Ring.Point(at: UInt32(7), node: "tower\($0)") }
    let rings: [(String, [Ring.Point<UInt32>], keys: [UInt32])] = [
      ("at even distances", even, [0, 0x4000_0000, 0x7FF0_0007, 0xBFFF_FFFF, 0xFFF0_0007, 0xFFFF_FFFF]),
      ("at 0, 1, 2 … 4094 and at 2^32 - 1", dense, [0, 2_000, 4_000, 4_094, 5_000, 0xFFFF_FFFF]),
      ("at the position 7", equal, [6, 7, 8]),
    ]
    for (places, points, keys) in rings {
      for key in keys {
        let counted = CountedPoints(points)
        try check(
          "the number of points that \(call) looks at", "the key \(key), in a ring of 4096 points \(places)",
          returns: "\(most) or fewer", where: few, "each look can rule out half of those that are left"
        ) { _ in
          _ = try lookUp(key, in: counted)
          return counted.looks
        }
      }
    }
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: the published picks
  @Test func `keys go where Envoy sends them`() throws {
    for (key, node) in EnvoyRing.picks {
      try check(
        "\(call).node", (key: key, in: EnvoyRing.points), returns: node,
        "published, with positions of 64 bits"
      ) { try lookUp($0.key, in: $0.in).node }
    }
  }

  // Recorded from nginx 1.22.1, `hash … consistent`
  @Test func `keys go where nginx sends them`() throws {
    for pool in NginxRing.pools {
      let points = NginxRing.points(of: pool.servers)
      for (key, server) in zip(NginxRingPicks.keys, pool.picks) {
        let position = NginxRing.position(of: key)
        try check(
          "\(call).node", "\(position), where \(key) stands, in nginx's ring of \(pool)", returns: server,
          "recorded from nginx"
        ) { _ in try lookUp(position, in: points).node }
      }
    }
  }
}
