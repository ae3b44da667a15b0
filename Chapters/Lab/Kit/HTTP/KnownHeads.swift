/// The heads that were read a moment ago, by their octets. A client sends the same ones again and again, and so does a server; what is read
/// of them depends on nothing but the octets.
struct KnownHeads<Head> {
  /// How many octets of heads are kept. What is read of them takes some ten times that.
  private static var limit: Int { 4 << 20 }

  private var known: [ArraySlice<UInt8>: Head] = [:]
  private var octets = 0

  /// The head at the front of the octets.
  ///
  /// - Parameter parse: reads one that is not known, and says how many octets it has.
  mutating func read(
    _ octets: [UInt8], _ parse: ([UInt8]) throws -> (head: Head, length: Int)
  ) rethrows -> Head {
    if let end = Self.end(octets), let found = known[octets[..<end]] { return found }
    let (head, length) = try parse(octets)
    self.octets += length
    if self.octets > Self.limit {
      known.removeAll()
      self.octets = length
    }
    // A copy: a slice would hold on to all that came with it.
    known[Array(octets[..<length])[...]] = head
    return head
  }

  /// The end of the first empty line after a line.
  static func end(_ octets: [UInt8]) -> Int? {
    octets.withUnsafeBufferPointer { octets in
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

/// The head that a connection has sent last: mostly it sends the same again.
struct LastHead {
  private var octets: [UInt8] = []
  private var request: ReceivedRequest?

  /// The request, where its octets are at the front of these, and how many they are.
  func found(in input: [UInt8]) -> (request: ReceivedRequest, length: Int)? {
    guard let request, input.count >= octets.count else { return nil }
    let isSame = input.withUnsafeBytes { input in
      octets.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: input[..<$0.count]).elementsEqual($0) }
    }
    return isSame ? (request, octets.count) : nil
  }

  mutating func remember(_ request: ReceivedRequest, _ octets: ArraySlice<UInt8>) {
    self.request = request
    self.octets = Array(octets)
  }
}
