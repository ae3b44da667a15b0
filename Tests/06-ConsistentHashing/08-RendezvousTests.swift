import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct RendezvousTests {
  /// The score of a published implementation: MurmurHash3 of node, hyphen and key.
  private func murmurScore(_ node: String, _ key: String) -> UInt32 { murmur3("\(node)-\(key)".utf8) }

  /// A score from a table, -1 for what does not stand in it.
  private func score(_ table: [String: Int]) -> (String, String) -> Int {
    { node, key in table["\(node) \(key)"] ?? -1 }
  }

  // Thaler and Ravishankar 1998: the highest random weight
  @Test func `the highest score comes first`() throws {
    let table = ["a /1": 30, "b /1": 90, "c /1": 60, "a /2": 70, "b /2": 20, "c /2": 10]
    for (key, expected) in [("/1", ["b", "c", "a"]), ("/2", ["a", "b", "c"])] {
      let ranked = try rankByRendezvous(key, among: ["a", "b", "c"], score: score(table))
      #expect(
        ranked == expected, "\(key): the scores of a node differ from key to key, and so does the order")
      let picked = try pickByRendezvous(key, among: ["a", "b", "c"], score: score(table))
      #expect(picked == expected[0], "\(key): the node of a key is the first of the ranking")
    }
  }

  // ewdurbin/clandestined-python, test_rendezvous_hash.py: the published picks
  @Test func `keys go where clandestined sends them`() throws {
    let picks = [
      (["0", "1", "2"], "ok mykey wat lol", "0 1 2 2"), (["0", "2"], "ok mykey wat", "0 0 2"),
      (["0", "1", "2", "3"], "ok mykey wat lol", "0 1 2 3"),
    ]
    for (nodes, keys, expected) in picks {
      let picked = try keys.split(separator: " ").map {
        try pickByRendezvous(String($0), among: nodes, score: murmurScore)
      }.joined(separator: " ")
      #expect(picked == expected, "\(keys) among \(nodes), scored by MurmurHash3 of \"node-key\"")
    }
  }

  // ewdurbin/clandestined-python, test_rendezvous_hash.py: test_grow counts 1062 and test_shrink 202, each move twice
  @Test func `as many keys move as with clandestined`() throws {
    func picks(_ count: Int) throws -> [String] {
      let nodes = (0..<count).map(String.init)
      return try (0..<1000).map { try pickByRendezvous(String($0), among: nodes, score: murmurScore) }
    }
    let (nine, ten, twenty) = (try picks(9), try picks(10), try picks(20))
    let growing = zip(ten, twenty).filter { $0 != $1 }.count
    #expect(growing == 531, "of 1000 keys, when ten nodes become twenty: about half")
    let shrinking = zip(ten, nine).filter { $0 != $1 }.count
    #expect(shrinking == 101, "of 1000 keys, when the tenth node leaves: about a tenth")
  }

  // Two balancers that read the same list in different orders must agree
  @Test func `the order of the nodes does not matter`() throws {
    var random = SeededRandom(seed: 681)
    let nodes = (0..<7).map { "tower\($0)" }
    // Three scores for seven nodes: there are always ties.
    func coarse(_ node: String, _ key: String) -> UInt32 { crc32ByDivision("\(node) \(key)".utf8) % 3 }
    for number in 0..<40 {
      let key = "/scroll/\(number)"
      let shuffled = nodes.shuffled(using: &random)
      let (ranked, other) = (
        try rankByRendezvous(key, among: nodes, score: coarse),
        try rankByRendezvous(key, among: shuffled, score: coarse)
      )
      try #require(ranked == other, "\(key): the same nodes, given as \(shuffled)")
      let picked = try pickByRendezvous(key, among: shuffled, score: coarse)
      try #require(picked == ranked[0], "\(key): the node that is picked is the first of the ranking")
    }
  }

  // RFC 8584 §3.2 takes the least address; here it is the smaller name
  @Test func `of equal scores the smaller name comes first`() throws {
    for nodes in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
      let ranked = try rankByRendezvous("/1", among: nodes) { node, _ in node == "c" ? 8 : 7 }
      #expect(ranked == ["c", "a", "b"], "a and b have the same score, and c has a higher one")
      let picked = try pickByRendezvous("/1", among: nodes) { _, _ in 7 }
      #expect(picked == "a", "all three have the same score, given as \(nodes)")
    }
  }

  // A score is any number, also a negative one
  @Test func `the highest score may be zero or less`() throws {
    let ranked = try rankByRendezvous(
      "/1", among: ["a", "b", "c"], score: score(["a /1": -9, "b /1": -3, "c /1": -5]))
    #expect(ranked == ["b", "c", "a"], "-3 is higher than -5, and -5 is higher than -9")
    let picked = try pickByRendezvous(
      "/1", among: ["a", "b", "c"], score: score(["a /1": -9, "b /1": -3, "c /1": -5]))
    #expect(picked == "b", "the best so far begins as the first node, not as 0")
  }

  // A hash costs time: n nodes, n hashes
  @Test func `each node is scored once for a key`() throws {
    var asked: [String] = []
    func noted(_ node: String, _ key: String) -> Int {
      asked.append("\(node) \(key)")
      return asked.count % 3
    }
    _ = try rankByRendezvous("/1", among: ["a", "b", "c", "d"], score: noted)
    #expect(
      asked.sorted() == ["a /1", "b /1", "c /1", "d /1"], "the ranking asks for each node's score once")
    asked = []
    _ = try pickByRendezvous("/2", among: ["a", "b", "c", "d"], score: noted)
    #expect(asked.sorted() == ["a /2", "b /2", "c /2", "d /2"], "the pick asks for each node's score once")
  }

  // Thaler and Ravishankar 1998: minimal disruption; the other scores are what they were
  @Test func `when a node leaves the others keep their order`() throws {
    let nodes = (0..<6).map { "tower\($0)" }
    for number in 0..<30 {
      let key = "/scroll/\(number)"
      let before = try rankByRendezvous(key, among: nodes, score: murmurScore)
      for gone in nodes {
        let after = try rankByRendezvous(key, among: nodes.filter { $0 != gone }, score: murmurScore)
        let kept = before.filter { $0 != gone }
        try #require(
          after == kept, "\(key) without \(gone): whoever was behind it moves up, nobody else changes")
      }
    }
  }

  // Each key has one node, and leaves it only with it
  @Test func `over all single removals each key moves exactly once`() throws {
    let nodes = (0..<6).map { "tower\($0)" }
    let before = try (0..<100).map { try pickByRendezvous("/scroll/\($0)", among: nodes, score: murmurScore) }
    var moved: [Int] = []
    for gone in nodes {
      let rest = nodes.filter { $0 != gone }
      for number in 0..<100 {
        let node = try pickByRendezvous("/scroll/\(number)", among: rest, score: murmurScore)
        try #require(node == before[number] || before[number] == gone, "only the keys of \(gone) move")
        if node != before[number] { moved.append(number) }
      }
    }
    #expect(moved.sorted() == Array(0..<100), "six removals move K keys in all, K/N each on average")
  }

  // Nobody to choose from
  @Test func `no node is an error`() throws {
    #expect(throws: Rendezvous.PickError.noNodes) { try rankByRendezvous("/1", among: []) { _, _ in 1 } }
    #expect(throws: Rendezvous.PickError.noNodes) { try pickByRendezvous("/1", among: []) { _, _ in 1 } }
  }

  // A copy of a key in the same node twice is one copy
  @Test func `in a ranking a node is named only once`() throws {
    #expect(throws: Rendezvous.PickError.duplicateNode("b")) {
      try rankByRendezvous("/1", among: ["a", "b", "c", "b", "a"]) { _, _ in 1 }
    }
    let picked = try pickByRendezvous("/1", among: ["b", "c", "b"], score: score(["b /1": 5, "c /1": 3]))
    #expect(picked == "b", "where one is picked, a name that stands there twice does no harm")
  }
}
