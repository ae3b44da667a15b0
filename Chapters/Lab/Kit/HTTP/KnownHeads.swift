/// The heads that were read a moment ago, by their octets. A client sends the same ones again and again, and so does a server; what is read
/// of them depends on nothing but the octets.
struct KnownHeads<Head> {
  /// Enough for the clients of an experiment: at most 16 MiB of octets, since a head has at most 16 KiB.
  private static var limit: Int { 1_024 }

  private var known: [ArraySlice<UInt8>: Head] = [:]

  /// The head at the front of the octets.
  ///
  /// - Parameter parse: reads one that is not known, and says how many octets it has.
  mutating func read(
    _ octets: [UInt8], _ parse: ([UInt8]) throws -> (head: Head, length: Int)
  ) rethrows -> Head {
    if let end = Self.end(octets), let found = known[octets[..<end]] { return found }
    let (head, length) = try parse(octets)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    // A copy: a slice would hold on to all that came with it.
    known[Array(octets[..<length])[...]] = head
    return head
  }

  /// The end of the first empty line after a line.
  private static func end(_ octets: [UInt8]) -> Int? {
    var index = 3
    while index < octets.count {
      if octets[index] == 0x0A, octets[index - 1] == 0x0D, octets[index - 2] == 0x0A,
        octets[index - 3] == 0x0D
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }
}

/// The heads that an origin has sent, for all connections to it.
final class KnownResponseHeads {
  private var known = KnownHeads<ResponseHead>()

  /// - Throws: what `ResponseHead` throws.
  func read(_ octets: [UInt8]) throws -> ResponseHead {
    try known.read(octets) { octets in
      let head = try ResponseHead(octets)
      return (head, head.octets)
    }
  }
}
