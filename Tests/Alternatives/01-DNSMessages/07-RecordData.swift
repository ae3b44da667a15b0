import PostRoad

/// Reads by a table: for each type the widths of its numbers and how many names are among them. One loop reads, and a
/// closure of the table makes the data.
public func readData(_ head: DNS.RecordHead, in message: [UInt8]) throws -> DNS.RecordData {
  let isInternet = head.recordClass == .internet
  guard isInternet || !head.dataRange.isEmpty, let form = forms[head.type], isInternet || form.anyClass else {
    return .opaque(head.type, Array(message[head.dataRange]))
  }
  // Pointers lead back, so nothing after the data is ever needed.
  let visible = Array(message.prefix(head.dataRange.upperBound))
  var position = head.dataRange.lowerBound
  var parts = Parts()
  for item in form.items {
    switch item {
    case .number(let width): parts.numbers.append(try take(width).reduce(0) { $0 << 8 | UInt128($1) })
    case .name: parts.names.append(try readName(visible, at: &position))
    case .strings:
      repeat {
        let count = try take(1).reduce(0) { $0 + Int($1) }
        parts.strings.append(Array(try take(count)))
      } while position < visible.count
    }
  }
  guard position == visible.count else { throw DNS.RecordError.dataLeftOver(at: position) }
  return form.make(parts)

  func take(_ count: Int) throws -> ArraySlice<UInt8> {
    let octets = visible.dropFirst(position).prefix(count)
    guard octets.count == count else { throw DNS.MessageError.truncated(at: visible.count) }
    position += count
    return octets
  }
}

private enum Item: Sendable {
  case number(Int)
  case name
  case strings
}

private struct Parts {
  var numbers: [UInt128] = []
  var names: [DNS.Name] = []
  var strings: [[UInt8]] = []

  func word(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: numbers[index]) }
  func long(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: numbers[index]) }
}

private struct Form: Sendable {
  var items: [Item]
  /// Whether the form holds outside IN, too.
  var anyClass = true
  var make: @Sendable (Parts) -> DNS.RecordData
}

private let forms: [DNS.RecordType: Form] = [
  .a: Form(items: [.number(4)], anyClass: false) { .a(DNS.IPv4Address(rawValue: $0.long(0))) },
  .aaaa: Form(items: [.number(16)], anyClass: false) { .aaaa(DNS.IPv6Address(rawValue: $0.numbers[0])) },
  .cname: Form(items: [.name]) { .cname($0.names[0]) },
  .ns: Form(items: [.name]) { .ns($0.names[0]) },
  .ptr: Form(items: [.name]) { .ptr($0.names[0]) },
  .mx: Form(items: [.number(2), .name]) { .mx(preference: $0.word(0), exchange: $0.names[0]) },
  .txt: Form(items: [.strings]) { .txt($0.strings) },
  .soa: Form(items: [.name, .name] + Array(repeating: .number(4), count: 5)) {
    .soa(
      DNS.StartOfAuthority(
        primary: $0.names[0], responsible: $0.names[1], serial: $0.long(0), refresh: $0.long(1),
        retry: $0.long(2), expire: $0.long(3), minimum: $0.long(4)))
  },
  .srv: Form(items: [.number(2), .number(2), .number(2), .name], anyClass: false) {
    .srv(priority: $0.word(0), weight: $0.word(1), port: $0.word(2), target: $0.names[0])
  },
]
