/// xxHash64, which Envoy's ring and Envoy's Maglev table are made of.
///
/// Source: Yann Collet, [xxHash fast digest algorithm](https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md),
/// the section on XXH64. `Tests/Interop` holds it against the published vectors.
public func xxHash64(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
  let input = Array(bytes)
  var rest = input[...]
  var hash = seed &+ prime5
  if input.count >= 32 {
    var lanes = [seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1]
    while rest.count >= 32 {
      for lane in 0..<4 { lanes[lane] = stirred(lanes[lane], number(&rest, of: 8)) }
    }
    hash = turned(lanes[0], 1) &+ turned(lanes[1], 7) &+ turned(lanes[2], 12) &+ turned(lanes[3], 18)
    for lane in lanes { hash = (hash ^ stirred(0, lane)) &* prime1 &+ prime4 }
  }
  hash &+= UInt64(input.count)
  while rest.count >= 8 { hash = turned(hash ^ stirred(0, number(&rest, of: 8)), 27) &* prime1 &+ prime4 }
  if rest.count >= 4 { hash = turned(hash ^ number(&rest, of: 4) &* prime1, 23) &* prime2 &+ prime3 }
  for byte in rest { hash = turned(hash ^ UInt64(byte) &* prime5, 11) &* prime1 }
  hash = (hash ^ hash >> 33) &* prime2
  hash = (hash ^ hash >> 29) &* prime3
  return hash ^ hash >> 32
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

private func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

private func stirred(_ lane: UInt64, _ input: UInt64) -> UInt64 {
  turned(lane &+ input &* prime2, 31) &* prime1
}

/// Takes `count` bytes off the front: a number whose low byte comes first.
private func number(_ bytes: inout ArraySlice<UInt8>, of count: Int) -> UInt64 {
  defer { bytes.removeFirst(count) }
  return bytes.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
