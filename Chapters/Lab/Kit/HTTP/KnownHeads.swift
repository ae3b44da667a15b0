import LoadBalancing
import PostRoad

/// The heads that were read a moment ago, by their octets. A client sends the same ones again and again, and what exercises 5.15 and
/// 5.16 say of them depends on nothing but the octets.
struct KnownHeads {
  /// Enough for the clients of an experiment: at most 16 MiB of octets, since a head has at most 16 KiB.
  private static let limit = 1_024

  private var known: [ArraySlice<UInt8>: (LB.RequestHead, LB.BodyLength)] = [:]

  /// The head at the front of the octets, and how long the body after it is.
  ///
  /// - Throws: what `parseRequestHead` and `bodyLength` throw.
  mutating func read(_ octets: [UInt8]) throws -> (LB.RequestHead, LB.BodyLength) {
    if let end = Self.end(octets), let found = known[octets[..<end]] { return found }
    let head = try parseRequestHead(octets)
    let length = try bodyLength(of: head)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    // A copy: a slice would hold on to all that came with it.
    known[Array(octets[..<head.length])[...]] = (head, length)
    return (head, length)
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
