import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RendezvousTests {
  private let rank = "rankByRendezvous(_:among:score:)"
  private let pick = "pickByRendezvous(_:among:score:)"

  /// The score of a published implementation: MurmurHash3 of node, hyphen and key.
  private func murmurScore(_ node: String, _ key: String) -> UInt32 { murmur3("\(node)-\(key)".utf8) }

  /// A score from a table, the same for every key.
  private func score(_ table: [String: Int]) -> (String, String) -> Int {
    { node, _ in table[node, default: -1] }
  }

  private func unavailable(_ node: String, _: String) throws -> Int { throw Unavailable(node) }

  // Thaler and Ravishankar 1998: the highest random weight
  @Test func `the highest score comes first`() throws {
    let table = ["a /1": 30, "b /1": 90, "c /1": 60, "a /2": 70, "b /2": 20, "c /2": 10]
    func score(_ node: String, _ key: String) -> Int { table["\(node) \(key)"] ?? -1 }
    for (key, ranked) in [("/1", ["b", "c", "a"]), ("/2", ["a", "b", "c"])] {
      let rule = "for /1 the scores of a, b, c are 30, 90, 60, for /2 they are 70, 20, 10"
      try check(rank, (key, among: ["a", "b", "c"]), returns: ranked, rule) {
        try rankByRendezvous($0.0, among: $0.among, score: score)
      }
      try check(pick, (key, among: ["a", "b", "c"]), returns: ranked[0], rule) {
        try pickByRendezvous($0.0, among: $0.among, score: score)
      }
    }
  }

  // The page's table, computed with mmh3 5.3.1
  @Test func `an election for each key`() throws {
    for (key, ranked) in [
      ("/scroll/1", ["east", "south", "north", "west"]), ("/scroll/2", ["north", "south", "east", "west"]),
      ("/scroll/3", ["east", "west", "north", "south"]),
    ] {
      try check(
        rank, (key, among: ["north", "east", "south", "west"]), returns: ranked,
        "scored by MurmurHash3 of node-key"
      ) { try rankByRendezvous($0.0, among: $0.among, score: murmurScore) }
    }
  }

  // ewdurbin/clandestined-python, test_rendezvous_hash.py: the published picks
  @Test func `keys go where clandestined sends them`() throws {
    let picks = [
      (["0", "1", "2"], "ok mykey wat lol", "0 1 2 2"), (["0", "2"], "ok mykey wat", "0 0 2"),
      (["0", "1", "2", "3"], "ok mykey wat lol", "0 1 2 3"),
    ]
    for (nodes, keys, picked) in picks {
      for (key, node) in zip(keys.split(separator: " "), picked.split(separator: " ")) {
        try check(
          pick, (String(key), among: nodes), returns: String(node),
          "published; scored by MurmurHash3 of node-key"
        ) { try pickByRendezvous($0.0, among: $0.among, score: murmurScore) }
      }
    }
  }

  // ewdurbin/clandestined-python, test_rendezvous_hash.py: test_grow counts 1062 and test_shrink 202, each move twice
  @Test func `as many keys move as with clandestined`() throws {
    for (before, after, moved) in [(10, 20, 531), (10, 9, 101)] {
      try check(
        "the keys that move, by \(pick)", "1000 keys; \(before) nodes, then \(after)", returns: moved,
        "published, with the score MurmurHash3 of node-key"
      ) { _ in
        let (old, new) = ((0..<before).map(String.init), (0..<after).map(String.init))
        return try (0..<1000).map(String.init).filter {
          try pickByRendezvous($0, among: old, score: murmurScore)
            != pickByRendezvous($0, among: new, score: murmurScore)
        }.count
      }
    }
  }

  // Two balancers that read the same list in different orders must agree
  @Test func `the order of the nodes does not matter`() throws {
    var random = SeededRandom(seed: 681)
    let nodes = (0..<12).map { "tower\($0)" }
    // Three scores for twelve nodes: there are always ties.
    func coarse(_ node: String, _ key: String) -> UInt32 { crc32ByDivision("\(node) \(key)".utf8) % 3 }
    for number in 0..<40 {
      let key = "/scroll/\(number)"
      let ranked = try rankByRendezvous(key, among: nodes, score: coarse)
      let shuffled = nodes.shuffled(using: &random)
      let rule =
        "tower0 to tower11 in this order are ranked alike; the scores are 0, 1 and 2, so there are ties"
      try check(rank, (key, among: shuffled), returns: ranked, rule) {
        try rankByRendezvous($0.0, among: $0.among, score: coarse)
      }
      try check(pick, (key, among: shuffled), returns: ranked[0], rule) {
        try pickByRendezvous($0.0, among: $0.among, score: coarse)
      }
    }
  }

  // RFC 8584 §3.2 takes the least address; here it is the smaller name, by Swift's `<`
  @Test func `of equal scores the smaller name comes first`() throws {
    for nodes in [
      ["b", "c", "a"], ["c", "b", "a"], ["tower2", "tower10"], ["tower10", "tower2"], ["a", "B"], ["B", "a"],
      ["aa", "a", ""], ["", "a", "aa"],
    ] {
      try check(rank, ("/1", among: nodes), returns: nodes.sorted(), "all scores are 7, so Swift's < decides")
      {
        try rankByRendezvous($0.0, among: $0.among) { _, _ in 7 }
      }
      try check(
        pick, ("/1", among: nodes), returns: nodes.sorted()[0], "all scores are 7, so Swift's < decides"
      ) {
        try pickByRendezvous($0.0, among: $0.among) { _, _ in 7 }
      }
    }
    try check(rank, ("/1", among: ["b", "c", "a"]), returns: ["c", "a", "b"], "c has 8, and a and b have 7") {
      try rankByRendezvous($0.0, among: $0.among, score: score(["a": 7, "b": 7, "c": 8]))
    }
  }

  // A score is whatever can be compared
  @Test func `a score may be negative, and need not be a number`() throws {
    let negative = score(["a": -9, "b": -3, "c": -5, "d": .min])
    try check(
      rank, ("/1", among: ["a", "d", "b", "c"]), returns: ["b", "c", "a", "d"],
      "the scores of a, b, c are -9, -3, -5"
    ) { try rankByRendezvous($0.0, among: $0.among, score: negative) }
    try check(pick, ("/1", among: ["a", "b", "c"]), returns: "b", "the scores of a, b, c are -9, -3, -5") {
      try pickByRendezvous($0.0, among: $0.among, score: negative)
    }
    try check(pick, ("/1", among: ["d"]), returns: "d", "it is alone, with the score Int.min") {
      try pickByRendezvous($0.0, among: $0.among, score: negative)
    }
    try check(
      rank, ("/1", among: ["b", "a", "c"]), returns: ["c", "b", "a"], "the score is a text, node and key"
    ) {
      try rankByRendezvous($0.0, among: $0.among) { "\($0) \($1)" }
    }
    try check(pick, ("/1", among: ["b", "a", "c"]), returns: "c", "the score is a text, node and key") {
      try pickByRendezvous($0.0, among: $0.among) { "\($0) \($1)" }
    }
  }

  // A hash costs time: n nodes, n hashes
  @Test func `each node is scored once for a key`() throws {
    for (nodes, all) in [(["a", "b", "c", "d"], ["a /1", "b /1", "c /1", "d /1"]), (["a"], ["a /1"])] {
      for (call, isPick) in [(rank, false), (pick, true)] {
        try check(
          "what \(call) asks the score for", ("/1", among: nodes), returns: all,
          "the node first, then the key; each node once, in any order"
        ) { given in
          var asked: [String] = []
          func score(_ node: String, _ key: String) -> Int {
            asked.append("\(node) \(key)")
            return asked.count % 3
          }
          if isPick { _ = try pickByRendezvous(given.0, among: given.among, score: score) }
          if !isPick { _ = try rankByRendezvous(given.0, among: given.among, score: score) }
          return asked.sorted()
        }
      }
    }
  }

  // Thaler and Ravishankar 1998: minimal disruption; the other scores are what they were
  @Test func `when a node leaves the others keep their order`() throws {
    let nodes = (0..<6).map { "tower\($0)" }
    for key in (0..<30).map({ "/scroll/\($0)" }) {
      let before = try rankByRendezvous(key, among: nodes, score: murmurScore)
      for gone in nodes {
        try check(
          rank, (key, among: nodes.filter { $0 != gone }), returns: before.filter { $0 != gone },
          "\(gone) has left: whoever was behind it moves up, nobody else changes"
        ) { try rankByRendezvous($0.0, among: $0.among, score: murmurScore) }
      }
    }
  }

  // Each key has one node, and leaves it only with it
  @Test func `over all single removals each key moves exactly once`() throws {
    let nodes = (0..<6).map { "tower\($0)" }
    let keys = (0..<100).map { "/scroll/\($0)" }
    let owners = try keys.map { try pickByRendezvous($0, among: nodes, score: murmurScore) }
    let mine = { (gone: String) in zip(keys, owners).filter { $0.1 == gone }.map(\.0) }
    for gone in nodes {
      try check(
        "the keys that move, by \(pick)", "100 keys; \(gone) leaves six nodes", returns: mine(gone),
        "its keys move, and no others"
      ) { _ in
        let rest = nodes.filter { $0 != gone }
        return try zip(keys, owners).filter {
          try pickByRendezvous($0.0, among: rest, score: murmurScore) != $0.1
        }.map(\.0)
      }
    }
  }

  // Nobody to choose from
  @Test func `no node is an error`() throws {
    try check(rank, ("/1", among: [String]()), throws: Rendezvous.PickError.noNodes, "there is no node") {
      try rankByRendezvous($0.0, among: $0.among, score: unavailable)
    }
    try check(pick, ("/1", among: [String]()), throws: Rendezvous.PickError.noNodes, "there is no node") {
      try pickByRendezvous($0.0, among: $0.among, score: unavailable)
    }
  }

  // A copy of a key in the same node twice is one copy
  @Test func `in a ranking a node is named only once`() throws {
    for (nodes, double) in [(["a", "b", "b", "a"], "b"), (["a", "b", "a", "b"], "a"), (["", ""], "")] {
      try check(
        rank, ("/1", among: nodes), throws: Rendezvous.PickError.duplicateNode(double),
        "read from the left, it is the first name that was there before; the score, which fails here, is asked later"
      ) { try rankByRendezvous($0.0, among: $0.among, score: unavailable) }
    }
    try check(
      rank, ("/1", among: ["a", "A"]), returns: ["A", "a"], "a and A are two names, here of equal scores"
    ) {
      try rankByRendezvous($0.0, among: $0.among) { _, _ in 1 }
    }
    for (nodes, node) in [(["b", "c", "b"], "b"), (["c", "c", "a"], "c"), (["a", "a"], "a")] {
      try check(
        pick, ("/1", among: nodes), returns: node, "where one is picked, a name given twice does no harm"
      ) {
        try pickByRendezvous($0.0, among: $0.among, score: score(["a": 1, "b": 5, "c": 3]))
      }
    }
  }

  // A node whose score is not known may be the one that wins
  @Test func `an error of the score comes out as it is`() throws {
    func fails(_ node: String, _ key: String) throws -> Int { node == "b" ? try unavailable(node, key) : 1 }
    for nodes in [["a", "b", "c"], ["b", "a"], ["a", "b"]] {
      try check(rank, ("/1", among: nodes), throws: Unavailable("b"), "the score fails for b") {
        try rankByRendezvous($0.0, among: $0.among, score: fails)
      }
      try check(pick, ("/1", among: nodes), throws: Unavailable("b"), "the score fails for b") {
        try pickByRendezvous($0.0, among: $0.among, score: fails)
      }
    }
  }
}
