import PostRoad
import TestSupport

/// A response in words, compared line by line: the header's flags, then every record but the OPT, of which the owner and the size are told.
public struct MessageText: Equatable, CheckDescribable, Sendable {
  public let lines: [String]

  public init(_ message: DNS.Message) {
    let header = message.header
    let flags = [
      ("QR", header.isResponse), ("AA", header.isAuthoritative), ("TC", header.isTruncated),
      ("RD", header.recursionDesired),
    ].filter(\.1).map { " " + $0.0 }.joined()
    var lines = ["id \(header.id) \(codeText(header.responseCode))\(flags)"]
    lines += message.questions.map { "question \(nameText($0.name)) \($0.type.zoneWord)" }
    lines +=
      message.answers.map { "answer \($0.zoneLine)" } + message.authorities.map { "authority \($0.zoneLine)" }
    self.lines = lines + message.additionals.map { "additional \($0.zoneLine)" }
  }

  public var checkDescription: String {
    lines.count > 24
      ? (lines.prefix(24) + ["… \(lines.count) lines in all"]).joined(separator: "\n")
      : lines.joined(separator: "\n")
  }
}

/// A response and the octets that it may have.
public struct Room: CheckDescribable, Sendable {
  public var response: DNS.Message
  public var limit: Int

  public init(response: DNS.Message, limit: Int) {
    self.response = response
    self.limit = limit
  }

  public var checkDescription: String { "limit \(limit), \(MessageText(response).checkDescription)" }
}

/// A size that is easy to count with: a hundred octets for header and questions, ten for each OPT, a hundred for each other record.
public func roundSize(_ message: DNS.Message) -> Int {
  let records = message.answers + message.authorities + message.additionals
  return records.reduce(100) { $0 + ($1.type == .opt ? 10 : 100) }
}

/// The octets of a message whose names are not compressed.
public func plainSize(_ message: DNS.Message) -> Int {
  func length(_ name: DNS.Name) -> Int { name.labels.reduce(1) { $0 + 1 + $1.count } }
  let questions = message.questions.reduce(0) { $0 + length($1.name) + 4 }
  return (message.answers + message.authorities + message.additionals).reduce(12 + questions) { sum, record in
    let data: Int
    switch record.data {
    case .a: data = 4
    case .aaaa: data = 16
    case .ns(let name), .cname(let name), .ptr(let name): data = length(name)
    case .mx(_, let name): data = 2 + length(name)
    case .srv(_, _, _, let name): data = 6 + length(name)
    case .txt(let strings): data = strings.reduce(0) { $0 + 1 + $1.count }
    case .soa(let soa): data = 20 + length(soa.primary) + length(soa.responsible)
    case .opaque(_, let octets): data = octets.count
    }
    return sum + length(record.name) + 10 + data
  }
}
