import PostRoad

/// Names, addresses, records and actions as short texts.
public enum StubText {
  /// The name of these labels: `www.postroad.example`.
  public static func name(_ text: some StringProtocol) -> DNS.Name {
    DNS.Name(labels: text.split(separator: ".").map { Array($0.utf8) })
  }

  /// `192.0.2.53`
  public static func address(_ text: some StringProtocol) -> DNS.IPv4Address {
    DNS.IPv4Address(rawValue: text.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) })
  }

  /// `192.0.2.53`
  public static func text(_ address: DNS.IPv4Address) -> String {
    stride(from: 24, through: 0, by: -8).map { String(address.rawValue >> UInt32($0) & 255) }
      .joined(separator: ".")
  }

  /// `www.postroad.example 300 CNAME edge.postroad.example`; an address is of type A, `AAAA 8` is 2001:db8::8, `TXT` has one string.
  public static func record(_ line: String) -> DNS.ResourceRecord {
    let words = line.split(separator: " ")
    guard words.count == 4, let ttl = UInt32(words[1]) else { fatalError("not a record: \(line)") }
    let data: DNS.RecordData =
      switch words[2] {
      case "CNAME": .cname(name(words[3]))
      case "TXT": .txt([Array(words[3].utf8)])
      case "AAAA": .aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8 << 96 | (UInt128(words[3], radix: 16) ?? 0)))
      default: .a(address(words[3]))
      }
    return DNS.ResourceRecord(name: name(words[0]), ttl: ttl, data: data)
  }

  /// A record as `record(_:)` reads it.
  public static func text(_ record: DNS.ResourceRecord) -> String {
    let data =
      switch record.data {
      case .a(let address): "A \(text(address))"
      case .aaaa(let address): "AAAA \(String(address.rawValue & 0xFFFF, radix: 16))"
      case .cname(let target): "CNAME \(target)"
      case .txt(let strings): "TXT \(strings.map { String(decoding: $0, as: UTF8.self) })"
      default: "type \(record.type.rawValue)"
      }
    return "\(record.name) \(record.ttl) \(data)"
  }

  /// `NOERROR 192.0.2.80 198.51.100.80 for 300 s`
  public static func text(_ answer: Stub.Answer) -> String {
    let code =
      switch answer.code {
      case .noError: "NOERROR"
      case .nonExistentDomain: "NXDOMAIN"
      default: "RCODE \(answer.code.rawValue)"
      }
    let data = answer.records.map { record in
      if case .a(let address) = record.data { text(address) } else { text(record) }
    }
    return
      ([code] + (data.isEmpty ? ["nothing"] : data) + ["for", answer.ttl.map { "\($0) s" } ?? "no time"])
      .joined(separator: " ")
  }

  /// The query that a stub resolver has to send.
  public static func query(_ question: DNS.Question, id: UInt16) -> DNS.Message {
    DNS.Message(header: DNS.Header(id: id, recursionDesired: true, questionCount: 1), questions: [question])
  }

  /// The reply of a resolver, with an address of `www.postroad.example`, but for `change`; a reply to nothing where nothing was asked.
  public static func reply(
    to query: DNS.Message?, _ change: (inout DNS.Message) -> Void = { _ in }
  ) -> DNS.Message {
    var reply = query ?? DNS.Message(header: DNS.Header())
    reply.header.isResponse = true
    reply.header.recursionAvailable = true
    reply.answers = [record("www.postroad.example 300 A 192.0.2.80")]
    change(&reply)
    return reply
  }

  /// What a stub resolver wants, a line each. A query that is the expected one is `the query`; of any other one the text says what it is.
  public static func lines(_ actions: [Stub.Action], query: DNS.Message?) -> [String] {
    actions.map { action in
      switch action {
      case .send(let message, let server):
        "\(withoutCounts(message) == query.map(withoutCounts) ? "the query" : text(query: message)) to \(text(server))"
      case .wake(let time): "wake at \(time)"
      case .answered(let answer): "answered \(text(answer))"
      case .failed: "failed"
      }
    }
  }

  /// `NOERROR tc, www.postroad.example. type 1: 192.0.2.80`, for the steps of a failure.
  public static func text(_ reply: DNS.Message) -> String {
    let header = reply.header
    let flags = [
      (!header.isResponse, "a query"), (header.isTruncated, "tc"),
      (header.opcode != .query, "opcode \(header.opcode.rawValue)"),
    ]
    let code =
      header.responseCode == .noError
      ? "NOERROR"
      : header.responseCode == .nonExistentDomain ? "NXDOMAIN" : "RCODE \(header.responseCode.rawValue)"
    let words = [code] + flags.filter(\.0).map(\.1)
    let questions = reply.questions.map { "\($0.name) type \($0.type.rawValue)" }
    return
      "\(words.joined(separator: " ")) of ID \(header.id) to \(questions.joined(separator: ", ")): \(reply.answers.map { text($0) }.joined(separator: ", "))"
  }

  /// `192.0.2.53 over UDP`
  public static func text(_ server: Resolver.Server) -> String {
    let address =
      switch server.address {
      case .v4(let address): text(address)
      case .v6(let address): "v6 \(String(address.rawValue, radix: 16))"
      }
    return "\(address) over \(server.transport == .udp ? "UDP" : "TCP")"
  }

  /// The counts of a query's header are not looked at: who writes the message counts for himself.
  private static func withoutCounts(_ message: DNS.Message) -> DNS.Message {
    var message = message
    let counts: [WritableKeyPath<DNS.Header, UInt16>] = [
      \.questionCount, \.answerCount, \.authorityCount, \.additionalCount,
    ]
    for count in counts { message.header[keyPath: count] = 0 }
    return message
  }

  private static func text(query message: DNS.Message) -> String {
    let header = message.header
    let flags = [
      (header.isResponse, "qr"), (header.isAuthoritative, "aa"), (header.isTruncated, "tc"),
      (header.recursionDesired, "rd"), (header.recursionAvailable, "ra"), (header.isAuthenticData, "ad"),
      (header.checkingDisabled, "cd"),
    ].filter(\.0).map(\.1)
    let questions = message.questions.map { "\($0.name) type \($0.type.rawValue)" }
    let records = message.answers.count + message.authorities.count + message.additionals.count
    return
      "a query of ID \(header.id), flags \(flags), opcode \(header.opcode.rawValue), questions \(questions), \(records) records"
  }
}
