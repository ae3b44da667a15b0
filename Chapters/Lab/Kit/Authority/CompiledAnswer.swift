import PostRoad

/// A response behind its question: octets that are the same for every client, apart from pointers into the question's name.
struct CompiledAnswer {
  /// AA and RCODE, as the header has them.
  let flags: UInt16
  /// The records of the answer, authority and additional sections.
  let counts: [UInt16]
  let octets: [UInt8]
  /// Where in them the pointers are that lead behind the first label of the question's name: their targets move with its length.
  let pointers: [Int]
  /// The octets of the name that it was composed for.
  let nameLength: Int

  /// Beyond this much a pointer may not reach what it could with a shorter name: fourteen bits (RFC 1035 §4.1.4), less the longest name.
  private static let maximumLength = 0x3FFF - 255

  /// Composes the answer to the question for a name that is known.
  init?(name: [UInt8], type: UInt16, compose: ([UInt8]) throws -> [UInt8]?) throws {
    let query: [UInt8] =
      [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] + name + [UInt8(type >> 8), UInt8(type & 0xFF), 0, 1]
    guard let response = try compose(query), response.count >= query.count,
      response.count <= Self.maximumLength
    else { return nil }
    func word(_ offset: Int) -> UInt16 { UInt16(response[offset]) << 8 | UInt16(response[offset + 1]) }
    flags = word(2)
    counts = [word(6), word(8), word(10)]
    octets = Array(response[query.count...])
    pointers = []
    nameLength = name.count
  }

  /// Composes the answer to all questions below a name: for two that differ in the length of their first label. What differs
  /// are pointers behind that label.
  init?(below name: [UInt8], labels: [[UInt8]], type: UInt16, compose: ([UInt8]) throws -> [UInt8]?) throws {
    let made = try labels.map {
      try CompiledAnswer(name: [UInt8($0.count)] + $0 + name, type: type, compose: compose)
    }
    guard let one = made[0], let two = made[1], one.octets.count == two.octets.count else { return nil }
    (flags, counts, octets, nameLength) = (one.flags, one.counts, one.octets, one.nameLength)
    pointers = one.octets.indices.dropFirst().filter { one.octets[$0] != two.octets[$0] }.map { $0 - 1 }
    // Where a pointer's upper octet differs as well this is not how to find them.
    var moved = one.octets
    move(&moved, from: 0, by: two.nameLength - one.nameLength)
    guard moved == two.octets, flags == two.flags, counts == two.counts else { return nil }
  }

  /// Appends the octets to a message, for a name of this length.
  func write(to message: inout [UInt8], nameLength length: Int) {
    let start = message.count
    message += octets
    if length != nameLength { move(&message, from: start, by: length - nameLength) }
  }

  private func move(_ message: inout [UInt8], from start: Int, by distance: Int) {
    for pointer in pointers {
      let place = start + pointer
      let target = Int(message[place]) << 8 + Int(message[place + 1]) + distance
      message[place] = UInt8(truncatingIfNeeded: target >> 8)
      message[place + 1] = UInt8(truncatingIfNeeded: target)
    }
  }
}
