extension DNS {
  /// RDATA: what a record says. Its type says how to read it.
  ///
  /// Source: [RFC 1035 §3.3, §3.4](https://www.rfc-editor.org/rfc/rfc1035#section-3.3),
  /// [RFC 3596 §2.2](https://www.rfc-editor.org/rfc/rfc3596#section-2.2) (AAAA),
  /// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782) (SRV),
  /// [RFC 3597 §3](https://www.rfc-editor.org/rfc/rfc3597#section-3) (all the others).
  public enum RecordData: Hashable, Sendable {
    /// A: an IPv4 address.
    case a(IPv4Address)
    /// AAAA: an IPv6 address.
    case aaaa(IPv6Address)
    /// CNAME: the name that the owner is an alias of.
    case cname(Name)
    /// NS: the name of a server that is an authority for the owner.
    case ns(Name)
    /// PTR: some other name.
    case ptr(Name)
    /// MX: a mail exchange; the lower preference is tried first.
    case mx(preference: UInt16, exchange: Name)
    /// TXT: one or more strings of up to 255 octets, which need not be text.
    case txt([[UInt8]])
    /// SOA: the start of a zone.
    case soa(StartOfAuthority)
    /// SRV: where a service is offered.
    case srv(priority: UInt16, weight: UInt16, port: UInt16, target: Name)
    /// Any other type, or data that the type does not explain: the octets as they came.
    case opaque(RecordType, [UInt8])

    /// The type that a record with this data has.
    public var type: RecordType {
      switch self {
      case .a: .a
      case .aaaa: .aaaa
      case .cname: .cname
      case .ns: .ns
      case .ptr: .ptr
      case .mx: .mx
      case .txt: .txt
      case .soa: .soa
      case .srv: .srv
      case .opaque(let type, _): type
      }
    }
  }

  /// The data of an SOA record.
  ///
  /// Source: [RFC 1035 §3.3.13](https://www.rfc-editor.org/rfc/rfc1035#section-3.3.13).
  public struct StartOfAuthority: Hashable, Sendable {
    /// MNAME: the primary server of the zone.
    public var primary: Name
    /// RNAME: who is responsible; the first label is the part before the @.
    public var responsible: Name
    /// SERIAL: the version of the zone.
    public var serial: UInt32
    /// REFRESH: seconds until a secondary looks for a new version.
    public var refresh: UInt32
    /// RETRY: seconds until it tries again after a failure.
    public var retry: UInt32
    /// EXPIRE: seconds after which it stops answering when all tries failed.
    public var expire: UInt32
    /// MINIMUM: seconds that a negative answer may be kept (RFC 2308 §4).
    public var minimum: UInt32

    /// A zone's start; seven fields, in the order of the wire.
    public init(
      primary: Name, responsible: Name, serial: UInt32, refresh: UInt32, retry: UInt32, expire: UInt32,
      minimum: UInt32
    ) {
      self.primary = primary
      self.responsible = responsible
      self.serial = serial
      self.refresh = refresh
      self.retry = retry
      self.expire = expire
      self.minimum = minimum
    }
  }
}
