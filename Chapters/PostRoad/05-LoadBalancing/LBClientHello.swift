extension LB {
  /// The bounds of the first message of a TLS connection.
  public enum ClientHello {
    /// The most bytes in a record.
    public static let longestRecord = 16_384  // RFC 8446 §5.1: 2^14
    /// The most bytes of a ClientHello that we read: more than any browser sends, less than its 24 bits of length allow.
    public static let longestMessage = 16_384
  }

  /// Why no server name can be read from the start of a connection.
  public enum ClientHelloError: Error, Hashable, Sendable {
    /// All bytes so far are right, and the message is not complete: read on.
    case incomplete
    /// The record is not one of a handshake (22), but of this type.
    case notHandshake(UInt8)
    /// A record of so many bytes: none at all, or more than `longestRecord`.
    case badRecordLength(Int)
    /// The handshake begins with another message than a ClientHello (1).
    case notClientHello(UInt8)
    /// The message is longer than `longestMessage`.
    case messageTooLong(Int)
    /// Something inside the message does not fit into what is around it, or leaves a rest.
    case malformed
    /// An extension type, or a type in the list of names, is there twice.
    case repeated
    /// The name is no name of a host.
    case badName
  }
}
