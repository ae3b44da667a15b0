import ConsistentHashing
import PostRoad
import TestSupport
import Testing

@Suite struct JumpHashTests {
  private let call = "jumpHash(_:buckets:)"
  private let path = "jumps(of:buckets:)"

  /// 2000 keys that are the same in every run.
  private var keys: [UInt64] {
    var random = SeededRandom(seed: 691)
    return (0..<2000).map { _ in random.next() }
  }

  // google/guava, HashingTest.java: testConsistentHash_linearCongruentialGeneratorCompatibility
  @Test func `twenty keys have the published buckets of a hundred`() throws {
    let published = [0, 55, 62, 8, 45, 59, 86, 97, 82, 59, 73, 37, 17, 56, 86, 21, 90, 37, 38, 83]
    for (key, bucket) in published.enumerated() {
      try check(call, (UInt64(key), buckets: 100), returns: bucket, "published with another implementation") {
        try jumpHash($0.0, buckets: $0.buckets)
      }
    }
  }

  // dgryski/go-jump, jump_test.go
  @Test func `four keys move as published while buckets are added`() throws {
    let published: [(key: UInt64, buckets: [Int])] = [
      (0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      (1, [0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 17, 17]),
      (0xDEAD_BEEF, [0, 1, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 16, 16, 16]),
      (0x0DDC_0FFE_EBAD_F00D, [0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 15, 15, 15, 15]),
    ]
    for (key, buckets) in published {
      try check(
        "\(call) with 1, 2, 3 … 19 buckets", key, returns: buckets, "published with another implementation"
      ) { key in try buckets.indices.map { try jumpHash(key, buckets: $0 + 1) } }
    }
  }

  // google/guava, HashingTest.java: testConsistentHash_linearCongruentialGeneratorCompatibility
  @Test func `many buckets are jumped over as in Guava`() throws {
    let golden: [(key: UInt64, buckets: Int, bucket: Int)] = [
      (10_863_919_174_838_991, 11, 6), (2_016_238_256_797_177_309, 11, 3), (1_673_758_223_894_951_030, 11, 5),
      (2, 100_001, 80_343), (2201, 100_001, 22_152), (2202, 100_001, 15_018),
    ]
    for (key, buckets, bucket) in golden {
      try check(call, (key, buckets: buckets), returns: bucket, "published with another implementation") {
        try jumpHash($0.0, buckets: $0.buckets)
      }
    }
  }

  // The paper's C++, carried over to Python: as many buckets as an int32_t counts
  @Test func `there may be 2147483647 buckets`() throws {
    let largest: [(key: UInt64, bucket: Int)] = [
      (0, 0), (1, 262_355_607), (7, 1_388_389_443), (.max, 699_554_662),
      (10_863_919_174_838_991, 977_315_119),
      // r is 0, so that the first jump leads to bucket 2^31; and r is 2^31 - 1, so that it leads to bucket 1.
      (3_307_945_015_051_002_520, 0), (18_063_469_494_497_682_072, 1_982_467_862),
      // The product is 2^64 - 1, so that adding 1 gives 0.
      (2_313_046_976_756_913_067, 0),
    ]
    for (key, bucket) in largest {
      try check(
        call, (key, buckets: 2_147_483_647), returns: bucket,
        "a product with the quotient does not fit into 32 bits"
      ) { try jumpHash($0.0, buckets: $0.buckets) }
    }
  }

  // The paper's C++, carried over to Python: 49 · (1 / 49) is less than 1 in Double, and (49 · 1) / 49 is not
  @Test func `the quotient comes first, then the product`() throws {
    let rounded: [(key: UInt64, buckets: Int, bucket: Int)] = [
      (317_023_819_055_910_035, 128, 127), (5_779_711_805_278_693_148, 128, 127),
      (3_139_627_907_299_950_787, 2048, 2047), (2_332_312_786_580_710_912, 2048, 2047),
    ]
    for (key, buckets, bucket) in rounded {
      try check(
        call, (key, buckets: buckets), returns: bucket,
        "from bucket 48 this key jumps to bucket \(bucket): 2^31 / (r + 1) is rounded down, and then multiplied by 49"
      ) { try jumpHash($0.0, buckets: $0.buckets) }
    }
  }

  // Lamping and Veach 2014, §2: a key stays or moves to the new bucket
  @Test func `a key stays or moves to the new bucket`() throws {
    for key in keys.prefix(100) {
      var before = 0
      for buckets in 1...60 {
        let (old, new) = (before, buckets - 1)
        let right = { (bucket: Int) in bucket == old || bucket == new }
        try check(
          call, (key, buckets: buckets), returns: "\(old) or \(new)", where: right,
          "with one bucket less the key was in \(old); the only one it may move to is the new one, \(new)"
        ) {
          before = try jumpHash($0.0, buckets: $0.buckets)
          return before
        }
      }
    }
  }

  // Of K keys each moves with the probability p = 1/(n + 1): K·p on average, with the variance K·p·(1 - p)
  @Test func `as many keys move as a new bucket should get`() throws {
    for buckets in [1, 2, 3, 9, 49] {
      let share = 1 / Double(buckets + 1)
      let near = { (moved: Int) in
        (Double(moved) - 2000 * share) * (Double(moved) - 2000 * share) < 16 * 2000 * share * (1 - share)
      }
      try check(
        "the keys that move, by \(call)", "2000 keys; \(buckets) buckets, and one more",
        returns: "within four standard deviations of \(2000 / (buckets + 1))", where: near,
        "each key moves with the probability 1/\(buckets + 1)"
      ) { _ in
        try keys.filter { try jumpHash($0, buckets: buckets) != jumpHash($0, buckets: buckets + 1) }.count
      }
    }
  }

  // A tenth of K keys each: 200 of 2000 on average, with the variance 2000 · 0.1 · 0.9 = 180
  @Test func `the buckets get equal shares`() throws {
    let near = { (counts: [Int]) in counts.allSatisfy { ($0 - 200) * ($0 - 200) < 16 * 180 } }
    try check(
      "the keys of each bucket, by \(call)", "2000 keys, 10 buckets",
      returns: "each within four standard deviations of 200", where: near, "all buckets get a tenth"
    ) { _ in
      let buckets = try keys.map { try jumpHash($0, buckets: 10) }
      return (0..<10).map { bucket in buckets.filter { $0 == bucket }.count }
    }
  }

  // dgryski/go-jump, jump_test.go: read off the same four rows
  @Test func `the path of a key names each bucket it has had`() throws {
    let published: [(key: UInt64, buckets: Int, path: [Int])] = [
      (0, 19, [0]), (1, 19, [0, 6, 17]), (0xDEAD_BEEF, 19, [0, 1, 2, 3, 5, 16]),
      (0x0DDC_0FFE_EBAD_F00D, 19, [0, 1, 2, 15]), (1, 18, [0, 6, 17]), (1, 17, [0, 6]), (1, 7, [0, 6]),
      (1, 6, [0]),
      (1, 1, [0]), (.max, 1, [0]),
    ]
    for (key, buckets, walked) in published {
      try check(
        path, (of: key, buckets: buckets), returns: walked,
        "read off the published buckets; it came to b among b + 1"
      ) { try jumps(of: $0.of, buckets: $0.buckets) }
    }
  }

  // The paper's C++, carried over to Python; step by step it would be 2^31 steps
  @Test func `the path has a step a jump, not one a bucket`() throws {
    try check(
      path, (of: UInt64(1), buckets: 2_147_483_647),
      returns: [
        0, 6, 17, 42, 43, 45, 55, 192, 261, 493, 549, 1160, 2323, 8421, 21_134, 94_075, 985_611, 5_686_101,
        14_378_195, 42_478_554, 52_590_307, 262_355_607,
      ], "22 buckets of 2^31 - 1, and the last of them is the key's"
    ) { try jumps(of: $0.of, buckets: $0.buckets) }
  }

  // By asking for every number of buckets
  @Test func `the path is what growing step by step gives`() throws {
    for key in keys.prefix(40) {
      let walked = try (1...50).map { try jumpHash(key, buckets: $0) }.reduce(into: [Int]()) {
        walked, bucket in
        if walked.last != bucket { walked.append(bucket) }
      }
      try check(path, (of: key, buckets: 50), returns: walked, "the buckets of jumpHash among 1, 2, 3 … 50") {
        try jumps(of: $0.of, buckets: $0.buckets)
      }
    }
  }

  // No bucket, and more than an int32_t counts
  @Test func `other numbers of buckets are refused`() throws {
    for buckets in [0, -1, 2_147_483_648, Int.min, Int.max] {
      try check(
        call, (UInt64(7), buckets: buckets), throws: Jump.BucketError.bucketsOutOfRange(buckets),
        "1 to 2147483647"
      ) { try jumpHash($0.0, buckets: $0.buckets) }
      try check(
        path, (of: UInt64(7), buckets: buckets), throws: Jump.BucketError.bucketsOutOfRange(buckets),
        "1 to 2147483647"
      ) { try jumps(of: $0.of, buckets: $0.buckets) }
    }
  }
}
