import ConsistentHashing
import PostRoad
import Testing

@Suite struct JumpHashTests {
  /// 2000 keys that are the same in every run.
  private var keys: [UInt64] {
    var random = SeededRandom(seed: 691)
    return (0..<2000).map { _ in random.next() }
  }

  // google/guava, HashingTest.java: testConsistentHash_linearCongruentialGeneratorCompatibility
  @Test func `twenty keys have the published buckets of a hundred`() throws {
    let buckets = try (0..<20).map { try jumpHash(UInt64($0), buckets: 100) }
    #expect(
      buckets == [0, 55, 62, 8, 45, 59, 86, 97, 82, 59, 73, 37, 17, 56, 86, 21, 90, 37, 38, 83],
      "the keys 0 to 19")
  }

  // dgryski/go-jump, jump_test.go
  @Test func `four keys move as published while buckets are added`() throws {
    let published: [(key: UInt64, buckets: [Int])] = [
      (0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      (1, [0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 17, 17]),
      (0xDEAD_BEEF, [0, 1, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 16, 16, 16]),
      (0x0DDC_0FFE_EBAD_F00D, [0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 15, 15, 15, 15]),
    ]
    for (key, expected) in published {
      let buckets = try expected.indices.map { try jumpHash(key, buckets: $0 + 1) }
      #expect(buckets == expected, "key \(key) among 1, 2, 3 … 19 buckets")
    }
  }

  // google/guava, HashingTest.java: testConsistentHash_linearCongruentialGeneratorCompatibility
  @Test func `many buckets are jumped over as in Guava`() throws {
    let golden: [(key: UInt64, buckets: Int, bucket: Int)] = [
      (10_863_919_174_838_991, 11, 6), (2_016_238_256_797_177_309, 11, 3), (1_673_758_223_894_951_030, 11, 5),
      (2, 100_001, 80_343), (2201, 100_001, 22_152), (2202, 100_001, 15_018),
    ]
    for (key, buckets, expected) in golden {
      let bucket = try jumpHash(key, buckets: buckets)
      #expect(bucket == expected, "key \(key) among \(buckets) buckets")
    }
  }

  // The paper's C++, carried over to Python: as many buckets as an int32_t counts
  @Test func `there may be 2147483647 buckets`() throws {
    let expected: [(UInt64, Int)] = [
      (0, 0), (1, 262_355_607), (7, 1_388_389_443), (.max, 699_554_662),
      (10_863_919_174_838_991, 977_315_119),
    ]
    for (key, expected) in expected {
      let bucket = try jumpHash(key, buckets: 2_147_483_647)
      #expect(
        bucket == expected, "key \(key): the product of the quotient and the bucket does not fit into 32 bits"
      )
    }
  }

  // Lamping and Veach 2014, §2: a key stays or moves to the new bucket
  @Test func `a key stays or moves to the new bucket`() throws {
    for key in keys.prefix(100) {
      var before = 0
      for buckets in 1...60 {
        let bucket = try jumpHash(key, buckets: buckets)
        try #require(
          bucket == before || bucket == buckets - 1,
          "key \(key) was in \(before); the only bucket it may have moved to is \(buckets - 1), the new one")
        before = bucket
      }
    }
  }

  // Of K keys each moves with the probability p = 1/(n + 1): K·p on average, with the variance K·p·(1 - p)
  @Test func `as many keys move as a new bucket should get`() throws {
    for buckets in [1, 2, 3, 9, 49] {
      let moved = try keys.filter { try jumpHash($0, buckets: buckets) != jumpHash($0, buckets: buckets + 1) }
        .count
      let share = 1 / Double(buckets + 1)
      let off = Double(moved) - 2000 * share
      #expect(
        off * off < 16 * 2000 * share * (1 - share),
        "\(moved) of 2000 keys moved to bucket \(buckets): within four standard deviations of \(2000 * share)"
      )
    }
  }

  // A tenth of K keys each: 200 of 2000 on average, with the variance 2000 · 0.1 · 0.9 = 180
  @Test func `the buckets get equal shares`() throws {
    var counts = Array(repeating: 0, count: 10)
    for key in keys { counts[try jumpHash(key, buckets: 10)] += 1 }
    let farthest = counts.map { ($0 - 200) * ($0 - 200) }.max() ?? 0
    #expect(farthest < 16 * 180, "2000 keys in ten buckets: each within four standard deviations of 200")
  }

  // dgryski/go-jump, jump_test.go: read off the same four rows
  @Test func `the path of a key names each bucket it has had`() throws {
    let published: [(key: UInt64, path: [Int])] = [
      (0, [0]), (1, [0, 6, 17]), (0xDEAD_BEEF, [0, 1, 2, 3, 5, 16]), (0x0DDC_0FFE_EBAD_F00D, [0, 1, 2, 15]),
    ]
    for (key, expected) in published {
      let path = try jumps(of: key, buckets: 19)
      #expect(path == expected, "key \(key), from one bucket to nineteen")
    }
    let short = try jumps(of: 1, buckets: 7)
    #expect(short == [0, 6], "key 1 came to bucket 6 when there were seven, and has not yet seen bucket 17")
    let first = try jumps(of: 1, buckets: 6)
    #expect(first == [0], "key 1 was in bucket 0 as long as there were six")
  }

  // By asking for every number of buckets
  @Test func `the path is what growing step by step gives`() throws {
    for key in keys.prefix(40) {
      var walked: [Int] = []
      for buckets in 1...50 {
        let bucket = try jumpHash(key, buckets: buckets)
        if walked.last != bucket { walked.append(bucket) }
      }
      let path = try jumps(of: key, buckets: 50)
      try #require(path == walked, "key \(key), from one bucket to fifty")
    }
  }

  // No bucket, and more than an int32_t counts
  @Test(arguments: [0, -1, 2_147_483_648]) func `other numbers of buckets are refused`(buckets: Int) throws {
    #expect(throws: Jump.BucketError.bucketsOutOfRange(buckets)) { try jumpHash(7, buckets: buckets) }
    #expect(throws: Jump.BucketError.bucketsOutOfRange(buckets)) { try jumps(of: 7, buckets: buckets) }
  }
}
