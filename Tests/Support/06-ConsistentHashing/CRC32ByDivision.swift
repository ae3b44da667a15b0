/// A second implementation of CRC-32, written as its definition reads: the remainder of a division of polynomials.
///
/// It turns each byte round, divides from the high end by 0x1_04C1_1DB7, and turns the remainder round. The usual
/// programs spare themselves the turning and work from the low end.
public func crc32ByDivision(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var remainder: UInt64 = 0xFFFF_FFFF
  for byte in bytes {
    remainder ^= UInt64(turned(UInt32(byte), bits: 8)) << 24
    for _ in 0..<8 {
      remainder <<= 1
      if remainder >> 32 == 1 { remainder ^= 0x1_04C1_1DB7 }
    }
  }
  return turned(UInt32(remainder), bits: 32) ^ 0xFFFF_FFFF
}

/// The low `bits` bits in the opposite order.
private func turned(_ value: UInt32, bits: Int) -> UInt32 {
  (0..<bits).reduce(0) { result, bit in result << 1 | value >> UInt32(bit) & 1 }
}
