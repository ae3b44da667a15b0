import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MigrationTests {
  private let join = "joining(_:to:pointsPerNode:hash:)"
  private let leave = "leaving(_:from:)"
  private let move = "moves(of:from:to:)"
  private let towers = (0..<6).map { "tower\($0)" }
  private let keys = (0..<240).map { "/scroll/\($0)" }

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
      of: keys, from: { rings.0.node(of: crc32ByDivision($0.utf8)) },
      to: { rings.1.node(of: crc32ByDivision($0.utf8)) })
  }

  // The definition: another node than before
  @Test func `a key has moved when its node has another name`() throws {
    let before = ["/a": "east", "/b": "west", "/c": "east", "/d": "west", "/e": "west"]
    let after = ["/a": "east", "/b": "east", "/c": "north", "/d": "west", "/e": "West", "/f": "east"]
    let cases: [(keys: [String], moves: [Ring.Move])] = [
      (
        ["/d", "/c", "/b", "/a", "/c"],
        [
          Ring.Move("/c", from: "east", to: "north"), Ring.Move("/b", from: "west", to: "east"),
          Ring.Move("/c", from: "east", to: "north"),
        ]
      ),
      (["/e"], [Ring.Move("/e", from: "west", to: "West")]),
      (["/f"], [Ring.Move("/f", from: "", to: "east")]), (["/a"], []), ([], []),
    ]
    for (keys, moved) in cases {
      try check(
        move, keys, returns: moved,
        "/b, /c, /e and /f changed their node; each is told in the order of the keys, as often as it is given"
      ) { try moves(of: $0, from: { before[$0, default: ""] }, to: { after[$0, default: ""] }) }
    }
  }

  // A rule that fails knows no node, not the same node
  @Test func `an error of a rule comes out as it is`() throws {
    func fails(_ key: String) throws -> String { if key == "/b" { throw Unavailable(key) } else { "east" } }
    func works(_: String) -> String { "east" }
    try check(move, ["/a", "/b"], throws: Unavailable("/b"), "the rule so far fails for /b") {
      try moves(of: $0, from: fails, to: works)
    }
    try check(move, ["/a", "/b"], throws: Unavailable("/b"), "the new rule fails for /b") {
      try moves(of: $0, from: works, to: fails)
    }
  }

  // The labels east_0 and east_1; the ring is one circle
  @Test func `a node that joins stands between the others`() throws {
    let table = LabelTable<UInt32>(["east_0": 90, "east_1": 30])
    for (ring, after) in [("west@10 west@50", "west@10 east@30 west@50 east@90"), ("", "east@30 east@90")] {
      try check(
        join, (node: "east", to: points(ring), pointsPerNode: 2), returns: points(after),
        "east_0 hashes to 90 and east_1 to 30: the new points stand in one order with the old, whose labels nobody asks for"
      ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode, hash: table.hash) }
    }
    try check(
      join, (node: "a", to: points("b@5", of: UInt64.self), pointsPerNode: 1),
      returns: points("b@5 a@18446744073709551615", of: UInt64.self),
      "positions are as wide as the hash, here 64 bits"
    ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode) { _ in UInt64.max } }
  }

  // The rule of the ring: equal positions are sorted by name
  @Test func `a node that joins at a taken position stands there in the order of names`() throws {
    for (node, ring, after) in [
      ("a", "b@7 d@7", "a@7 b@7 d@7"), ("c", "b@7 d@7", "b@7 c@7 d@7"), ("e", "b@7 d@7", "b@7 d@7 e@7"),
      ("tower2", "tower10@7", "tower10@7 tower2@7"), ("B", "a@7", "B@7 a@7"), ("a", "A@7", "A@7 a@7"),
    ] {
      try check(
        join, (node: node, to: points(ring, of: UInt32.self), pointsPerNode: 1), returns: points(after),
        "whoever joins last: the ring is the one that would be built of all of them"
      ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode) { _ in 7 } }
    }
  }

  // As buildRing keeps them
  @Test func `points that share a position are all kept`() throws {
    try check(
      join, (node: "a", to: points("b@7 b@7", of: UInt32.self), pointsPerNode: 3),
      returns: points("a@7 a@7 a@7 b@7 b@7"), "three points joined two, all at one position: they are five"
    ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode) { _ in 7 } }
  }

  // It would have its points twice
  @Test func `a node that is there already cannot join`() throws {
    for (node, ring) in [("d", "b@7 d@9"), ("b", "b@7 b@8"), ("tower1", "tower11@1 tower1@2 tower@3")] {
      for count in [0, 1] {
        try check(
          join, (node: node, to: points(ring), pointsPerNode: count),
          throws: Ring.BuildError.duplicateNode(node),
          "it has a point on the ring; that comes before the number of points, and before the hash, which fails here"
        ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode, hash: unavailable) }
      }
    }
    try check(
      join, (node: "tower1", to: points("tower11@1 tower@3"), pointsPerNode: 1),
      returns: points("tower11@1 tower@3 tower1@9"), "tower11 and tower are other nodes"
    ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode) { _ in UInt32(9) } }
  }

  private func unavailable(_ label: [UInt8]) throws -> UInt32 {
    throw Unavailable(String(decoding: label, as: UTF8.self))
  }

  // A node without points would never be asked
  @Test func `a node that joins needs a point`() throws {
    for count in [0, -3, Int.min] {
      try check(
        join, (node: "a", to: points("b@7"), pointsPerNode: count),
        throws: Ring.BuildError.noPoints(perNode: count),
        "a node has 1 point or more; the hash, which fails here, is not asked"
      ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode, hash: unavailable) }
    }
    try check(
      join, (node: "a", to: points("b@7"), pointsPerNode: 1), throws: Unavailable("a_0"),
      "the hash fails for the label a_0: its error comes out as it is"
    ) { try joining($0.node, to: $0.to, pointsPerNode: $0.pointsPerNode, hash: unavailable) }
  }

  // Karger and others 1997
  @Test func `a node that leaves takes its points and leaves the others in their order`() throws {
    for (node, ring, rest) in [
      ("a", "a@0 a@7 b@7 c@7 a@9", "b@7 c@7"), ("b", "c@7 b@7 a@7", "c@7 a@7"), ("b", "b@7", ""),
      ("tower1", "tower1@1 tower11@2 Tower1@3", "tower11@2 Tower1@3"), ("a", "b@7 b@7 a@8", "b@7 b@7"),
    ] {
      try check(
        leave, (node: node, from: points(ring)), returns: points(rest),
        "every point of the node is gone, and no other; after the last node an empty ring is left"
      ) { try leaving($0.node, from: $0.from) }
    }
  }

  // Whoever takes a wrong name off the ring must hear of it
  @Test func `a node that is not there cannot leave`() throws {
    for ring in ["tower11@7 tower@9", "Tower1@7", ""] {
      try check(
        leave, (node: "tower1", from: points(ring, of: UInt32.self)),
        throws: Ring.BuildError.unknownNode("tower1"),
        "it has no point on this ring"
      ) { try leaving($0.node, from: $0.from) }
    }
  }

  // Karger and others 1997: every key has one node, and leaves it only with it
  @Test func `over all single removals each key moves exactly once`() throws {
    let ring = try joined(towers)
    for gone in towers {
      try check(
        "\(move), where it is not away from \(gone)", "240 keys, before and after \(gone) has left six nodes",
        returns: [], "keys move away from the node that leaves, and no others"
      ) { _ in
        try migration(between: ring, and: try leaving(gone, from: ring)).filter {
          $0.from != gone || $0.to == gone
        }
      }
    }
    try check(
      "the keys that move, of \(move)", "240 keys; each of six nodes leaves once", returns: keys.sorted(),
      "the nodes have all K keys between them, so the N removals move K keys, each of them once"
    ) { _ in
      try towers.flatMap { try migration(between: ring, and: try leaving($0, from: ring)).map(\.key) }
        .sorted()
    }
  }

  // Karger and others 1997: monotonicity
  @Test func `keys move only to the node that joins`() throws {
    func joins(_ new: String) throws -> [Ring.Move] {
      let before = try joined(towers.filter { $0 != new })
      return try migration(
        between: before, and: try joining(new, to: before, pointsPerNode: 8) { crc32ByDivision($0) })
    }
    for new in towers {
      try check(
        "\(move), where it is not to \(new)", "240 keys, before and after \(new) has joined five nodes",
        returns: [],
        "no key moves between two nodes that were there before"
      ) { _ in try joins(new).filter { $0.to != new || $0.from == new } }
    }
    try check(
      "the number of \(move)", "240 keys; each of six nodes joins the five others once", returns: 240,
      "whichever of the six comes last, it gets what is its own: K/(N + 1) for N = 5"
    ) { _ in try towers.map { try joins($0).count }.reduce(0, +) }
  }

  // Points depend on labels alone
  @Test func `a node that comes back finds everything as it was`() throws {
    let ring = try joined(towers)
    for node in towers {
      try check(
        join, "\(node) to the ring it has just left", returns: ring, "its points stand where they stood"
      ) { _ in
        try joining(node, to: try leaving(node, from: ring), pointsPerNode: 8) { crc32ByDivision($0) }
      }
    }
  }

  // Recorded from nginx 1.22.1, `hash` and `hash … consistent`, with c and without
  @Test func `a remainder moves nearly every key of nginx, the ring only those of c`() throws {
    let rules: [(String, five: String, four: String, moved: [Int])] = [
      ("a remainder", NginxRingPicks.remainderOfFive, NginxRingPicks.remainderOfFour, [82, 243]),
      ("a ring", NginxRingPicks.five, NginxRingPicks.four, [71, 0]),
    ]
    for (rule, five, four, moved) in rules {
      let before = Dictionary(uniqueKeysWithValues: zip(NginxRingPicks.keys, five.map(String.init)))
      let after = Dictionary(uniqueKeysWithValues: zip(NginxRingPicks.keys, four.map(String.init)))
      try check(
        "\(move), counted from c and from the others", "nginx's 400 keys by \(rule), with c and without",
        returns: moved, "so many have moved between the recordings"
      ) { _ in
        let moves = try moves(
          of: NginxRingPicks.keys, from: { before[$0, default: ""] }, to: { after[$0, default: ""] })
        return [moves.filter { $0.from == "c" }.count, moves.filter { $0.from != "c" }.count]
      }
    }
  }
}
