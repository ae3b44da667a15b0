/// SipHash-2-4: a short hash that nobody can make who does not know the key.
///
/// Source: Aumasson, Bernstein: "SipHash: a fast short-input PRF", INDOCRYPT 2012.
public enum SipHash24 {
  /// The eight octets of the hash, in the order in which cookies have them.
  ///
  /// - Parameters:
  ///   - bytes: what is hashed, any number of octets.
  ///   - key: the secret, 16 octets; what is missing counts as zero.
  public static func hash(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    let key = key + [UInt8](repeating: 0, count: max(0, 16 - key.count))
    let (k0, k1) = (word(key[0..<8]), word(key[8..<16]))
    var v: [UInt64] = [
      k0 ^ 0x736F_6D65_7073_6575, k1 ^ 0x646F_7261_6E64_6F6D, k0 ^ 0x6C79_6765_6E65_7261,
      k1 ^ 0x7465_6462_7974_6573,
    ]
    // Words of eight octets; the last one has the length in its highest octet.
    let padding = [UInt8](repeating: 0, count: 7 - bytes.count % 8) + [UInt8(truncatingIfNeeded: bytes.count)]
    let padded = bytes + padding
    for start in stride(from: 0, to: padded.count, by: 8) {
      let block = word(padded[start..<(start + 8)])
      v[3] ^= block
      for _ in 0..<2 { mix(&v) }
      v[0] ^= block
    }
    v[2] ^= 0xFF
    for _ in 0..<4 { mix(&v) }
    let hash = v[0] ^ v[1] ^ v[2] ^ v[3]
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
  }

  /// Eight octets as a number, the lowest first: SipHash is little-endian.
  private static func word(_ octets: ArraySlice<UInt8>) -> UInt64 {
    octets.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// One round.
  private static func mix(_ v: inout [UInt64]) {
    func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
    v[0] &+= v[1]
    v[1] = rotate(v[1], 13) ^ v[0]
    v[0] = rotate(v[0], 32)
    v[2] &+= v[3]
    v[3] = rotate(v[3], 16) ^ v[2]
    v[0] &+= v[3]
    v[3] = rotate(v[3], 21) ^ v[0]
    v[2] &+= v[1]
    v[1] = rotate(v[1], 17) ^ v[2]
    v[2] = rotate(v[2], 32)
  }
}
