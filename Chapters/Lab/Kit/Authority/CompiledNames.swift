import DNSMessages
import PostRoad

/// All names that records mention, as owners or in their data, and all names above them.
///
/// What a zone says of a name that is none of these depends on the nearest of them above it, and on the type: no cut, wildcard or alias
/// is nearer, and no name of the answer has more in common with the one that was asked.
struct CompiledNames {
  /// A name as it is on the wire, in lower case.
  struct WireName: Hashable {
    let octets: [UInt8]

    func hash(into hasher: inout Hasher) { octets.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// The name's number, and whether it is the one that was asked, or above it.
  struct Place: Hashable {
    let number: Int
    let isExact: Bool
  }

  private var numbers: [WireName: Int] = [:]
  private(set) var names: [WireName] = []
  /// The octets of the longest.
  private var longest = 0

  init(_ records: [DNS.ResourceRecord]) throws {
    try add(.root)
    for record in records {
      try add(record.name)
      switch record.data {
      case .cname(let name), .ns(let name), .ptr(let name), .mx(_, let name), .srv(_, _, _, let name):
        try add(name)
      case .soa(let soa):
        try add(soa.primary)
        try add(soa.responsible)
      case .a, .aaaa, .txt, .opaque: break
      }
    }
  }

  private mutating func add(_ name: DNS.Name) throws {
    for count in 0...name.labels.count {
      let octets = try writeLabels(DNS.Name(labels: name.labels.suffix(count)))
      let known = WireName(octets: octets.map(Self.lowercased))
      guard numbers[known] == nil else { continue }
      numbers[known] = names.count
      names.append(known)
      longest = max(longest, octets.count)
    }
  }

  /// Whether a label is directly below a name.
  func contains(_ label: [UInt8], below name: WireName) -> Bool {
    numbers[WireName(octets: [UInt8(label.count)] + label + name.octets)] != nil
  }

  /// The nearest name, at or above the one that is in these octets of a message.
  func nearest(to name: Range<Int>, in message: [UInt8]) -> Place {
    var start = name.lowerBound
    while true {
      // What is longer than the longest is none of them.
      if name.upperBound - start <= longest {
        let candidate = WireName(octets: message[start..<name.upperBound].map(Self.lowercased))
        if let number = numbers[candidate] {
          return Place(number: number, isExact: start == name.lowerBound)
        }
      }
      start += Int(message[start]) + 1
    }
  }

  /// The octets that a label's length can be, up to 63, are no capital letters (RFC 4343 §3).
  private static func lowercased(_ octet: UInt8) -> UInt8 {
    (0x41...0x5A).contains(octet) ? octet | 0x20 : octet
  }
}
