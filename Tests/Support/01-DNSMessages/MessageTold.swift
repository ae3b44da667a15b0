import PostRoad
import TestSupport

extension DNS.Message {
  /// Every entry in dnspython's words, OPT records as any other type, as `WireMessage.entries` has them.
  public var entries: [String] {
    questions.map { "question " + $0.told }
      + [("answer", answers), ("authority", authorities), ("additional", additionals)].flatMap {
        title, list in
        list.map { "\(title) \($0.told)" }
      }
  }

  /// The entries without OPT records, as `WireMessage.told` has them.
  public var told: [String] {
    var others = self
    for section in [\DNS.Message.answers, \.authorities, \.additionals] {
      others[keyPath: section].removeAll { $0.type == .opt }
    }
    return others.entries
  }
}

extension DNS.Question {
  /// `www.postroad.example. IN A`
  public var told: String { "\(plainText(name)) \(recordClass.told) \(type.told)" }
}

extension DNS.ResourceRecord {
  /// `www.postroad.example. 3600 IN A 192.0.2.80`
  public var told: String { "\(plainText(name)) \(ttl) \(recordClass.told) \(type.told) \(data.told)" }
}

extension DNS.RecordClass {
  /// `IN`, or `CLASS4096` (RFC 3597 §5)
  public var told: String {
    switch self {
    case .internet: "IN"
    case .chaos: "CH"
    case .none: "NONE"
    case .any: "ANY"
    default: "CLASS\(rawValue)"
    }
  }
}

extension DNS.RecordData {
  /// What stands behind the type in a zone file.
  public var told: String {
    switch self {
    case .a(let address): plainAddress(plainOctets(of: address.rawValue))
    case .aaaa(let address): plainAddress(plainOctets(of: address.rawValue))
    case .cname(let name), .ns(let name), .ptr(let name): plainText(name)
    case .mx(let preference, let exchange): "\(preference) \(plainText(exchange))"
    case .txt(let strings): strings.map(plainString).joined(separator: " ")
    case .soa(let soa):
      "\(plainText(soa.primary)) \(plainText(soa.responsible)) \(soa.serial) \(soa.refresh) \(soa.retry) "
        + "\(soa.expire) \(soa.minimum)"
    case .srv(let priority, let weight, let port, let target):
      "\(priority) \(weight) \(port) \(plainText(target))"
    case .opaque(_, let octets):
      "\\# \(octets.count) \(hex(octets).filter { $0 != " " })".trimmingLast
    }
  }
}

extension String {
  /// Without a space at its end.
  fileprivate var trimmingLast: String { hasSuffix(" ") ? String(dropLast()) : self }
}
