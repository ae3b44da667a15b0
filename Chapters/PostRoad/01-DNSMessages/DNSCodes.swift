extension DNS {
  /// OPCODE: what kind of query a message is, four bits (RFC 6895 §2.2).
  public struct Opcode: RawRepresentable, Hashable, Sendable {
    /// The largest number that a header can carry: its field has four bits.
    public static let maximumRawValue: UInt8 = 15  // RFC 1035 §4.1.1

    /// 0 … 15 in a message; a larger number can be named, but not sent.
    public let rawValue: UInt8

    /// The opcode with this number.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A standard query.
    public static let query = Opcode(rawValue: 0)
    /// A server status request.
    public static let status = Opcode(rawValue: 2)
    /// A primary tells its secondaries that a zone has changed (RFC 1996).
    public static let notify = Opcode(rawValue: 4)
    /// A dynamic update (RFC 2136).
    public static let update = Opcode(rawValue: 5)
  }

  /// RCODE: how a query went. Four bits in the header, twelve together with the eight that EDNS adds
  /// (RFC 6895 §2.3).
  public struct ResponseCode: RawRepresentable, Hashable, Sendable {
    /// The largest number that a header can carry by itself: its field has four bits.
    public static let maximumRawValueInHeader: UInt16 = 15  // RFC 1035 §4.1.1

    /// 0 … 15 in a header, 0 … 4095 with EDNS.
    public let rawValue: UInt16

    /// The response code with this number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// No error: the question was answered, perhaps with nothing.
    public static let noError = ResponseCode(rawValue: 0)
    /// FORMERR: the server could not read the query.
    public static let formatError = ResponseCode(rawValue: 1)
    /// SERVFAIL: the server could not process the query.
    public static let serverFailure = ResponseCode(rawValue: 2)
    /// NXDOMAIN: the name does not exist.
    public static let nonExistentDomain = ResponseCode(rawValue: 3)
    /// NOTIMP: the server does not support this kind of query.
    public static let notImplemented = ResponseCode(rawValue: 4)
    /// REFUSED: the server will not answer this query.
    public static let refused = ResponseCode(rawValue: 5)
  }
}
