import DNSMessages
import PostRoad

/// How messages are told in a line of `--trace`.
enum DNSTold {
  /// `www.postroad.example. A: NOERROR aa, 2 answers, 62 octets`
  static func line(_ query: [UInt8], _ answer: [UInt8]) -> String {
    guard let message = try? parseMessage(answer) else { return "\(answer.count) octets" }
    let asked = ((try? parseMessage(query)) ?? message).questions.first
    let header = message.header
    let flags = [
      (header.isAuthoritative, " aa"), (header.isTruncated, " tc"), (header.recursionAvailable, " ra"),
    ]
    let kinds = [
      (message.answers.count, "answer"), (message.authorities.count, "authority"),
      (message.additionals.count, "additional"),
    ]
    let counts = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return
      (["\(asked.map(question) ?? "no question"): \(code(message))\(flags.filter(\.0).map(\.1).joined())"]
      + counts + ["\(answer.count) octets"]).joined(separator: ", ")
  }

  static func question(_ question: DNS.Question) -> String {
    "\(name(question.name)) \(type(question.type))"
  }

  static func name(_ name: DNS.Name) -> String { (try? nameText(name)) ?? "a name" }

  static func code(_ message: DNS.Message) -> String {
    let codes: [UInt16: String] = [
      0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED", 16: "BADVERS",
    ]
    let code = ((try? wholeResponseCode(of: message)) ?? message.header.responseCode).rawValue
    return codes[code] ?? "RCODE \(code)"
  }

  private static func type(_ type: DNS.RecordType) -> String {
    let types: [DNS.RecordType: String] = [
      .a: "A", .ns: "NS", .cname: "CNAME", .soa: "SOA", .ptr: "PTR", .mx: "MX", .txt: "TXT", .aaaa: "AAAA",
      .srv: "SRV", .any: "ANY",
    ]
    return types[type] ?? "TYPE\(type.rawValue)"
  }
}
