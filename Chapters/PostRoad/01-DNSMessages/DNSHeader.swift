extension DNS {
  /// The first twelve bytes of every DNS message: who asks, what kind of message it is, and how many
  /// entries each of its four sections holds.
  ///
  /// Source: [RFC 1035 §4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1), with the bits that
  /// were given a meaning later as drawn in [RFC 6895 §2](https://www.rfc-editor.org/rfc/rfc6895#section-2).
  public struct Header: Hashable, Sendable {
    /// The length of a header in bytes: six words of sixteen bits.
    public static let length = 12  // RFC 1035 §4.1.1

    /// ID: chosen by the one who asks, copied into the reply.
    public var id: UInt16
    /// QR: false in a query, true in a response.
    public var isResponse: Bool
    /// OPCODE: the kind of query.
    public var opcode: Opcode
    /// AA: the server is an authority for the name in the question.
    public var isAuthoritative: Bool
    /// TC: the message was cut to fit its transport.
    public var isTruncated: Bool
    /// RD: the one who asks would like the server to pursue the query recursively.
    public var recursionDesired: Bool
    /// RA: the server offers recursion.
    public var recursionAvailable: Bool
    /// Z: reserved; zero in all queries and responses of today, kept as it came.
    public var reservedBit: Bool
    /// AD: the data was authenticated with DNSSEC (RFC 4035 §3.2.3).
    public var isAuthenticData: Bool
    /// CD: the one who asks will do the DNSSEC checks itself (RFC 4035 §3.2.2).
    public var checkingDisabled: Bool
    /// RCODE: how the query went; the low four bits of it, before EDNS adds more.
    public var responseCode: ResponseCode
    /// QDCOUNT: entries in the question section.
    public var questionCount: UInt16
    /// ANCOUNT: resource records in the answer section.
    public var answerCount: UInt16
    /// NSCOUNT: resource records in the authority section.
    public var authorityCount: UInt16
    /// ARCOUNT: resource records in the additional section.
    public var additionalCount: UInt16

    /// A header with these fields; what is left out is zero.
    public init(
      id: UInt16 = 0, isResponse: Bool = false, opcode: Opcode = .query, isAuthoritative: Bool = false,
      isTruncated: Bool = false, recursionDesired: Bool = false, recursionAvailable: Bool = false,
      reservedBit: Bool = false, isAuthenticData: Bool = false, checkingDisabled: Bool = false,
      responseCode: ResponseCode = .noError, questionCount: UInt16 = 0, answerCount: UInt16 = 0,
      authorityCount: UInt16 = 0, additionalCount: UInt16 = 0
    ) {
      self.id = id
      self.isResponse = isResponse
      self.opcode = opcode
      self.isAuthoritative = isAuthoritative
      self.isTruncated = isTruncated
      self.recursionDesired = recursionDesired
      self.recursionAvailable = recursionAvailable
      self.reservedBit = reservedBit
      self.isAuthenticData = isAuthenticData
      self.checkingDisabled = checkingDisabled
      self.responseCode = responseCode
      self.questionCount = questionCount
      self.answerCount = answerCount
      self.authorityCount = authorityCount
      self.additionalCount = additionalCount
    }
  }
}
