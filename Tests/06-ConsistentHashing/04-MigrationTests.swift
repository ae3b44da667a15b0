import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct MigrationTests {
  let towers = (0..<6).map { "tower\($0)" }
  let keys = (0..<240).map { "/scroll/\($0)" }

  /// Where a name stands on the rings of the properties below.
  private func position(of name: String) -> UInt32 { crc32ByDivision(name.utf8) }

  /// A ring that the exercise has built: the towers joined one after the other.
  private func joined(_ nodes: [String]) throws -> [Ring.Point<UInt32>] {
    try nodes.reduce([]) { ring, node in
      try joining(node, to: ring, pointsPerNode: 8) { crc32ByDivision($0) }
    }
  }

  /// The moves between two rings. Each key is placed by a second implementation, once a ring.
  private func migration(
    between before: [Ring.Point<UInt32>], and after: [Ring.Point<UInt32>]
  ) throws -> [Ring.Move] {
    let rings = (ClockwiseRing(before), ClockwiseRing(after))
    return try moves(
      of: keys, from: { rings.0.node(of: position(of: $0)) }, to: { rings.1.node(of: position(of: $0)) })
  }

  // The definition: another node than before
  @Test func `a key has moved when its node has another name`() throws {
    let before = ["/a": "east", "/b": "west", "/c": "east", "/d": "west"]
    let after = ["/a": "east", "/b": "east", "/c": "north", "/d": "west"]
    let moved = try moves(
      of: ["/d", "/c", "/b", "/a", "/c"], from: { before[$0, default: ""] }, to: { after[$0, default: ""] }
    ).map(\.description)
    #expect(
      moved == ["/c: east → north", "/b: west → east", "/c: east → north"],
      "only /b and /c changed their node; they are told in the order of the keys, and as often as they are given"
    )
  }

  // The labels tower_0 and tower_1; the ring is one circle
  @Test func `a node that joins stands between the others`() throws {
    let table = LabelTable<UInt32>(["east_0": 30, "east_1": 90])
    let ring = [Ring.Point<UInt32>(at: 10, node: "west"), Ring.Point(at: 50, node: "west")]
    let shown = try joining("east", to: ring, pointsPerNode: 2, hash: table.hash).map(\.description)
    #expect(
      shown == ["west@10", "east@30", "west@50", "east@90"], "the new points stand in one order with the old")
  }

  // The rule of the ring: equal positions are sorted by name
  @Test func `a node that joins at a taken position stands there in the order of names`() throws {
    let ring = [Ring.Point<UInt32>(at: 7, node: "b"), Ring.Point(at: 7, node: "d")]
    for (node, expected) in [
      ("a", ["a@7", "b@7", "d@7"]), ("c", ["b@7", "c@7", "d@7"]), ("e", ["b@7", "d@7", "e@7"]),
    ] {
      let shown = try joining(node, to: ring, pointsPerNode: 1) { _ in 7 }.map(\.description)
      #expect(shown == expected, "whoever joins last: the ring is the one that would be built of all three")
    }
  }

  // It would have its points twice
  @Test func `a node that is there already cannot join`() throws {
    let ring = [Ring.Point<UInt32>(at: 7, node: "b"), Ring.Point(at: 9, node: "d")]
    #expect(throws: Ring.BuildError.duplicateNode("d")) {
      try joining("d", to: ring, pointsPerNode: 0) { _ in UInt32(1) }
    }
  }

  // A node without points would never be asked
  @Test(arguments: [0, -3]) func `a node that joins needs a point`(count: Int) throws {
    #expect(throws: Ring.BuildError.noPoints(perNode: count)) {
      try joining("a", to: [], pointsPerNode: count) { _ in UInt32(1) }
    }
  }

  // Karger and others 1997
  @Test func `a node that leaves takes its points and leaves the others in their order`() throws {
    let ring = [
      Ring.Point<UInt32>(at: 0, node: "a"), Ring.Point(at: 7, node: "a"), Ring.Point(at: 7, node: "b"),
      Ring.Point(at: 7, node: "c"), Ring.Point(at: 9, node: "a"),
    ]
    let rest = try leaving("a", from: ring).map(\.description)
    #expect(rest == ["b@7", "c@7"], "every point of a is gone, and b stands before c as it did")
    let last = try leaving("b", from: [Ring.Point<UInt32>(at: 7, node: "b")])
    #expect(last == [], "when the last node leaves, an empty ring is what is left")
  }

  // Whoever takes a wrong name off the ring must hear of it
  @Test func `a node that is not there cannot leave`() throws {
    #expect(throws: Ring.BuildError.unknownNode("tower1")) {
      try leaving(
        "tower1", from: [Ring.Point<UInt32>(at: 7, node: "tower11"), Ring.Point(at: 9, node: "tower")])
    }
    #expect(throws: Ring.BuildError.unknownNode("tower1"), "nobody stands on an empty ring") {
      try leaving("tower1", from: [Ring.Point<UInt32>]())
    }
  }

  // Karger and others 1997: every key has one node, and leaves it only with it
  @Test func `over all single removals each key moves exactly once`() throws {
    let ring = try joined(towers)
    var moved: [String] = []
    for gone in towers {
      let moves = try migration(between: ring, and: try leaving(gone, from: ring))
      let others = moves.filter { $0.from != gone || $0.to == gone }.map(\.description)
      try #require(others == [], "when \(gone) leaves, keys move away from it and no others")
      moved += moves.map(\.key)
    }
    let count = moved.count
    #expect(
      count == keys.count, "the nodes have all K keys between them, so the N removals move K keys: K/N each")
    let once = Set(moved).count
    #expect(once == keys.count, "and it is each key once")
  }

  // Karger and others 1997: monotonicity
  @Test func `keys move only to the node that joins`() throws {
    var total = 0
    for new in towers {
      let before = try joined(towers.filter { $0 != new })
      let after = try joining(new, to: before, pointsPerNode: 8) { crc32ByDivision($0) }
      let moves = try migration(between: before, and: after)
      let others = moves.filter { $0.to != new || $0.from == new }.map(\.description)
      try #require(others == [], "when \(new) joins, no key moves between two nodes that were there before")
      total += moves.count
    }
    #expect(
      total == keys.count, "whichever of the six comes last, it gets what is its own: K/(N + 1) for N = 5")
  }

  // Points depend on labels alone
  @Test func `a node that comes back finds everything as it was`() throws {
    let ring = try joined(towers)
    for node in towers {
      let rest = try leaving(node, from: ring)
      let again = try joining(node, to: rest, pointsPerNode: 8) { crc32ByDivision($0) }
      let differences = zip(again, ring).filter { $0 != $1 }.count + abs(again.count - ring.count)
      #expect(differences == 0, "\(node) left and came back: its points stand where they stood")
    }
  }

  // Recorded from nginx 1.22.1, `hash` and `hash … consistent`, with c and without
  @Test func `a remainder moves nearly every key of nginx, the ring only those of c`() throws {
    let rules = [
      NginxRingPicks.remainderOfFive, NginxRingPicks.remainderOfFour, NginxRingPicks.five,
      NginxRingPicks.four,
    ]
    .map { picks in Dictionary(uniqueKeysWithValues: zip(NginxRingPicks.keys, picks.map(String.init))) }
    let byRemainder = try moves(
      of: NginxRingPicks.keys, from: { rules[0][$0, default: ""] }, to: { rules[1][$0, default: ""] })
    let between = byRemainder.filter { $0.from != "c" }.count
    #expect(
      byRemainder.count == 325, "so many of the 400 keys had another server when nginx divided by 4, not by 5"
    )
    #expect(between == 243, "so many of them moved between two servers that were both there all the time")
    let byRing = try moves(
      of: NginxRingPicks.keys, from: { rules[2][$0, default: ""] }, to: { rules[3][$0, default: ""] })
    let fromC = byRing.filter { $0.from == "c" }.count
    #expect(byRing.count == 71 && fromC == 71, "on nginx's ring the keys of c moved, and no others")
  }
}
