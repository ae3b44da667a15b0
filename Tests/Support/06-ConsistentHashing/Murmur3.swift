/// MurmurHash3 for 32 bits (`MurmurHash3_x86_32`), with which a published rendezvous hash scores its nodes.
///
/// Source: Austin Appleby, [MurmurHash3.cpp](https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp).
/// `Tests/Interop` holds it against published vectors.
public func murmur3(_ bytes: some Sequence<UInt8>, seed: UInt32 = 0) -> UInt32 {
  var hash = seed
  var length: UInt32 = 0
  var word: UInt32 = 0
  for byte in bytes {
    word |= UInt32(byte) << (length % 4 * 8)
    length += 1
    if length.isMultiple(of: 4) {
      hash = turned(hash ^ stirred(word), 13) &* 5 &+ 0xE654_6B64
      word = 0
    }
  }
  hash ^= stirred(word) ^ length
  hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
  hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
  return hash ^ hash >> 16
}

private func turned(_ value: UInt32, _ bits: UInt32) -> UInt32 { value << bits | value >> (32 - bits) }

private func stirred(_ word: UInt32) -> UInt32 { turned(word &* 0xCC9E_2D51, 15) &* 0x1B87_3593 }
