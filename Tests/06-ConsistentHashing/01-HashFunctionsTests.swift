import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HashFunctionsTests {
  /// So many bytes: 0, 1, 2 … 250, and over again.
  private func count(_ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8($0 % 251) } }

  // RFC 9923 §2; the vector is Noll's (test_fnv.c)
  @Test func `FNV-1a of no bytes is the offset basis`() throws {
    try check(
      "fnv1a(_:)", [], returns: 0x811C_9DC5, "with nothing to stir in, the hash stays what it began as"
    ) {
      try fnv1a($0)
    }
  }

  // RFC 9923 §2; the vectors are Noll's (test_fnv.c)
  @Test func `FNV-1a xors a byte in before it multiplies`() throws {
    for (text, hash) in [("a", 0xE40C_292C), ("foobar", 0xBF9C_F968), ("chongo was here!\n", 0xD499_30D5)] {
      try check("fnv1a(_:)", text, returns: UInt32(hash), "for each byte xor first, then multiply") {
        try fnv1a(Array($0.utf8))
      }
    }
  }

  // RFC 9923 §2; the vectors are Noll's (test_fnv.c)
  @Test func `FNV-1a counts a zero byte`() throws {
    try check(
      "fnv1a(_:)", [0], returns: 0x050C_5D1F,
      "xoring zero in changes nothing, but the multiplication follows all the same"
    ) { try fnv1a($0) }
    try check(
      "fnv1a(_:)", "foobar\0", returns: 0x0C1C_9EB8,
      "these are seven bytes: a zero does not end them, and does not fall away at the end"
    ) { try fnv1a(Array($0.utf8)) }
  }

  // RFC 9923 §2; the first vector is Noll's (test_fnv.c), the second is computed in Python
  @Test func `FNV-1a takes a byte as a number from 0 to 255`() throws {
    for (bytes, hash) in [([0xFF, 0x00, 0x00, 0x01], 0xC48F_B86D), ([0x80], 0x850B_939F)]
      as [([UInt8], UInt32)]
    {
      try check(
        "fnv1a(_:)", bytes, returns: hash,
        "a byte touches the low eight bits; as a negative number it would touch all"
      ) { try fnv1a($0) }
    }
  }

  // RFC 9923 §2; the first vector is Noll's (test_fnv.c), the others are computed in Python
  @Test func `FNV-1a takes any number of bytes`() throws {
    try check(
      "fnv1a(_:)", "500 bytes of 7", returns: 0x21A2_7271,
      "each byte has its turn, and each product is modulo 2^32"
    ) { _ in try fnv1a(Array(repeating: 7, count: 500)) }
    for (bytes, hash) in [(256, 0x9570_5DA4), (70_000, 0x2E31_0430)] {
      try check(
        "fnv1a(_:)", "\(bytes) bytes: 0 to 250, over and over", returns: UInt32(hash),
        "each byte has its turn, and each product is modulo 2^32"
      ) { _ in try fnv1a(count(bytes)) }
    }
  }

  // The page's labels; computed in Python and with mmh3 5.3.1
  @Test func `fmix32 parts the labels that FNV-1a leaves close together`() throws {
    let labels: [(String, raw: UInt32, mixed: UInt32)] = [
      ("tower0_0", 0xEB50_A3C1, 0xE924_28DA), ("tower0_1", 0xEA50_A22E, 0xA60D_1A2E),
      ("tower0_2", 0xE950_A09B, 0xD27D_C1E0), ("tower0_3", 0xE850_9F08, 0x3C72_ED38),
    ]
    for (label, raw, mixed) in labels {
      try check("fnv1a(_:)", label, returns: raw, "the labels of one tower are neighbours") {
        try fnv1a(Array($0.utf8))
      }
      try check("fmix32(_:)", raw, returns: mixed, "mixed, they are far from each other") { try fmix32($0) }
    }
  }

  // The catalogue of parametrised CRC algorithms, CRC-32/ISO-HDLC; the second is the page's, computed with zlib
  @Test func `the CRC-32 of 123456789 is cbf43926`() throws {
    for (text, checksum) in [("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)] {
      try check(
        "crc32(_:)", text, returns: UInt32(checksum), "every right CRC-32 gives this for the same text"
      ) {
        try crc32(Array($0.utf8))
      }
    }
  }

  // RFC 1952 §8; computed with zlib
  @Test func `CRC-32 begins with all ones and inverts at the end`() throws {
    let vectors: [([UInt8], UInt32)] = [
      ([], 0), ([0], 0xD202_EF8D), ([0, 0, 0, 0], 0x2144_DF1C), ([255, 255, 255, 255], 0xFFFF_FFFF),
    ]
    for (bytes, checksum) in vectors {
      try check(
        "crc32(_:)", bytes, returns: checksum, "all bits are set at the start, and inverted at the end"
      ) {
        try crc32($0)
      }
    }
  }

  // RFC 1952 §8; computed with zlib
  @Test func `CRC-32 takes any number of bytes`() throws {
    for (bytes, checksum) in [(256, 0x5708_A3CC), (257, 0x30ED_9D3A), (70_000, 0x9FE1_C7C1)] {
      try check(
        "crc32(_:)", "\(bytes) bytes: 0 to 250, over and over", returns: UInt32(checksum),
        "each byte has its turn"
      ) { _ in try crc32(count(bytes)) }
    }
  }

  // A second implementation: the division of polynomials, from the high end
  @Test func `CRC-32 is the remainder of a division`() throws {
    var random = SeededRandom(seed: 601)
    for length in 0..<64 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      try check(
        "crc32(_:)", bytes, returns: crc32ByDivision(bytes),
        "it is the remainder of the division by 0x104c11db7"
      ) { try crc32($0) }
    }
  }

  // Appleby, MurmurHash3.cpp; MurmurHash3_x86_32 of no bytes is fmix32 of its seed, computed with mmh3 5.3.1
  @Test func `fmix32 gives what Murmur3 gives`() throws {
    let vectors: [(UInt32, mixed: UInt32)] = [
      (0, 0), (1, 0x514E_28B7), (2, 0x30F4_C306), (0x8000_0000, 0x6D3C_65A0), (0xFFFF_FFFF, 0x81F1_6F39),
      (0xDEAD_BEEF, 0x0DE5_C6A9),
    ]
    for (hash, mixed) in vectors {
      try check(
        "fmix32(_:)", hash, returns: mixed, "shift 16, times 85ebca6b, shift 13, times c2b2ae35, shift 16"
      ) { try fmix32($0) }
    }
  }

  // Each of the five steps can be undone, so no two hashes are mixed to the same one
  @Test func `fmix32 loses nothing`() throws {
    var random = SeededRandom(seed: 602)
    for _ in 0..<500 {
      let hash = UInt32.random(in: 0...UInt32.max, using: &random)
      try check(
        "fmix32(_:), undone again", hash, returns: hash, "no other hash gives the same, so it can be undone"
      ) { fmix32Undone(try fmix32($0)) }
    }
  }

  // What a mixer is for: chance would flip 16 of 32 bits
  @Test func `fmix32 flips half of the bits when one bit changes`() throws {
    var random = SeededRandom(seed: 603)
    let hashes = (0..<100).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
    try check(
      "fmix32(_:), the bits that flip on average", "100 hashes, each with one bit changed, 32 times",
      returns: "15.5 to 16.5", where: (15.5...16.5).contains,
      "about half of the 32 bits flip each time"
    ) { _ in
      let flips = try hashes.flatMap { hash in
        try (0..<32).map { (try fmix32(hash) ^ fmix32(hash ^ 1 << UInt32($0))).nonzeroBitCount }
      }
      return Double(flips.reduce(0, +)) / Double(flips.count)
    }
  }
}
