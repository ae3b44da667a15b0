/// Reads one value of JSON (RFC 8259).
struct JSONReader {
  struct Failure: Error, Hashable {
    /// Where it is not JSON any more, counted in octets from 0.
    let offset: Int
  }

  /// Deeper values are refused, so that no text makes the reader run out of stack.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var place = 0

  static func value(_ text: some StringProtocol) throws -> JSONValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.value(depth: 0)
    reader.skip()
    guard reader.place == reader.bytes.count else { throw Failure(offset: reader.place) }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var failure: Failure { Failure(offset: place) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    let wanted = Array("\(text)".utf8)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth < Self.deepest else { throw failure }
    skip()
    switch next {
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      try list(until: UInt8(ascii: "}")) { reader in
        reader.skip()
        let name = try reader.string()
        reader.skip()
        guard reader.takes(":") else { throw reader.failure }
        members.append(.init(name: name, value: try reader.value(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try list(until: UInt8(ascii: "]")) { elements.append(try $0.value(depth: depth + 1)) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    default: return try plain()
    }
  }

  /// What is between brackets, with commas.
  private mutating func list(until end: UInt8, _ element: (inout JSONReader) throws -> Void) throws {
    place += 1
    skip()
    if next == end {
      place += 1
      return
    }
    while true {
      try element(&self)
      skip()
      guard let byte = next else { throw failure }
      place += 1
      if byte == end { return }
      guard byte == UInt8(ascii: ",") else { throw failure }
    }
  }

  private mutating func plain() throws -> JSONValue {
    if takes("null") { return .null }
    if takes("true") { return .bool(true) }
    if takes("false") { return .bool(false) }
    let digits = bytes[place...].prefix { "+-.0123456789eE".utf8.contains($0) }
    guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else { throw failure }
    place += digits.count
    return .number(number)
  }

  private mutating func string() throws -> String {
    guard takes("\"") else { throw failure }
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped().utf8
      case 0..<0x20: throw failure
      default: text.append(byte)
      }
    }
    throw failure
  }

  private mutating func escaped() throws -> String {
    guard let byte = next else { throw failure }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
    case UInt8(ascii: "u"):
      let digits = bytes[place...].prefix(4)
      guard digits.count == 4, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = UnicodeScalar(number)
      else { throw failure }
      place += 4
      return String(scalar)
    default: throw failure
    }
  }
}
