import TestSupport

/// A whole message that went over the wire between dig and a real server, and what others read in it.
public struct WireMessage: CustomStringConvertible, Sendable {
  /// Who was asked, with the version: `Knot 3.2.6`.
  public let sender: String
  /// `query`, what dig asked, or `reply`, what the server said.
  public let direction: String
  /// `udp` or `tcp`; the length before a message over TCP is not kept.
  public let transport: String
  /// dig's arguments: the name and the type that were asked for, and its options.
  public let question: String
  /// The whole message.
  public let bytes: [UInt8]
  /// Every entry as dnspython wrote it, and dig agreed: `answer www.postroad.example. 3600 IN A 192.0.2.80`.
  /// EDNS is told apart, in a line that begins with `edns`.
  public let told: [String]

  /// All of them.
  public static let all = nsd + knot + bind

  /// The lines about this part of the message, without their first word.
  public func told(_ part: String) -> [String] {
    told.filter { $0.hasPrefix(part + " ") }.map { String($0.dropFirst(part.count + 1)) }
  }

  /// Every entry, with the OPT record that the line `edns` is about in the form of any other (RFC 6891 §6.1).
  public var entries: [String] {
    told.map { line in
      guard line.hasPrefix("edns ") else { return line }
      let fields = line.split(separator: " ").dropFirst().map { $0.split(separator: "=").map(String.init) }
      let number = Dictionary(uniqueKeysWithValues: fields.map { ($0[0], UInt32($0[1]) ?? 0) })
      let (code, version) = (number["rcode", default: 0], number["version", default: 0])
      let ttl = (code >> 4) << 24 | version << 16 | number["do", default: 0] << 15
      let data = fields.dropFirst(4).map { field in
        let option = [UInt16(field[0]) ?? 0, UInt16(field[1].count / 2)].flatMap { plainOctets(of: $0) }
        return hex(option).filter { $0 != " " } + field[1]
      }.joined()
      let payload = "CLASS\(number["payload", default: 0])"
      return "additional . \(ttl) \(payload) TYPE41 \\# \(data.count / 2)" + (data.isEmpty ? "" : " " + data)
    }
  }

  public var description: String { "the \(direction) of \(sender) over \(transport) for `\(question)`" }

  /// The messages in a recording: each begins with `@`, then come its bytes, then its entries.
  static func read(sender: String, _ recording: String) -> [WireMessage] {
    let lines = recording.split(separator: "\n").map(String.init)
    let starts = lines.indices.filter { lines[$0].hasPrefix("@") }
    return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
      let words = lines[start].split(separator: " ", maxSplits: 3).map(String.init)
      let told = lines[(start + 1)..<end].drop { $0.prefix(4).allSatisfy(\.isHexDigit) }
      let hex = lines[(start + 1)..<(end - told.count)].joined()
      return WireMessage(
        sender: sender, direction: words[1], transport: words[2], question: words[3],
        bytes: TestSupport.bytes(hex: hex), told: Array(told))
    }
  }
}
