import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MaglevTests {
  private let call = "maglevTable(of:size:)"
  private let walkCall = "maglevWalk(offsetHash:skipHash:size:)"

  /// Walks for `count` backends that are the same in every run.
  private func walks(_ count: Int, size: Int, seed: UInt64) -> [Maglev.Walk] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      Maglev.Walk(
        offset: Int.random(in: 0..<size, using: &random), skip: Int.random(in: 1..<size, using: &random))
    }
  }

  /// The walk of a name, of its xxHash64 with the seeds 0 and 1.
  private func walk(_ name: String, size: Int) throws -> Maglev.Walk {
    try maglevWalk(offsetHash: xxHash64(name.utf8), skipHash: xxHash64(name.utf8, seed: 1), size: size)
  }

  // Eisenbud and others 2016, §3.4: table 1; dgryski/go-maglev
  @Test func `the paper's table`() throws {
    for example in [MaglevPublished.paper, MaglevPublished.golang] {
      try check(
        call, (of: example.walks, size: 7), returns: example.table,
        "\(example.source): the backends take turns, and every turn ends with an entry taken"
      ) { try maglevTable(of: $0.of, size: $0.size) }
    }
  }

  // Eisenbud and others 2016, §3.4: table 1, after B1 has gone
  @Test func `a small disruption is real`() throws {
    let walks = [MaglevPublished.paper.walks[0], MaglevPublished.paper.walks[2]]
    try check(
      call, (of: walks, size: 7), returns: [0, 0, 0, 0, 1, 1, 1],
      "B0 and B2 are left, and the last entry, which was B0's, is B2's now"
    ) { try maglevTable(of: $0.of, size: $0.size) }
  }

  // The page's table, computed in Python
  @Test func `the larger the table, the smaller the disruption`() throws {
    for (size, moved) in [(101, 75), (1009, 244)] {
      try check(
        "the entries that move between backends that stay, by \(call)",
        "tower0 to tower9 with \(size) entries; each of them leaves once", returns: moved,
        "7.4 % of all entries where there are 101, and 2.4 % where there are 1009"
      ) { _ in
        let walks = try (0..<10).map { try walk("tower\($0)", size: size) }
        let full = try maglevTable(of: walks, size: size)
        return try walks.indices.map { gone in
          let rest = walks.indices.filter { $0 != gone }
          let table = try maglevTable(of: rest.map { walks[$0] }, size: size)
          return zip(full, table).filter { $0 != gone && $0 != rest[$1] }.count
        }.reduce(0, +)
      }
    }
  }

  // envoyproxy/envoy, maglev_lb_test.cc
  @Test func `the tables that Envoy publishes`() throws {
    for (names, published) in MaglevPublished.envoy {
      try check(
        "\(call), with walks by \(walkCall)", (names, size: 7), returns: published,
        "published; the hashes are the xxHash64 of the name with the seeds 0 and 1"
      ) { given in
        try maglevTable(of: try given.0.map { try walk($0, size: given.size) }, size: given.size)
      }
    }
  }

  // Eisenbud and others 2016, §3.4: h1(name) mod M, and h2(name) mod (M - 1) + 1
  @Test func `the skip is never 0`() throws {
    let cases: [(offsetHash: UInt64, skipHash: UInt64, size: Int, walk: Maglev.Walk)] = [
      (0, 0, 7, Maglev.Walk(offset: 0, skip: 1)), (7, 6, 7, Maglev.Walk(offset: 0, skip: 1)),
      (6, 5, 7, Maglev.Walk(offset: 6, skip: 6)), (13, 7, 7, Maglev.Walk(offset: 6, skip: 2)),
      (.max, .max, 7, Maglev.Walk(offset: 1, skip: 4)), (5, 5, 2, Maglev.Walk(offset: 1, skip: 1)),
      (4, .max, 2, Maglev.Walk(offset: 0, skip: 1)),
    ]
    for (offsetHash, skipHash, size, walk) in cases {
      try check(
        walkCall, (offsetHash: offsetHash, skipHash: skipHash, size: size), returns: walk,
        "the offset is the first hash modulo \(size), the skip is the second modulo \(size - 1), plus 1"
      ) { try maglevWalk(offsetHash: $0.offsetHash, skipHash: $0.skipHash, size: $0.size) }
    }
  }

  // Eisenbud and others 2016, §3.4: the backends take turns
  @Test func `two backends differ by one entry at most`() throws {
    for size in [2, 7, 101, 1009] {
      for count in Set([1, 2, min(size, 3), min(size, 10), min(size, 101)]).sorted() {
        let even = { (counts: [Int]) in
          counts.reduce(0, +) == size
            && counts.allSatisfy { $0 == size / count || $0 == (size + count - 1) / count }
        }
        try check(
          "the entries of each backend, by \(call)", "random walks of \(count) backends, \(size) entries",
          returns: "\(size) in all, and no backend has two more than another", where: even, "they take turns"
        ) { _ in
          let table = try maglevTable(of: walks(count, size: size, seed: UInt64(size + count)), size: size)
          return (0..<count).map { backend in table.filter { $0 == backend }.count }
        }
      }
    }
  }

  // The paper's table 1 with the first two backends exchanged, worked out by hand
  @Test func `the order of the backends matters`() throws {
    let walks = MaglevPublished.paper.walks
    try check(
      call, (of: [walks[1], walks[0], walks[2]], size: 7), returns: [0, 1, 0, 1, 2, 2, 0],
      "who is first in the list chooses first, and so the last entry is its own"
    ) { try maglevTable(of: $0.of, size: $0.size) }
  }

  // A second implementation: lists of preferences, and the first free one of each list
  @Test func `every table is filled as by lists`() throws {
    var random = SeededRandom(seed: 6101)
    for size in [2, 3, 5, 7, 11, 13, 31] {
      for _ in 0..<8 {
        let count = Int.random(in: 1...size, using: &random)
        let walks = walks(count, size: size, seed: random.next())
        try check(
          call, (of: walks, size: size), returns: maglevByLists(walks, size: size),
          "every backend takes the first free entry of its list in its turn"
        ) { try maglevTable(of: $0.of, size: $0.size) }
      }
    }
  }

  // Two backends that want the same: the second one goes on along its walk
  @Test func `backends with the same walk share it out`() throws {
    for (count, table) in [(3, [1, 0, 0, 2, 1]), (1, [0, 0, 0, 0, 0]), (5, [1, 3, 0, 2, 4])] {
      try check(
        call, (of: Array(repeating: Maglev.Walk(offset: 2, skip: 3), count: count), size: 5), returns: table,
        "the entries 2, 0, 3, 1, 4 of the walk go to the first backend, the second, and so on, over and over"
      ) { try maglevTable(of: $0.of, size: $0.size) }
    }
  }

  // Eisenbud and others 2016, §3.4: the size must be prime, or a step that divides it comes back too early
  @Test func `a size that is not prime is refused`() throws {
    let sizes = [
      -7, 0, 1, 4, 6, 9, 25, 49, 65_536, 121, 169, 289, 341, 561, 1729, 2047, 3_277, 66_049, 1_194_649,
      2_147_117_569, 2_147_483_646, Int.min,
    ]
    for size in sizes {
      try check(
        walkCall, (offsetHash: UInt64(1), skipHash: UInt64(1), size: size),
        throws: Maglev.TableError.sizeNotPrime(size),
        "a prime is 2 or more, and no smaller number from 2 on divides it"
      ) { try maglevWalk(offsetHash: $0.offsetHash, skipHash: $0.skipHash, size: $0.size) }
    }
    for size in sizes {
      try check(
        call, (of: [Maglev.Walk(offset: -1, skip: 0)], size: size),
        throws: Maglev.TableError.sizeNotPrime(size),
        "the size is looked at before the walks"
      ) { try maglevTable(of: $0.of, size: $0.size) }
    }
  }

  // Eisenbud and others 2016, §5.3: 65537 and 655373, the sizes of its experiments; 2^31 - 1 is Euler's
  @Test func `the paper's sizes are prime`() throws {
    for size in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 251, 257, 65_537, 655_373, 2_147_483_647] {
      try check(
        walkCall, (offsetHash: UInt64(size) - 1, skipHash: UInt64(size) - 2, size: size),
        returns: Maglev.Walk(offset: size - 1, skip: size - 1),
        "\(size) is prime: the largest offset and the largest skip are one less"
      ) { try maglevWalk(offsetHash: $0.offsetHash, skipHash: $0.skipHash, size: $0.size) }
    }
  }

  // The order of the errors is part of the specification
  @Test func `there are backends, and not more than entries`() throws {
    let (good, wrong) = (Maglev.Walk(offset: 0, skip: 1), Maglev.Walk(offset: 9, skip: 0))
    let cases: [(walks: [Maglev.Walk], size: Int, error: Maglev.TableError)] = [
      ([], 8, .sizeNotPrime(8)), (Array(repeating: good, count: 5), 4, .sizeNotPrime(4)),
      ([], 7, .noBackends),
      (Array(repeating: wrong, count: 8), 7, .tooManyBackends(8, size: 7)),
      (Array(repeating: good, count: 3), 2, .tooManyBackends(3, size: 2)),
      (Array(repeating: good, count: 100), 7, .tooManyBackends(100, size: 7)),
    ]
    for (walks, size, error) in cases {
      try check(
        call, (of: walks, size: size), throws: error,
        "first a size that is not prime, then no backends, then too many, then a walk that leaves the table"
      ) { try maglevTable(of: $0.of, size: $0.size) }
    }
    try check(
      "\(call), sorted", (of: walks(7, size: 7, seed: 5), size: 7), returns: Array(0..<7),
      "seven backends on seven entries have one each"
    ) { try maglevTable(of: $0.of, size: $0.size).sorted() }
  }

  // A step of 0 stands still, and an offset of 7 is outside a table of seven
  @Test func `a walk that leaves the table is refused`() throws {
    let other = Maglev.Walk(offset: 70, skip: 70)
    for (offset, skip) in [
      (7, 1), (-1, 1), (0, 0), (0, 7), (0, -1), (Int.max, 1), (Int.min, 1), (0, Int.max), (0, Int.min),
      (8, 8), (0, 8),
    ] {
      let (good, wrong) = (Maglev.Walk(offset: 6, skip: 6), Maglev.Walk(offset: offset, skip: skip))
      for walks in [[good, wrong, other], [wrong, good, other], [good, good, wrong]] {
        try check(
          call, (of: walks, size: 7),
          throws: Maglev.TableError.walkOutOfRange(wrong, at: walks.firstIndex(of: wrong) ?? 0),
          "it is the first whose offset is not 0 to 6, or whose skip is not 1 to 6"
        ) { try maglevTable(of: $0.of, size: $0.size) }
      }
    }
  }
}
