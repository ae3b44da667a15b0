import PostRoad

/// Puts the length in front of a message, as it must go over TCP.
///
/// - Parameter message: the message.
/// - Returns: its length in two octets, the high one first, then the message.
/// - Throws: `DNS.MessageError.tooLong(_:)` with its length when that is over 65,535.
///
/// Source: [RFC 1035 §4.2.2](https://www.rfc-editor.org/rfc/rfc1035#section-4.2.2).
public func frameForTCP(_ message: [UInt8]) throws -> [UInt8] {
  // <write>
  // 1. Two octets hold 65,535 at most.
  guard let length = UInt16(exactly: message.count) else { throw DNS.MessageError.tooLong(message.count) }
  return [UInt8(length >> 8), UInt8(length & 0xFF)] + message
  // </write>
}

/// Finds the messages in what a TCP connection brings, however it is cut into pieces.
///
/// Source: [RFC 1035 §4.2.2](https://www.rfc-editor.org/rfc/rfc1035#section-4.2.2) and
/// [RFC 7766 §8](https://www.rfc-editor.org/rfc/rfc7766#section-8).
public struct TCPFramer: Sendable {
  // <declare>
  // 2. What has to be remembered between two pieces.
  private var waiting: [UInt8] = []
  // </declare>

  /// A framer at the beginning of a connection.
  public init() {}

  /// Takes the next bytes of the connection.
  ///
  /// - Parameter bytes: as many as came, perhaps none, perhaps several messages and a part of the next.
  /// - Returns: every message that is complete now and was not handed out before, in their order, without lengths. A length of 0 is
  ///   a message of no bytes.
  public mutating func receive(_ bytes: [UInt8]) throws -> [[UInt8]] {
    // <write>
    // 3. Hand out every message that is complete now, one of no bytes, too.
    waiting += bytes
    var messages: [[UInt8]] = []
    var start = 0
    while waiting.count - start >= 2 {
      let end = start + 2 + (Int(waiting[start]) << 8 | Int(waiting[start + 1]))
      guard end <= waiting.count else { break }
      messages.append(Array(waiting[(start + 2)..<end]))
      start = end
    }
    // 4. Keep the rest for the next time.
    waiting.removeFirst(start)
    return messages
    // </write>
  }

  /// Says that the connection has ended.
  ///
  /// - Throws: `DNS.FramingError.endedInside(received:)` with the bytes that belong to no whole message, those of their length
  ///   counted, when there are any. They stay where they are.
  public func finish() throws {
    // <write>
    // 5. A connection may end between messages, not within one.
    guard waiting.isEmpty else { throw DNS.FramingError.endedInside(received: waiting.count) }
    // </write>
  }
}
