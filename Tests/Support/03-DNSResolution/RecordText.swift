import PostRoad

/// The name of these labels; a dot at the end changes nothing, `.` is the root.
public func name(_ text: some StringProtocol) -> DNS.Name {
  DNS.Name(labels: text.split(separator: ".").map { Array($0.utf8) })
}

/// Records as a zone file has them, a line each: `www.postroad.example. 300 A 192.0.2.80`.
///
/// An SOA record is written with its MINIMUM alone, `postroad.example. 3600 SOA 300`; the rest of it is always the same. Any
/// other type is `TYPE43` with its octets as text.
public func records(_ text: String) -> [DNS.ResourceRecord] {
  text.split(separator: "\n").map { record(String($0)) }
}

/// One record: `www.postroad.example. 300 A 192.0.2.80`.
public func record(_ line: String) -> DNS.ResourceRecord {
  let words = line.split(separator: " ")
  guard words.count >= 4, let ttl = UInt32(words[1]) else { fatalError("not a record: \(line)") }
  return DNS.ResourceRecord(
    name: name(words[0]), ttl: ttl, data: data(of: words[2], Array(words[3...]), owner: name(words[0])))
}

private func data(of type: Substring, _ words: [Substring], owner: DNS.Name) -> DNS.RecordData {
  switch type {
  case "NS": return .ns(name(words[0]))
  case "CNAME": return .cname(name(words[0]))
  case "PTR": return .ptr(name(words[0]))
  case "TXT": return .txt(words.map { Array($0.utf8) })
  case "MX": return .mx(preference: UInt16(words[0]) ?? 0, exchange: name(words[1]))
  case "SOA":
    return .soa(
      DNS.StartOfAuthority(
        primary: DNS.Name(labels: [Array("ns".utf8)] + owner.labels),
        responsible: DNS.Name(labels: [Array("warden".utf8)] + owner.labels), serial: 1, refresh: 7_200,
        retry: 900, expire: 1_209_600, minimum: UInt32(words[0]) ?? 0))
  case "A", "AAAA":
    switch address(words[0]) {
    case .v4(let address): return .a(address)
    case .v6(let address): return .aaaa(address)
    }
  default: return .opaque(recordType(type), words.flatMap { Array($0.utf8) })
  }
}

/// The type that a text names: `A`, `DS`, or `TYPE65280` (RFC 3597 §5).
public func recordType(_ text: some StringProtocol) -> DNS.RecordType {
  if let known = typeNames.first(where: { $0.text == text }) { return known.type }
  guard text.hasPrefix("TYPE"), let number = UInt16(text.dropFirst(4)) else { fatalError("no type: \(text)") }
  return DNS.RecordType(rawValue: number)
}

/// The text that names a type.
public func text(_ type: DNS.RecordType) -> String {
  typeNames.first { $0.type == type }?.text ?? "TYPE\(type.rawValue)"
}

private let typeNames: [(text: String, type: DNS.RecordType)] = [
  ("A", .a), ("NS", .ns), ("CNAME", .cname), ("SOA", .soa), ("PTR", .ptr), ("MX", .mx), ("TXT", .txt),
  ("AAAA", .aaaa), ("SRV", .srv), ("DS", DNS.RecordType.ds), ("ANY", .any),
]

/// A record as `record(_:)` reads it.
public func text(_ record: DNS.ResourceRecord) -> String {
  let data =
    switch record.data {
    case .a(let address): text(Resolver.Address.v4(address))
    case .aaaa(let address): text(Resolver.Address.v6(address))
    case .ns(let name), .cname(let name), .ptr(let name): "\(name)"
    case .txt(let strings): strings.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .soa(let soa): "\(soa.minimum)"
    case .srv(let priority, let weight, let port, let target): "\(priority) \(weight) \(port) \(target)"
    case .opaque(_, let octets): String(decoding: octets, as: UTF8.self)
    }
  return "\(record.name) \(record.ttl) \(text(record.type)) \(data)"
}

/// Records as `records(_:)` reads them, a line each.
public func lines(_ records: [DNS.ResourceRecord]) -> [String] { records.map { text($0) } }

/// The question that a text asks: `www.postroad.example. A`.
public func question(_ line: String) -> DNS.Question {
  let words = line.split(separator: " ")
  return DNS.Question(name: name(words[0]), type: recordType(words[1]))
}

/// A question as `question(_:)` reads it.
public func text(_ question: DNS.Question) -> String { "\(question.name) \(text(question.type))" }
