extension DNS {
  /// What stands before a record's data, and where the data lies.
  ///
  /// Source: [RFC 1035 §4.1.3](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.3).
  public struct RecordHead: Hashable, Sendable {
    /// NAME: the owner of the record.
    public var name: Name
    /// TYPE: what the data means.
    public var type: RecordType
    /// CLASS: whose data it is.
    public var recordClass: RecordClass
    /// TTL: seconds that the record may be kept, all 32 bits as they came.
    public var ttl: UInt32
    /// The bytes of the message that are the data; RDLENGTH is their number.
    public var dataRange: Range<Int>

    /// A record's head.
    public init(name: Name, type: RecordType, recordClass: RecordClass, ttl: UInt32, dataRange: Range<Int>) {
      self.name = name
      self.type = type
      self.recordClass = recordClass
      self.ttl = ttl
      self.dataRange = dataRange
    }
  }

  /// An entry of the answer, authority or additional section.
  ///
  /// Source: [RFC 1035 §4.1.3](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.3).
  public struct ResourceRecord: Hashable, Sendable {
    /// NAME: the owner of the record.
    public var name: Name
    /// CLASS: whose data it is.
    public var recordClass: RecordClass
    /// TTL: seconds that the record may be kept.
    public var ttl: UInt32
    /// RDATA: what the record says.
    public var data: RecordData
    /// TYPE: what the data means.
    public var type: RecordType { data.type }

    /// A record with this data.
    public init(name: Name, recordClass: RecordClass = .internet, ttl: UInt32, data: RecordData) {
      self.name = name
      self.recordClass = recordClass
      self.ttl = ttl
      self.data = data
    }
  }

  /// What is wrong with a record's data.
  public enum RecordError: Error, Hashable, Sendable {
    /// The data goes on at this offset of the message, after all that its type asks for.
    case dataLeftOver(at: Int)
    /// A character string to be written has this many octets; its length is one octet (RFC 1035 §3.3).
    case stringTooLong(Int)
    /// Data to be written has this many octets; RDLENGTH has sixteen bits.
    case dataTooLong(Int)
  }
}
