import PostRoad

extension DNS.RecordType {
  /// `MX`, or `TYPE65280` (RFC 3597 §5)
  public var told: String {
    switch self {
    case .a: "A"
    case .ns: "NS"
    case .cname: "CNAME"
    case .soa: "SOA"
    case .ptr: "PTR"
    case .mx: "MX"
    case .txt: "TXT"
    case .aaaa: "AAAA"
    case .srv: "SRV"
    default: "TYPE\(rawValue)"
    }
  }
}
