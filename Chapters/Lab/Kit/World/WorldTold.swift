import DNSMessages
import PostRoad

/// The words on an arrow.
enum WorldTold {
  static func text(_ packet: WorldPacket) -> String {
    switch packet.content {
    case .datagram(let bytes), .message(let bytes): message(bytes)
    case .syn: "SYN"
    case .synAck: "SYN ACK"
    case .reset: "RST"
    case .hello: "ClientHello"
    case .helloAck: "ServerHello, Finished"
    case .request(let head): "\(head.method) \(head.target)"
    case .response(let response): self.response(response)
    }
  }

  /// `www.postroad.example. A?`, `192.0.2.10 for 60 s`, `ask example.`, `NXDOMAIN`.
  private static func message(_ bytes: [UInt8]) -> String {
    guard let message = try? parseMessage(bytes) else { return "\(bytes.count) octets" }
    guard message.header.isResponse else {
      guard var question = message.questions.first else { return "no question?" }
      question.name = lowercase(question.name)
      return "\(DNSTold.question(question))?"
    }
    if message.header.isTruncated { return "truncated" }
    guard message.header.responseCode == .noError else { return DNSTold.code(message) }
    for record in message.answers {
      if case .a(let address) = record.data, let text = try? ipv4Text(address) {
        return "\(text) for \(record.ttl) s"
      }
    }
    if let alias = message.answers.first, case .cname(let target) = alias.data {
      return "an alias of \(DNSTold.name(lowercase(target)))"
    }
    if !message.answers.isEmpty { return "\(message.answers.count) answers" }
    if let server = message.authorities.first(where: { $0.type == .ns }) {
      return "ask \(DNSTold.name(lowercase(server.name)))"
    }
    return "no such data"
  }

  /// Letters are mixed on the way (exercise 1.12), and people read the picture.
  private static func lowercase(_ name: DNS.Name) -> DNS.Name {
    DNS.Name(labels: name.labels.map { $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } })
  }

  private static func response(_ response: HTTP.Response) -> String {
    let told = response.fields.values(of: "Cache-Status").last?.split(separator: ",").last ?? ""
    let words = told.split(separator: ";").map { $0.drop { $0 == " " } }
    let outcome = words.count > 1 ? " \(words[1])" : ""
    return "\(response.status)\(outcome), \(response.body.count) octets"
  }
}
