import DNSMessages
import DNSMessagesSupport
import PostRoad
import Testing

@Suite struct ReplyMatchingTests {
  private let query = DNS.Message(
    header: DNS.Header(id: 0x1234, recursionDesired: true, questionCount: 1),
    questions: [DNS.Question(name: plainName("wWw.eXample"), type: .a)])

  /// The verdict on the right reply to the query, after a change.
  private func judge(_ change: (inout DNS.Message) -> Void) throws -> DNS.ReplyVerdict {
    var reply = query
    reply.header.isResponse = true
    change(&reply)
    return try judgeReply(reply, to: query)
  }

  // RFC 1035 §4.1.1: copied into the reply; RFC 5452 §9.1
  @Test func `a reply has what the query had`() throws {
    let verdict = try judge { reply in
      reply.header.isAuthoritative = true
      reply.header.recursionDesired = false
      reply.header.responseCode = .nonExistentDomain
      reply.answers = [DNS.ResourceRecord(name: plainName("elsewhere"), ttl: 0, data: .txt([[]]))]
    }
    #expect(verdict == .matches, "flags, response code and records are the server's own")
  }

  // RFC 1035 §4.1.1: QR; §7.3
  @Test func `a query is no reply`() throws {
    let verdict = try judge { $0.header.isResponse = false }
    #expect(verdict == .notAResponse, "QR is not set")
  }

  // RFC 1035 §4.1.1, RFC 5452 §9.1
  @Test func `the id and the opcode must be the query's`() throws {
    for id in [0x1235, 0x3412, 0x0034, 0x1200] as [UInt16] {
      let verdict = try judge { $0.header.id = id }
      #expect(verdict == .otherID, "the query's is 0x1234: all sixteen bits count")
    }
    let verdict = try judge { $0.header.opcode = .notify }
    #expect(verdict == .otherOpcode, "the opcode is copied, too")
  }

  // RFC 5452 §9.1: question name, class and type
  @Test func `the question must be the query's`() throws {
    for (what, change) in [
      ("another name", { $0.questions[0].name = plainName("www.example.example") }),
      ("a shorter name", { $0.questions[0].name = plainName("example") }),
      ("another type", { $0.questions[0].type = .aaaa }),
      ("another class", { $0.questions[0].recordClass = .chaos }),
      ("no question", { $0.questions = [] }), ("the question twice", { $0.questions += $0.questions }),
    ] as [(String, (inout DNS.Message) -> Void)] {
      let verdict = try judge(change)
      #expect(verdict == .otherQuestion, "\(what)")
    }
  }

  // RFC 4343 §3: the same name; but who has seen the query can copy the case
  @Test func `the case must be the query's`() throws {
    for name in ["www.example", "WWW.EXAMPLE", "wWw.example", "wWw.eXamplE"] {
      let verdict = try judge { $0.questions[0].name = plainName(name) }
      #expect(verdict == .otherCase, "wWw.eXample was asked, and \(name) came back")
    }
  }

  // The specification above judgeReply: the first that applies
  @Test func `the first difference is told`() throws {
    let id = try judge { reply in
      reply.header.id = 1
      reply.header.opcode = .status
      reply.questions = []
    }
    #expect(id == .otherID, "ID, opcode and question differ")
    let qr = try judge { reply in
      reply.header.id = 1
      reply.header.isResponse = false
    }
    #expect(qr == .notAResponse, "QR comes before the ID")
  }

  // RFC 4343 §3: ASCII letters only
  @Test func `mixing changes the case of letters and nothing else`() throws {
    let octets = (UInt8(0)...255).map { $0 }
    let name = DNS.Name(labels: stride(from: 0, to: 256, by: 32).map { Array(octets[$0..<($0 + 32)]) })
    var random = SeededRandom(seed: 0x20)
    for _ in 0..<10 {
      let mixed = try mixCase(name, using: &random)
      try #require(mixed == name, "the same name without regard to case")
      let lengths = mixed.labels.map(\.count)
      try #require(lengths == name.labels.map(\.count), "as many labels of as many octets")
    }
  }

  // A property of chance: of 400 draws some 200 are upper case, hardly ever less than 140 or more than 260
  @Test func `each letter gets either case half of the time`() throws {
    var random = SeededRandom(seed: 5452)
    var upper = [Int](repeating: 0, count: 10)
    var differing = 0
    for draw in 0..<400 {
      let name = plainName(draw.isMultiple(of: 2) ? "abcde.vwxyz" : "ABCDE.VWXYZ")
      let isUpper = try mixCase(name, using: &random).labels.joined().map { $0 < 0x60 }
      for index in isUpper.indices where isUpper[index] { upper[index] += 1 }
      if isUpper.first != isUpper.last { differing += 1 }
    }
    let told = "how often each of ten letters was upper case: \(upper)"
    for count in upper { #expect((140...260).contains(count), "\(told)") }
    #expect((140...260).contains(differing), "how often the first letter had another case than the last")
  }

  // Recorded from NSD, Knot, BIND and dig
  @Test func `real replies match their own queries and no others`() throws {
    let queries = WireMessage.all.filter { $0.direction == "query" }
    for asked in queries {
      let query = try parseMessage(asked.bytes)
      for recorded in WireMessage.all {
        let own =
          recorded.direction == "reply" && recorded.sender == asked.sender
          && recorded.question == asked.question
        let verdict = try judgeReply(parseMessage(recorded.bytes), to: query)
        try #require((verdict == .matches) == own, "\(asked), and \(recorded)")
      }
    }
  }
}
