import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct RingLookupTests {
  let ring = [
    Ring.Point<UInt32>(at: 100, node: "a"), Ring.Point(at: 200, node: "b"), Ring.Point(at: 300, node: "c"),
  ]

  // Karger and others 1997: the closest point clockwise
  @Test func `a key between two points goes to the later one`() throws {
    let point = try lookUp(150, in: ring)
    #expect(point.description == "b@200", "150 stands between a@100 and b@200, and the way goes upwards")
  }

  // Envoy, nginx: the first point that is not less than the key
  @Test func `a key that stands on a point goes to that point`() throws {
    let point = try lookUp(200, in: ring)
    #expect(point.description == "b@200", "at or after: a point answers for its own position too")
  }

  // The ring has no end
  @Test func `a key beyond the last point goes to the first`() throws {
    for key in [301, UInt32.max] {
      let point = try lookUp(key, in: ring)
      #expect(point.description == "a@100", "\(key): after c@300 the ring begins again with a@100")
    }
  }

  // The arc from the last point to the first runs over 0
  @Test func `a key before the first point goes to it`() throws {
    for key: UInt32 in [0, 1, 99] {
      let point = try lookUp(key, in: ring)
      #expect(point.description == "a@100", "\(key): the first point at or after it is a@100")
    }
  }

  // The smallest ring there is
  @Test func `one point answers for every key`() throws {
    for key in [0, 99, 100, 101, UInt32.max] {
      let point = try lookUp(key, in: [Ring.Point(at: 100, node: "a")])
      #expect(point.description == "a@100", "\(key): there is no other point")
    }
  }

  // No point, no answer
  @Test func `an empty ring is an error`() throws {
    let empty: [Ring.Point<UInt32>] = []
    #expect(throws: Ring.LookupError.emptyRing) { try lookUp(7, in: empty) }
  }

  // The builder keeps points that share a position, in the order of their names
  @Test func `of points that share a position the first answers`() throws {
    let shared = [
      Ring.Point<UInt32>(at: 10, node: "a"), Ring.Point(at: 30, node: "b"), Ring.Point(at: 30, node: "c"),
      Ring.Point(at: 30, node: "d"), Ring.Point(at: 30, node: "e"), Ring.Point(at: 40, node: "f"),
    ]
    for key: UInt32 in [20, 30] {
      let point = try lookUp(key, in: shared)
      #expect(point.description == "b@30", "\(key): b, c, d and e stand at 30, and b is the first of them")
    }
  }

  // A slice keeps the indices of its array
  @Test func `the ring may be a slice`() throws {
    for (key, expected) in [(UInt32(150), "b@200"), (250, "c@300"), (350, "b@200")] {
      let point = try lookUp(key, in: ring[1...])
      #expect(point.description == expected, "\(key): the slice begins with b@200, and its first index is 1")
    }
  }

  // A second implementation: look at one point after the other
  @Test func `every small ring answers as a walk along it does`() throws {
    let places: [UInt8] = [0, 1, 2, 128, 254, 255]
    for subset in 1..<64 {
      let positions = places.indices.filter { subset >> $0 & 1 == 1 }.map { places[$0] }
      let small = positions.map { Ring.Point(at: $0, node: "n\($0)") }
      for key in [0, 1, 2, 3, 127, 128, 129, 253, 254, 255] as [UInt8] {
        let point = try lookUp(key, in: small)
        let walked = small.first { $0.position >= key } ?? small[0]
        try #require(point == walked, "key \(key) on a ring of the points \(positions)")
      }
    }
  }

  // Thirteen halvings leave nothing of 4096 points; four looks a halving are allowed
  @Test func `the ring is halved, not walked along`() throws {
    let most = 4 * 13
    let points = (0..<4096).map { Ring.Point(at: UInt32($0) << 20 | 7, node: "tower\($0 % 10)") }
    for key in [0, 0x4000_0000, 0x7FF0_0007, 0xBFFF_FFFF, 0xFFF0_0007, 0xFFFF_FFFF] as [UInt32] {
      let counted = CountedPoints(points)
      _ = try lookUp(key, in: counted)
      let looks = counted.looks
      #expect(looks <= most, "\(key): of 4096 points, each look can rule out half of those left")
    }
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: the published picks
  @Test func `keys go where Envoy sends them`() throws {
    for pick in EnvoyRing.picks {
      let point = try lookUp(pick.key, in: EnvoyRing.points)
      #expect(point.node == pick.node, "\(pick.key): on a ring of 64-bit positions, as it is published")
    }
  }

  // Recorded from nginx 1.22.1, `hash … consistent`
  @Test(arguments: NginxRing.pools) func `keys go where nginx sends them`(pool: NginxRing.Pool) throws {
    let points = NginxRing.points(of: pool.servers)
    for (key, server) in zip(NginxRingPicks.keys, pool.picks) {
      let point = try lookUp(NginxRing.position(of: key), in: points)
      try #require(point.node == server, "\(key) among \(pool), at \(NginxRing.position(of: key))")
    }
  }
}
