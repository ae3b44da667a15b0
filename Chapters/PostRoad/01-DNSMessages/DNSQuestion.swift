extension DNS {
  /// An entry of the question section.
  ///
  /// Source: [RFC 1035 §4.1.2](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.2).
  public struct Question: Hashable, Sendable {
    /// QNAME: the name that is asked for.
    public var name: Name
    /// QTYPE: the type of records that are asked for.
    public var type: RecordType
    /// QCLASS: their class.
    public var recordClass: RecordClass

    /// A question for these records.
    public init(name: Name, type: RecordType, recordClass: RecordClass = .internet) {
      self.name = name
      self.type = type
      self.recordClass = recordClass
    }
  }
}
