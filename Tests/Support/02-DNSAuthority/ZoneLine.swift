import PostRoad
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The name of these labels: no escapes, and a dot at the end changes nothing.
public func domain(_ text: String) -> DNS.Name {
  DNS.Name(labels: text.split(separator: ".").map { Array($0.utf8) })
}

/// `www.postroad.example A` as a question.
public func question(_ text: String) -> DNS.Question {
  let words = text.split(separator: " ").map(String.init)
  return DNS.Question(name: domain(words[0]), type: recordType(words[1]))
}

/// The type of this name, or of `TYPE65280`.
public func recordType(_ word: String) -> DNS.RecordType {
  if let number = word.hasPrefix("TYPE") ? UInt16(word.dropFirst(4)) : typeNumbers[word] {
    return DNS.RecordType(rawValue: number)
  }
  fatalError("no type is called \(word)")
}

private let typeNumbers: [String: UInt16] = [
  "A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "PTR": 12, "MX": 15, "TXT": 16, "AAAA": 28, "SRV": 33, "DS": 43,
]

/// Records written a line each: `www 3600 A 192.0.2.80`. A name without a dot at its end is below `origin`, `@` is the origin itself;
/// only words that a test needs are known, and nothing is inherited from the line before.
public func zoneRecords(_ text: String, origin: String) -> [DNS.ResourceRecord] {
  text.split(separator: "\n").map { line in
    var words = line.split(separator: " ").map(String.init)
    func name(_ word: String) -> DNS.Name {
      word == "@" ? domain(origin) : domain(word.hasSuffix(".") ? word : "\(word).\(origin)")
    }
    guard words.count >= 4, let ttl = UInt32(words[1]) else { fatalError("no record: \(line)") }
    let owner = name(words[0])
    let type = words[2]
    words.removeFirst(3)
    return DNS.ResourceRecord(name: owner, ttl: ttl, data: recordData(type, words, name))
  }
}

private func recordData(
  _ type: String, _ words: [String], _ name: (String) -> DNS.Name
) -> DNS.RecordData {
  func number<Number: FixedWidthInteger>(_ index: Int) -> Number {
    Number(words[index]) ?? { fatalError("no number: \(words[index])") }()
  }
  switch type {
  case "A": return .a(DNS.IPv4Address(rawValue: UInt32(addressNumber(words[0]))))
  case "AAAA": return .aaaa(DNS.IPv6Address(rawValue: addressNumber(words[0])))
  case "NS": return .ns(name(words[0]))
  case "CNAME": return .cname(name(words[0]))
  case "PTR": return .ptr(name(words[0]))
  case "MX": return .mx(preference: number(0), exchange: name(words[1]))
  case "SRV": return .srv(priority: number(0), weight: number(1), port: number(2), target: name(words[3]))
  case "TXT":
    let text = words.joined(separator: " ").split(separator: "\"").filter { $0 != " " }
    return .txt(text.map { Array($0.utf8) })
  case "SOA":
    return .soa(
      DNS.StartOfAuthority(
        primary: name(words[0]), responsible: name(words[1]), serial: number(2), refresh: number(3),
        retry: number(4), expire: number(5), minimum: number(6)))
  default: return .opaque(recordType(type), bytes(hex: words.dropFirst(2).joined()))
  }
}

/// The octets of an address as the C library reads them, as a number.
private func addressNumber(_ text: String) -> UInt128 {
  var octets = [UInt8](repeating: 0, count: text.contains(":") ? 16 : 4)
  guard inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &octets) == 1 else {
    fatalError("no address: \(text)")
  }
  return octets.reduce(0) { $0 << 8 | UInt128($1) }
}

/// The address that the C library reads in a text, or nil.
public func addressData(_ text: String) -> DNS.RecordData? {
  var octets = [UInt8](repeating: 0, count: 16)
  if inet_pton(AF_INET, text, &octets) == 1 {
    return .a(DNS.IPv4Address(rawValue: octets.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }))
  }
  guard inet_pton(AF_INET6, text, &octets) == 1 else { return nil }
  return .aaaa(DNS.IPv6Address(rawValue: octets.reduce(0) { $0 << 8 | UInt128($1) }))
}
