extension DNS {
  /// What an OPT record says about the message that it is in, and about its sender.
  ///
  /// Source: [RFC 6891 §6.1](https://www.rfc-editor.org/rfc/rfc6891#section-6.1).
  public struct EDNS: Hashable, Sendable {
    /// The least payload size that means anything: every message may have so many bytes without EDNS.
    public static let minimumPayloadSize: UInt16 = 512  // RFC 6891 §6.2.3

    /// One option: a code and data that only the code explains (RFC 6891 §6.1.2).
    public struct Option: Hashable, Sendable {
      /// COOKIE (RFC 7873 §4).
      public static let cookie: UInt16 = 10

      /// OPTION-CODE.
      public var code: UInt16
      /// OPTION-DATA.
      public var data: [UInt8]

      /// An option.
      public init(code: UInt16, data: [UInt8]) {
        self.code = code
        self.data = data
      }
    }

    /// The bytes that the sender can take in one UDP message.
    public var payloadSize: UInt16
    /// EXTENDED-RCODE: the upper eight of the response code's twelve bits.
    public var upperResponseCode: UInt8
    /// VERSION: 0 today.
    public var version: UInt8
    /// DO: the sender would like DNSSEC's records (RFC 3225).
    public var dnssecOK: Bool
    /// The options in their order; a code may occur twice.
    public var options: [Option]

    /// What an OPT record says; what is left out is zero, and the payload size 1232.
    public init(
      payloadSize: UInt16 = 1232, upperResponseCode: UInt8 = 0, version: UInt8 = 0, dnssecOK: Bool = false,
      options: [Option] = []
    ) {
      self.payloadSize = payloadSize
      self.upperResponseCode = upperResponseCode
      self.version = version
      self.dnssecOK = dnssecOK
      self.options = options
    }
  }

  /// What is wrong with the EDNS of a message; a server answers each with FORMERR.
  public enum EDNSError: Error, Hashable, Sendable {
    /// There are so many OPT records, and one is the most (RFC 6891 §6.1.1).
    case severalOPT(Int)
    /// The owner of the OPT record is this name, and must be the root (RFC 6891 §6.1.2).
    case ownerNotRoot(Name)
    /// The option that begins at this offset of the OPT record's data is not there in full.
    case optionCutShort(at: Int)
    /// An option to be written has this many octets of data; its length has sixteen bits.
    case optionTooLong(Int)
  }
}
