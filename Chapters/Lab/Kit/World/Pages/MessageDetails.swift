import DNSMessages
import PostRoad

/// A DNS message of a trace, with the names of chapter 1's fields, and its octets.
enum MessageDetails {
  static func html(_ arrow: WorldTrace.Arrow) -> String? {
    guard !arrow.bytes.isEmpty else { return nil }
    let title = "\(arrow.time) ms, \(arrow.from) > \(arrow.to): \(arrow.text)"
    return """
      <details><summary>\(Markup.escaped(title))</summary>
      <pre>\(Markup.escaped(fields(bytes(arrow.bytes)) + dump(arrow.bytes)))</pre></details>

      """
  }

  private static func bytes(_ digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count - values.count % 2, by: 2).map {
      UInt8(values[$0] << 4 | values[$0 + 1])
    }
  }

  private static func fields(_ bytes: [UInt8]) -> String {
    guard let message = try? parseMessage(bytes) else { return "" }
    let header = message.header
    let flags = [
      ("QR", header.isResponse), ("AA", header.isAuthoritative), ("TC", header.isTruncated),
      ("RD", header.recursionDesired), ("RA", header.recursionAvailable),
    ].filter(\.1).map(\.0).joined(separator: " ")
    let counts =
      "\(message.questions.count) \(message.answers.count) \(message.authorities.count) \(message.additionals.count)"
    let id = String(header.id, radix: 16)
    let questions = message.questions.map { "question    \(DNSTold.question($0))\n" }.joined()
    let sections = [
      ("answer", message.answers), ("authority", message.authorities), ("additional", message.additionals),
    ]
    let records = sections.flatMap { name, records in
      records.map { record in
        "\(name)\(String(repeating: " ", count: 12 - name.count))\(DNSTold.name(record.name)) \(record.type == .opt ? "OPT" : "\(record.ttl) s") \(data(record))\n"
      }
    }
    return
      "ID 0x\(String(repeating: "0", count: 4 - id.count))\(id)   flags \(flags.isEmpty ? "none" : flags)   "
      + "RCODE \(header.responseCode.rawValue)   counts \(counts)\n" + questions + records.joined() + "\n"
  }

  private static func data(_ record: DNS.ResourceRecord) -> String {
    switch record.data {
    case .a(let address): "A \((try? ipv4Text(address)) ?? "")"
    case .ns(let name): "NS \(DNSTold.name(name))"
    case .cname(let name): "CNAME \(DNSTold.name(name))"
    case .soa: "SOA"
    default: record.type == .opt ? "" : "TYPE\(record.type.rawValue)"
    }
  }

  /// Sixteen octets a row, each row with the place of its first one.
  private static func dump(_ digits: String) -> String {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 32).map { start in
      let row = digits[start..<min(start + 32, digits.count)]
      let pairs = stride(from: row.startIndex, to: row.endIndex, by: 2).map {
        String(row[$0..<min($0 + 2, row.endIndex)])
      }
      let offset = String(start / 2, radix: 16)
      return "\(String(repeating: "0", count: 4 - offset.count))\(offset)  \(pairs.joined(separator: " "))\n"
    }.joined()
  }
}
