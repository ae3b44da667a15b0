import ConsistentHashingSupport
import PostRoad
import Testing

/// The hash that Envoy's tables are made of, held against its author's vectors: it is the judge's own, so no exercise
/// asks for it.
@Suite struct XXHash64Tests {
  /// The buffer of the author's sanity check: a generator's top bytes.
  private func buffer(_ count: Int) -> [UInt8] {
    var generator: UInt64 = 2_654_435_761
    return (0..<count).map { _ in
      defer { generator &*= 11_400_714_785_074_694_797 }
      return UInt8(generator >> 56)
    }
  }

  // Cyan4973/xxHash, tests/sanity_test_vectors.h: XSUM_XXH64_testdata
  @Test func `the sanity check's vectors`() {
    let seed: UInt64 = 2_654_435_761
    let vectors: [(length: Int, seed: UInt64, hash: UInt64)] = [
      (0, 0, 0xEF46_DB37_51D8_E999),
      (0, seed, 0xAC75_FDA2_929B_17EF),
      (1, 0, 0xE934_A84A_DB05_2768),
      (1, seed, 0x5014_6076_43A9_B4C3),
      (4, 0, 0x9136_A0DC_A574_57EE),
      (4, seed, 0xCAAB_286B_D8E9_FDB5),
      (8, 0, 0xCDBC_F538_E71D_1348),
      (8, seed, 0xFE0C_047A_5353_CDAC),
      (14, 0, 0x8282_DCC4_994E_35C8),
      (14, seed, 0xC3BD_6BF6_3DEB_6DF0),
      (31, 0, 0x299B_39A2_90E6_D783),
      (31, seed, 0xDA67_3D5F_EB5C_1D79),
      (32, 0, 0x18B2_1649_2BB4_4B70),
      (32, seed, 0xB3F3_3BDF_93AD_E409),
      (33, 0, 0x55C8_DC3E_578F_5B59),
      (33, seed, 0xE92C_292F_64BC_3071),
      (222, 0, 0xB641_AE8C_B691_C174),
      (222, seed, 0x20CB_8AB7_AE10_C14A),
    ]
    for vector in vectors {
      let hash = xxHash64(buffer(vector.length), seed: vector.seed)
      #expect(hash == vector.hash, "\(vector.length) bytes with the seed \(vector.seed)")
    }
  }

  // envoyproxy/envoy, ring_hash_lb_test.cc: the published positions
  @Test func `the positions of the published ring`() {
    for point in EnvoyRing.points {
      let labels = (0..<2).map { xxHash64("\(point.node)_\($0)".utf8) }
      #expect(labels.contains(point.position), "\(point) is at the hash of one of its two labels")
    }
  }
}
