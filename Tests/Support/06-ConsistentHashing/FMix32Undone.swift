/// The inverse of Murmur3's `fmix32`, step by step from its end.
///
/// `h ^= h >> 16` undoes itself; `h ^= h >> 13` needs a second round for the bits that moved by 26. A multiplication
/// by an odd number modulo 2^32 is undone by its inverse: 0x85EBCA6B × 0xA5CB9243 and 0xC2B2AE35 × 0x7ED1B41D both
/// leave 1.
public func fmix32Undone(_ hash: UInt32) -> UInt32 {
  var value = hash
  value ^= value >> 16
  value &*= 0x7ED1_B41D
  value ^= value >> 13 ^ value >> 26
  value &*= 0xA5CB_9243
  value ^= value >> 16
  return value
}
