import PostRoad

/// FNV-1a, 32 bits wide: the hash of Fowler, Noll and Vo, in the order of steps they recommend.
///
/// The hash begins as the offset basis 0x811C9DC5. Each byte, from the first to the last, is xored into its low eight
/// bits; then the hash is multiplied by the prime 0x01000193 modulo 2^32: what does not fit falls off at the top.
///
/// - Parameter bytes: anything, of any length; a zero byte is a byte like any other.
/// - Returns: the hash; the offset basis when there are no bytes.
///
/// Source: [RFC 9923 §2](https://www.rfc-editor.org/rfc/rfc9923#section-2).
public func fnv1a(_ bytes: [UInt8]) throws -> UInt32 {
  // TODO: 1. Stir the bytes in, one after the other. A product that does not fit must not trap.
  throw NotStarted()
}

/// CRC-32 as Ethernet, zip and PNG compute it.
///
/// A register of 32 bits begins with all of them set. Each byte is xored into its low eight bits; then, eight times,
/// the register moves down by one bit, and where the bit that fell out was a one, 0xEDB88320 is xored in. At the end
/// all bits are inverted.
///
/// - Parameter bytes: anything, of any length.
/// - Returns: the checksum; 0 when there are no bytes, 0xCBF43926 for the nine digits `123456789`.
///
/// Source: [RFC 1952 §8](https://www.rfc-editor.org/rfc/rfc1952#section-8).
public func crc32(_ bytes: [UInt8]) throws -> UInt32 {
  // TODO: 2. Divide byte by byte, bit by bit.
  // TODO: 3. The register is not yet the checksum.
  throw NotStarted()
}

/// `fmix32`, the last step of MurmurHash3: it stirs the bits of a hash, so that equal parts of two hashes do not
/// survive.
///
/// Three times the hash is xored with itself, shifted down: by 16, by 13, by 16. Between the first and the second it
/// is multiplied by 0x85EBCA6B, between the second and the third by 0xC2B2AE35, both modulo 2^32.
///
/// - Parameter hash: any number.
/// - Returns: a number that no other hash gives: nothing is lost.
///
/// Source: Austin Appleby, [MurmurHash3.cpp](https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp).
public func fmix32(_ hash: UInt32) throws -> UInt32 {
  // TODO: 4. Mind the order of the five steps, and products that do not fit.
  throw NotStarted()
}
