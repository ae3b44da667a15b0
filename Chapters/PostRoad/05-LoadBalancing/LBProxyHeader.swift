extension LB {
  /// What a PROXY header tells about a connection that a proxy passes on.
  public struct ProxyHeader: Hashable, Sendable {
    /// The most bytes of a line of version 1, with its CRLF.
    public static let longestLine = 107  // proxy-protocol.txt §2.1: the worst case of UNKNOWN
    /// What version 2 begins with.
    public static let signature: [UInt8] = [
      0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    /// The bytes of the header; the client's own begin behind them.
    public var length: Int
    /// The two ends of the client's connection, or nil when the header tells none: then those of the connection it came
    /// on are the right ones.
    public var source: Endpoint?
    public var destination: Endpoint?

    public init(length: Int, source: Endpoint? = nil, destination: Endpoint? = nil) {
      self.length = length
      self.source = source
      self.destination = destination
    }
  }

  /// Why bytes are not a PROXY header.
  public enum ProxyError: Error, Hashable, Sendable {
    /// All bytes so far are right, and the header is not complete: read on.
    case incomplete
    /// Neither version begins like this.
    case noHeader
    /// Version 1: no CRLF within `ProxyHeader.longestLine` bytes.
    case lineTooLong
    /// Version 1: the line is not built as it should be.
    case badLine
    /// Version 2: the 13th byte has another version than 2, or an unknown command.
    case badCommand(UInt8)
    /// Version 2: the 14th byte has an unknown family or transport.
    case badFamily(UInt8)
    /// Version 2: the length has no room for the addresses.
    case lengthTooSmall(Int)
  }
}

extension LB.Endpoint {
  /// An address and a port as they are written in a line of the PROXY protocol, or nil when they are not: four decimal
  /// numbers without leading zeros for IPv4; for IPv6 groups of up to four hexadecimal digits, `::` at most once; a port
  /// without leading zeros.
  public init?(address: Substring, port: Substring, isIPv6: Bool) {
    guard let number = UInt16(decimal: port) else { return nil }
    guard let bytes = isIPv6 ? Self.ipv6(address) : Self.ipv4(address) else { return nil }
    self.init(bytes, port: number)
  }

  private static func ipv4(_ text: Substring) -> [UInt8]? {
    let bytes = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8(decimal: $0) }
    return bytes.count == 4 && text.filter { $0 == "." }.count == 3 ? bytes : nil
  }

  private static func ipv6(_ text: Substring) -> [UInt8]? {
    var halves = [text]
    for place in text.indices.dropLast() where text[place...].hasPrefix("::") {
      halves = [text[..<place], text[text.index(place, offsetBy: 2)...]]
      break
    }
    var groups: [[UInt16]] = []
    for half in halves {
      let words =
        half.isEmpty && halves.count == 2 ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
      let values = words.compactMap { word in
        (1...4).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isHexDigit }
          ? UInt16(word, radix: 16) : nil
      }
      guard values.count == words.count else { return nil }
      groups.append(values)
    }
    let written = groups.reduce(0) { $0 + $1.count }
    guard halves.count == 2 ? written < 8 : written == 8 else { return nil }
    let all = groups[0] + Array(repeating: 0, count: 8 - written) + (groups.count == 2 ? groups[1] : [])
    return all.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}

extension FixedWidthInteger {
  /// Digits alone, and no leading zero.
  fileprivate init?(decimal text: Substring) {
    guard text.allSatisfy({ ("0"..."9").contains($0) }), text == "0" || !text.hasPrefix("0") else {
      return nil
    }
    self.init(text, radix: 10)
  }
}
