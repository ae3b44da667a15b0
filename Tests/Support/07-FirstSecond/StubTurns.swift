import PostRoad

/// What a stub resolver with two servers and 5,000 ms is to do, as `StubText.lines` writes it, and what it is not to be taken in by.
public enum StubTurns {
  public static let one = "192.0.2.53"
  public static let two = "198.51.100.53"

  /// What the reply of `StubText.reply` comes to.
  public static let found = ["answered NOERROR 192.0.2.80 for 300 s"]

  /// What makes another message of a reply: RFC 5452 §9.1, RFC 1035 §7.3.
  public static var mismatches: [(rule: String, change: (inout DNS.Message) -> Void)] {
    let name = StubText.name("www.postroad.example")
    return [
      ("another ID", { $0.header.id ^= 1 }), ("another ID", { $0.header.id ^= 0x8000 }),
      ("a query", { $0.header.isResponse = false }), ("another opcode", { $0.header.opcode = .status }),
      ("no question", { $0.questions = [] }), ("the question twice", { $0.questions += $0.questions }),
      ("another type", { $0.questions = [DNS.Question(name: name, type: .aaaa)] }),
      ("another class", { $0.questions[0].recordClass = .chaos }),
      ("another name", { $0.questions[0].name = StubText.name("www.postroad.test") }),
      ("a failure of another ID", { ($0.header.id, $0.header.responseCode) = ($0.header.id ^ 4, .refused) }),
      ("a truncated one of another ID", { ($0.header.id, $0.header.isTruncated) = ($0.header.id ^ 4, true) }),
    ]
  }
}

extension [String] {
  /// What sending is.
  public static func asks(_ server: String, over transport: String = "UDP", wake: Int64) -> [String] {
    ["the query to \(server) over \(transport)", "wake at \(wake)"]
  }

  /// What comes of silence at 5,000 · `turn`, with two servers: resolv.conf(5).
  public static func silence(_ turn: Int) -> [String] {
    let server = turn % 2 == 0 ? StubTurns.one : StubTurns.two
    return turn == 4 ? ["failed"] : asks(server, wake: Int64(5_000 * turn + 5_000))
  }
}
