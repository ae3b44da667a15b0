extension DNS {
  /// TYPE: what a record's data means (RFC 1035 §3.2.2). Any number can be asked for, also the pseudo-types.
  public struct RecordType: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// The type with this number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// An IPv4 address.
    public static let a = RecordType(rawValue: 1)
    /// An authority for the zone.
    public static let ns = RecordType(rawValue: 2)
    /// The name that this one is an alias of.
    public static let cname = RecordType(rawValue: 5)
    /// The start of a zone of authority.
    public static let soa = RecordType(rawValue: 6)
    /// A pointer to another name, as from an address to a host.
    public static let ptr = RecordType(rawValue: 12)
    /// A mail exchange.
    public static let mx = RecordType(rawValue: 15)
    /// Character strings.
    public static let txt = RecordType(rawValue: 16)
    /// An IPv6 address (RFC 3596 §2.1).
    public static let aaaa = RecordType(rawValue: 28)
    /// Where a service is offered (RFC 2782).
    public static let srv = RecordType(rawValue: 33)
    /// EDNS: no data of a zone, but a part of the message (RFC 6891 §6.1.1).
    public static let opt = RecordType(rawValue: 41)
    /// In a question only: any type (RFC 1035 §3.2.3, RFC 8482).
    public static let any = RecordType(rawValue: 255)
  }

  /// CLASS: whose data it is (RFC 1035 §3.2.4).
  public struct RecordClass: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// The class with this number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// IN, the Internet.
    public static let internet = RecordClass(rawValue: 1)
    /// CH, Chaosnet: today the place where servers tell their version.
    public static let chaos = RecordClass(rawValue: 3)
    /// NONE, in an update: no such record (RFC 2136 §1.3).
    public static let none = RecordClass(rawValue: 254)
    /// ANY, in a question or an update.
    public static let any = RecordClass(rawValue: 255)
  }
}
