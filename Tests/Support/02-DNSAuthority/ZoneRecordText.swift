import PostRoad
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A name as servers print it: every octet that is no letter, digit, `-`, `_`, `*` or `/` as `\046`.
public func nameText(_ name: DNS.Name) -> String {
  guard !name.labels.isEmpty else { return "." }
  func text(_ octet: UInt8) -> String {
    switch octet {
    case 0x2A, 0x2D, 0x2F...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: String(UnicodeScalar(octet))
    default: "\\" + String(1000 + Int(octet)).dropFirst()
    }
  }
  return name.labels.map { $0.map(text).joined() + "." }.joined()
}

extension DNS.ResourceRecord {
  /// `www.postroad.example. 3600 A 192.0.2.80`, with the case of its names.
  public var zoneLine: String {
    let other = recordClass == .internet ? "" : "CLASS\(recordClass.rawValue) "
    return "\(nameText(name)) \(ttl) \(other)\(type.zoneWord) \(data.zoneText)"
  }
}

extension DNS.RecordType {
  /// As in a message, and `DS`, which a zone file may hold at a cut.
  public var zoneWord: String { self == .ds ? "DS" : told }
}

extension DNS.RecordData {
  /// What comes after the type in a zone file.
  public var zoneText: String {
    switch self {
    case .a(let address): addressText(UInt128(address.rawValue), octets: 4)
    case .aaaa(let address): addressText(address.rawValue, octets: 16)
    case .cname(let name), .ns(let name), .ptr(let name): nameText(name)
    case .mx(let preference, let exchange): "\(preference) \(nameText(exchange))"
    case .txt(let strings): strings.map { "\"" + $0.map(Self.text).joined() + "\"" }.joined(separator: " ")
    case .soa(let soa):
      "\(nameText(soa.primary)) \(nameText(soa.responsible)) \(soa.serial) \(soa.refresh) \(soa.retry) \(soa.expire) \(soa.minimum)"
    case .srv(let priority, let weight, let port, let target):
      "\(priority) \(weight) \(port) \(nameText(target))"
    case .opaque(_, let octets): octets.isEmpty ? "\\# 0" : "\\# \(octets.count) \(hex(octets))"
    }
  }

  private static func text(_ octet: UInt8) -> String {
    (0x20...0x7E).contains(octet) && octet != 0x22 && octet != 0x5C
      ? String(UnicodeScalar(octet)) : "\\" + String(1000 + Int(octet)).dropFirst()
  }
}

/// An address as the C library prints it.
private func addressText(_ number: UInt128, octets count: Int) -> String {
  let octets = (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt128(8 * (count - 1 - $0))) }
  var text = [CChar](repeating: 0, count: 64)
  inet_ntop(count == 4 ? AF_INET : AF_INET6, octets, &text, 64)
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
