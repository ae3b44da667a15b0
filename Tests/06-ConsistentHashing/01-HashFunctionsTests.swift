import ConsistentHashing
import ConsistentHashingSupport
import PostRoad
import Testing

@Suite struct HashFunctionsTests {
  // RFC 9923 §2; the vector is Noll's (test_fnv.c)
  @Test func `FNV-1a of no bytes is the offset basis`() throws {
    let hash = eightDigits(try fnv1a([]))
    #expect(hash == "811c9dc5", "with nothing to stir in, the hash stays what it began as")
  }

  // RFC 9923 §2; the vectors are Noll's (test_fnv.c)
  @Test func `FNV-1a xors a byte in before it multiplies`() throws {
    for (text, expected) in [("a", "e40c292c"), ("foobar", "bf9cf968"), ("chongo was here!\n", "d49930d5")] {
      let hash = eightDigits(try fnv1a(Array(text.utf8)))
      #expect(hash == expected, "\(text.debugDescription): for each byte xor first, then multiply")
    }
  }

  // RFC 9923 §2; the vectors are Noll's (test_fnv.c)
  @Test func `FNV-1a counts a zero byte`() throws {
    let zero = eightDigits(try fnv1a([0]))
    #expect(zero == "050c5d1f", "xoring zero in changes nothing, but the multiplication follows all the same")
    let text = eightDigits(try fnv1a(Array("foobar\0".utf8)))
    #expect(text == "0c1c9eb8", "foobar and a zero byte are seven bytes: in Swift a zero does not end them")
  }

  // RFC 9923 §2; the vectors are Noll's (test_fnv.c)
  @Test func `FNV-1a takes a byte as a number from 0 to 255`() throws {
    let high = eightDigits(try fnv1a([0xFF, 0x00, 0x00, 0x01]))
    #expect(high == "c48fb86d", "0xff is 255 and touches the low eight bits; as -1 it would touch all")
  }

  // RFC 9923 §2; the vector is Noll's (test_fnv.c)
  @Test func `FNV-1a lets what does not fit fall off`() throws {
    let hash = eightDigits(try fnv1a(Array(repeating: 0x07, count: 500)))
    #expect(hash == "21a27271", "500 bytes of 7: each multiplication is modulo 2^32")
  }

  // The check value of the catalogue of parametrised CRC algorithms, CRC-32/ISO-HDLC
  @Test func `the CRC-32 of 123456789 is cbf43926`() throws {
    let checksum = eightDigits(try crc32(Array("123456789".utf8)))
    #expect(checksum == "cbf43926", "every right CRC-32 gives this for the digits 1 to 9 in ASCII")
  }

  // RFC 1952 §8; computed with zlib
  @Test func `CRC-32 begins with all ones and inverts at the end`() throws {
    let vectors: [([UInt8], String)] = [
      ([], "00000000"), ([0], "d202ef8d"), ([0, 0, 0, 0], "2144df1c"), ([255, 255, 255, 255], "ffffffff"),
    ]
    for (bytes, expected) in vectors {
      let checksum = eightDigits(try crc32(bytes))
      #expect(checksum == expected, "\(bytes): all bits are set at the start, and inverted at the end")
    }
  }

  // A second implementation: the division of polynomials, from the high end
  @Test func `CRC-32 is the remainder of a division`() throws {
    var random = SeededRandom(seed: 601)
    for length in 0..<64 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let checksum = eightDigits(try crc32(bytes))
      let remainder = eightDigits(crc32ByDivision(bytes))
      try #require(checksum == remainder, "\(bytes): the remainder of the division by 0x104c11db7")
    }
  }

  // Appleby, MurmurHash3.cpp; MurmurHash3_x86_32 of no bytes is fmix32 of its seed, computed with mmh3 5.3.1
  @Test func `fmix32 gives what Murmur3 gives`() throws {
    let vectors: [(UInt32, String)] = [
      (0, "00000000"), (1, "514e28b7"), (2, "30f4c306"), (0x8000_0000, "6d3c65a0"),
      (0xFFFF_FFFF, "81f16f39"), (0xDEAD_BEEF, "0de5c6a9"),
    ]
    for (hash, expected) in vectors {
      let mixed = eightDigits(try fmix32(hash))
      let given = eightDigits(hash)
      #expect(mixed == expected, "\(given): shift 16, times 85ebca6b, shift 13, times c2b2ae35, shift 16")
    }
  }

  // Each of the five steps can be undone, so no two hashes are mixed to the same one
  @Test func `fmix32 loses nothing`() throws {
    var random = SeededRandom(seed: 602)
    for _ in 0..<500 {
      let hash = UInt32.random(in: 0...UInt32.max, using: &random)
      let undone = eightDigits(fmix32Undone(try fmix32(hash)))
      let before = eightDigits(hash)
      try #require(undone == before, "mixed and unmixed again, \(before) must come back")
    }
  }

  // What a mixer is for: chance would flip 16 of 32 bits
  @Test func `fmix32 flips half of the bits when one bit changes`() throws {
    var random = SeededRandom(seed: 603)
    var flips = 0
    for _ in 0..<100 {
      let hash = UInt32.random(in: 0...UInt32.max, using: &random)
      for bit in 0..<32 {
        flips += (try fmix32(hash) ^ fmix32(hash ^ 1 << UInt32(bit))).nonzeroBitCount
      }
    }
    let average = Double(flips) / 3200
    #expect((15.5...16.5).contains(average), "over 3200 changes of one bit, about 16 bits flip each time")
  }
}
