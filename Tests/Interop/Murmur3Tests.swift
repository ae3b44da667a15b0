import ConsistentHashingSupport
import Testing

/// The hash behind the published rendezvous picks, held against published vectors.
@Suite struct Murmur3Tests {
  // ewdurbin/clandestined-python, clandestined/test/test_rendezvous_hash.py
  @Test func `the vectors of clandestined`() {
    let (plain, seeded) = (murmur3("6666".utf8), murmur3("6666".utf8, seed: 10))
    #expect(plain == 1_361_238_019 && seeded == 2_981_722_772, "6666, with the seeds 0 and 10")
  }

  // Appleby, SMHasher, KeysetTest.cpp: VerificationTest
  @Test func `the verification value of SMHasher`() {
    let hashes = (0..<256).flatMap { length -> [UInt8] in
      let hash = murmur3((0..<length).map { UInt8($0) }, seed: UInt32(256 - length))
      return (0..<4).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
    }
    let value = murmur3(hashes)
    #expect(value == 0xB0F5_7EE3, "the hash of 256 hashes, whose first four bytes SMHasher compares")
  }
}
