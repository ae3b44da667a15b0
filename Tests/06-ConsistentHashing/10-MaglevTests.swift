import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct MaglevTests {
  /// Walks for `count` backends that are the same in every run.
  private func walks(_ count: Int, size: Int, seed: UInt64) -> [Maglev.Walk] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      Maglev.Walk(
        offset: Int.random(in: 0..<size, using: &random), skip: Int.random(in: 1..<size, using: &random))
    }
  }

  // Eisenbud and others 2016, §3.4: table 1
  @Test func `the paper's table`() throws {
    let table = try maglevTable(of: MaglevPublished.paper.walks, size: 7)
    #expect(
      table == MaglevPublished.paper.table,
      "B0 wants 3041526, B1 wants 0246135, B2 wants 3456012; B0 begins, and every turn ends with an entry taken"
    )
    let golang = try maglevTable(of: MaglevPublished.golang.walks, size: 7)
    #expect(golang == MaglevPublished.golang.table, "the lists are 2630415, 0531642 and 1350246")
  }

  // Eisenbud and others 2016, §3.4: table 1, after B1 has gone
  @Test func `a small disruption is real`() throws {
    let walks = MaglevPublished.paper.walks
    let before = try maglevTable(of: walks, size: 7)
    let after = try maglevTable(of: [walks[0], walks[2]], size: 7).map { $0 == 1 ? 2 : 0 }
    #expect(after == [0, 0, 0, 0, 2, 2, 2], "B0 and B2 are left; B2 is the second of them now")
    let others = before.indices.filter { before[$0] != 1 && before[$0] != after[$0] }
    #expect(others == [6], "entry 6 was B0's and becomes B2's, though it is B1 that has gone")
  }

  // envoyproxy/envoy, maglev_lb_test.cc
  @Test func `the tables that Envoy publishes`() throws {
    for (names, published) in MaglevPublished.envoy {
      let walks = try names.map {
        try maglevWalk(offsetHash: xxHash64($0.utf8), skipHash: xxHash64($0.utf8, seed: 1), size: 7)
      }
      let table = try maglevTable(of: walks, size: 7)
      #expect(table == published, "\(names), with the walks \(walks)")
    }
  }

  // Eisenbud and others 2016, §3.4: h1(name) mod M, and h2(name) mod (M - 1) + 1
  @Test func `the skip is never 0`() throws {
    let cases: [(UInt64, UInt64, String)] = [
      (0, 0, "from 0 by 1"), (7, 6, "from 0 by 1"), (6, 5, "from 6 by 6"), (13, 7, "from 6 by 2"),
      (.max, .max, "from 1 by 4"),
    ]
    for (offsetHash, skipHash, expected) in cases {
      let walk = try maglevWalk(offsetHash: offsetHash, skipHash: skipHash, size: 7).description
      #expect(walk == expected, "\(offsetHash) modulo 7, and \(skipHash) modulo 6, plus 1")
    }
    let two = try maglevWalk(offsetHash: 5, skipHash: 5, size: 2).description
    #expect(two == "from 1 by 1", "2 is the smallest prime, and then 1 is the only step")
  }

  // Eisenbud and others 2016, §3.4: the backends take turns
  @Test(arguments: [2, 7, 101, 1009]) func `two backends differ by one entry at most`(size: Int) throws {
    for count in Set([1, 2, min(size, 3), min(size, 10)]).sorted() {
      let table = try maglevTable(of: walks(count, size: size, seed: UInt64(size + count)), size: size)
      let counts = (0..<count).map { backend in table.filter { $0 == backend }.count }.sorted()
      try #require(table.count == size, "every entry has a backend")
      try #require(
        counts[count - 1] - counts[0] <= 1,
        "\(count) backends on \(size) entries have \(counts): they take turns")
    }
  }

  // The paper's table 1 with the first two backends exchanged, worked out by hand
  @Test func `the order of the backends matters`() throws {
    let walks = MaglevPublished.paper.walks
    let exchanged = try maglevTable(of: [walks[1], walks[0], walks[2]], size: 7).map { [1, 0, 2][$0] }
    #expect(
      exchanged == [1, 0, 1, 0, 2, 2, 1],
      "B1 chooses first now, so the last entry is its own: two balancers must have the same order")
  }

  // A second implementation: lists of preferences, and the first free one of each list
  @Test func `every table is filled as by lists`() throws {
    var random = SeededRandom(seed: 6101)
    for size in [2, 3, 5, 7, 11, 13, 31] {
      for _ in 0..<8 {
        let count = Int.random(in: 1...size, using: &random)
        let walks = walks(count, size: size, seed: random.next())
        let table = try maglevTable(of: walks, size: size)
        try #require(table == maglevByLists(walks, size: size), "\(size) entries for the walks \(walks)")
      }
    }
  }

  // Two backends that want the same: the second one goes on along its walk
  @Test func `backends with the same walk share it out`() throws {
    let walk = Maglev.Walk(offset: 2, skip: 3)
    let table = try maglevTable(of: [walk, walk, walk], size: 5)
    #expect(
      table == [1, 0, 0, 2, 1], "the entries 2, 0, 3, 1, 4 of the walk go to the backends 0, 1, 2, 0, 1")
  }

  // Eisenbud and others 2016, §3.4: the size must be prime, or a step that divides it comes back too early
  @Test(arguments: [-7, 0, 1, 4, 6, 9, 25, 49, 65_536]) func `a size that is not prime is refused`(size: Int)
    throws
  {
    let divisor = [2, 3, 5, 7].first { size > 1 && size.isMultiple(of: $0) }
    let reason = divisor.map {
      "is \($0) · \(size / $0): steps of \($0) meet \(size / $0) entries, no others"
    }
    #expect(throws: Maglev.TableError.sizeNotPrime(size), "a walk: \(size) \(reason ?? "is less than 2")") {
      try maglevWalk(offsetHash: 1, skipHash: 1, size: size)
    }
    #expect(throws: Maglev.TableError.sizeNotPrime(size), "a table: \(size) \(reason ?? "is less than 2")") {
      try maglevTable(of: [], size: size)
    }
  }

  // Eisenbud and others 2016, §5.3: 65537 and 655373, the sizes of its experiments
  @Test func `the paper's sizes are prime`() throws {
    for size in [2, 3, 5, 251, 65_537, 655_373] {
      let walk = try maglevWalk(offsetHash: UInt64(size) - 1, skipHash: UInt64(size) - 2, size: size)
      let expected = Maglev.Walk(offset: size - 1, skip: size - 1)
      #expect(walk == expected, "\(size) is prime: the largest offset and the largest skip are \(size - 1)")
    }
  }

  // A table without backends, and a backend without an entry
  @Test func `there are backends, and not more than entries`() throws {
    #expect(throws: Maglev.TableError.noBackends) { try maglevTable(of: [], size: 7) }
    let eight = Array(repeating: Maglev.Walk(offset: 9, skip: 0), count: 8)
    #expect(throws: Maglev.TableError.tooManyBackends(8, size: 7)) { try maglevTable(of: eight, size: 7) }
    let seven = try maglevTable(of: walks(7, size: 7, seed: 5), size: 7).sorted()
    #expect(seven == Array(0..<7), "seven backends on seven entries have one each")
  }

  // A step of 0 stands still, and an offset of 7 is outside a table of seven
  @Test(arguments: [(7, 1), (-1, 1), (0, 0), (0, 7), (0, -1)])
  func `a walk that leaves the table is refused`(offset: Int, skip: Int) throws {
    let (good, wrong) = (Maglev.Walk(offset: 0, skip: 6), Maglev.Walk(offset: offset, skip: skip))
    #expect(throws: Maglev.TableError.walkOutOfRange(wrong, at: 1)) {
      try maglevTable(of: [good, wrong, wrong], size: 7)
    }
  }
}
