import PostRoad

/// Multiplies by shifts and additions: the prime has six bits.
public func fnv1a(_ bytes: [UInt8]) throws -> UInt32 {
  bytes.reduce(0x811C_9DC5) { hash, byte in
    let mixed = hash ^ UInt32(byte)
    // 0x01000193 is 2^24 + 2^8 + 2^7 + 2^4 + 2^1 + 2^0.
    return [24, 8, 7, 4, 1, 0].reduce(0) { $0 &+ mixed << $1 }
  }
}

/// Takes four bits at a time, with a table of what four shifts make of them.
public func crc32(_ bytes: [UInt8]) throws -> UInt32 {
  let register = bytes.reduce(UInt32.max) { register, byte in
    let low = register ^ UInt32(byte)
    let half = low >> 4 ^ fourShifts[Int(low & 0xF)]
    return half >> 4 ^ fourShifts[Int(half & 0xF)]
  }
  return register ^ UInt32.max
}

private let fourShifts: [UInt32] = (0..<16).map { bits in
  (0..<4).reduce(UInt32(bits)) { register, _ in register >> 1 ^ (register & 1) * 0xEDB8_8320 }
}

/// Multiplies in 64 bits and keeps the lower half; a list has the shifts and the factors.
public func fmix32(_ hash: UInt32) throws -> UInt32 {
  let steps: [(shift: UInt64, factor: UInt64)] = [(16, 0x85EB_CA6B), (13, 0xC2B2_AE35), (16, 1)]
  return UInt32(
    steps.reduce(UInt64(hash)) { mixed, step in (mixed ^ mixed >> step.shift) * step.factor & 0xFFFF_FFFF })
}
