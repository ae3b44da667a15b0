import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

/// A query and a reply that is judged.
private struct Exchange: CheckDescribable {
  var query: DNS.Message
  var reply: DNS.Message

  var checkDescription: String {
    "query: \(query.checkDescription)\nreply: \(reply.checkDescription)"
  }
}

/// Counts how often it is asked for 64 bits.
private struct CountingRandom: RandomNumberGenerator {
  var random: SeededRandom
  var calls = 0

  mutating func next() -> UInt64 {
    calls += 1
    return random.next()
  }
}

@Suite struct ReplyMatchingTests {
  private let query = DNS.Message(
    header: DNS.Header(id: 0x1234, recursionDesired: true, questionCount: 1),
    questions: [DNS.Question(name: plainName("wWw.eXample"), type: .a)])

  /// Judges the right reply to a query, after a change.
  private func judges(
    _ query: DNS.Message? = nil, as verdict: DNS.ReplyVerdict, _ rule: String,
    _ change: (inout DNS.Message) -> Void = { _ in }
  ) throws {
    var reply = query ?? self.query
    reply.header.isResponse = true
    change(&reply)
    try check(
      "judgeReply(_:to:)", Exchange(query: query ?? self.query, reply: reply), returns: verdict, rule
    ) { try judgeReply($0.reply, to: $0.query) }
  }

  // RFC 1035 §4.1.1: copied into the reply; RFC 5452 §9.1
  @Test func `a reply has what the query had, and the rest is its own`() throws {
    try judges(as: .matches, "flags, response code and records are the server's own") { reply in
      reply.header.isAuthoritative = true
      reply.header.isTruncated = true
      reply.header.recursionDesired = false
      reply.header.recursionAvailable = true
      reply.header.reservedBit = true
      reply.header.responseCode = .nonExistentDomain
      reply.answers = [DNS.ResourceRecord(name: plainName("elsewhere"), ttl: 0, data: .txt([[]]))]
    }
    try judges(as: .matches, "the sections are compared, not the counts that the headers bring") {
      $0.header.questionCount = 0
      $0.header.answerCount = 7
    }
    try judges(DNS.Message(header: DNS.Header(id: 7)), as: .matches, "two messages without a question")
  }

  // RFC 1035 §4.1.1: QR; §7.3
  @Test func `a query is no reply`() throws {
    try judges(as: .notAResponse, "QR is not set") { $0.header.isResponse = false }
  }

  // RFC 1035 §4.1.1, RFC 5452 §9.1
  @Test func `the id and the opcode must be the query's`() throws {
    for id in [0x1235, 0x3412, 0x0034, 0x1200, 0x9234] as [UInt16] {
      try judges(as: .otherID, "the query's is 0x1234: all sixteen bits count") { $0.header.id = id }
    }
    try judges(as: .otherOpcode, "the opcode is copied, too") { $0.header.opcode = .notify }
    var notify = query
    notify.header.opcode = .notify
    try judges(notify, as: .matches, "a NOTIFY is replied to with a NOTIFY (RFC 1996 §3.4)")
    try judges(notify, as: .otherOpcode, "the query's opcode is 4") { $0.header.opcode = .query }
  }

  // RFC 5452 §9.1: question name, class and type
  @Test func `the question must be the query's`() throws {
    for (what, change) in [
      ("another name", { $0.questions[0].name = plainName("www.example.example") }),
      ("a shorter name", { $0.questions[0].name = plainName("example") }),
      ("another type", { $0.questions[0].type = .aaaa }),
      ("another class", { $0.questions[0].recordClass = .chaos }),
      ("no question", { $0.questions = [] }), ("the question twice", { $0.questions += $0.questions }),
      (
        "no question beside an error",
        {
          $0.questions = []
          $0.header.responseCode = .formatError
        }
      ),
    ] as [(String, (inout DNS.Message) -> Void)] {
      try judges(as: .otherQuestion, what, change)
    }
    try judges(
      DNS.Message(header: DNS.Header()), as: .otherQuestion, "nothing was asked, a question came back"
    ) {
      $0.questions = query.questions
    }
  }

  // RFC 1035 §4.1.2: QDCOUNT entries, all of them
  @Test func `each of several questions must be the query's`() throws {
    var two = query
    two.questions.append(DNS.Question(name: plainName("Tower.example"), type: .mx))
    try judges(two, as: .matches, "two questions, and the same two")
    for (what, verdict, change) in [
      ("the second name differs", .otherQuestion, { $0.questions[1].name = plainName("tower") }),
      ("the second type differs", .otherQuestion, { $0.questions[1].type = .a }),
      ("the second class differs", .otherQuestion, { $0.questions[1].recordClass = .any }),
      ("the second is missing", .otherQuestion, { $0.questions.removeLast() }),
      ("they are in another order", .otherQuestion, { $0.questions.reverse() }),
      ("the second name has another case", .otherCase, { $0.questions[1].name = plainName("tower.example") }),
      (
        "the first name has another case, the second another type", .otherQuestion,
        {
          $0.questions[0].name = plainName("www.example")
          $0.questions[1].type = .a
        }
      ),
    ] as [(String, DNS.ReplyVerdict, (inout DNS.Message) -> Void)] {
      try judges(two, as: verdict, what, change)
    }
  }

  // RFC 4343 §3: the same name; but who has seen the query can copy the case
  @Test func `the case must be the query's`() throws {
    for name in ["www.example", "WWW.EXAMPLE", "wWw.example", "wWw.eXamplE"] {
      try judges(as: .otherCase, "wWw.eXample was asked, and \(name) came back") {
        $0.questions[0].name = plainName(name)
      }
    }
  }

  // The specification above judgeReply: the first that applies
  @Test func `the first difference is reported`() throws {
    let inOrder: [DNS.ReplyVerdict] = [.notAResponse, .otherID, .otherOpcode, .otherQuestion]
    for set in 1..<16 {
      try judges(as: inOrder[set.trailingZeroBitCount], "QR, ID, opcode, question: the first that differs") {
        reply in
        if set & 1 != 0 { reply.header.isResponse = false }
        if set & 2 != 0 { reply.header.id = 1 }
        if set & 4 != 0 { reply.header.opcode = .status }
        if set & 8 != 0 { reply.questions[0].type = .aaaa }
        reply.questions[0].name = plainName("WWW.EXAMPLE")
      }
    }
  }

  // RFC 4343 §3: ASCII letters only
  @Test func `mixing changes the case of letters and nothing else`() throws {
    let octets = (UInt8(0)...255).map { $0 }
    var random = SeededRandom(seed: 0x20)
    for labels in [
      stride(from: 0, to: 256, by: 32).map { Array(octets[$0..<($0 + 32)]) }, [], [[], [0x61], []],
      [[UInt8](repeating: 0x61, count: 300)],
    ] {
      let name = DNS.Name(labels: labels)
      for _ in 0..<10 {
        try check(
          "mixCase(_:using:)", name, returns: name, "the same name without regard to case, whatever it is"
        ) { try mixCase($0, using: &random) }
      }
    }
  }

  // The specification above mixCase: a bit for each letter, and a generator gives 64 at a time
  @Test func `chance is drawn for letters alone, from the generator that is given`() throws {
    for (text, fewest, most) in [
      ("a-1", 1, 1), ("123.@[`{", 0, 0), ("", 0, 0), ("ab.CD", 1, 4),
      (String(repeating: "z", count: 64), 1, 64),
      (String(repeating: "z", count: 65), 2, 65), (String(repeating: "Za.", count: 80), 3, 160),
    ] {
      try check(
        "mixCase(_:using:), calls of next()", plainName(text), returns: "\(fewest) to \(most)",
        where: (fewest...most).contains, "one bit for each letter, of 64 that a call gives", calls)
    }
    let name = plainName(String(repeating: "abcdefgh.", count: 12))
    for seed in UInt64(1)...5 {
      try check(
        "mixCase(_:using:), twice with the same chance", name, returns: true,
        "two generators that give the same bits: the same letters are in upper case"
      ) { name in
        var (one, other) = (SeededRandom(seed: seed), SeededRandom(seed: seed))
        return try mixCase(name, using: &one).labels == mixCase(name, using: &other).labels
      }
    }
  }

  private func calls(for name: DNS.Name) throws -> Int {
    var random = CountingRandom(random: SeededRandom(seed: 64))
    _ = try mixCase(name, using: &random)
    return random.calls
  }

  // A property of chance: of 256 draws some 128 are upper case, hardly ever less than 80 or more than 176
  @Test func `each letter gets either case half of the time, whatever the others get`() throws {
    var random = SeededRandom(seed: 5452)
    let texts = [String(repeating: "abcdefg.", count: 10), String(repeating: "ABCDEFG.", count: 10)]
    // For each of 70 letters, whether it was upper case in each of 256 draws.
    var upper = [[Bool]](repeating: [], count: 70)
    for draw in 0..<256 {
      let mixed = try mixCase(plainName(texts[draw % 2]), using: &random)
      for (index, octet) in mixed.labels.joined().prefix(70).enumerated() {
        upper[index].append(octet < 0x60)
      }
    }
    for (letter, cases) in upper.enumerated() {
      try check(
        "mixCase(_:using:), 256 times: how often letter \(letter) is upper case", texts[0],
        returns: "about 128", where: (80...176).contains, "either case with equal chance"
      ) { _ in cases.count { $0 } }
      for other in 0..<letter {
        try check(
          "mixCase(_:using:), 256 times: how often letters \(other) and \(letter) differ in case", texts[0],
          returns: "about 128", where: (80...176).contains, "a bit for each letter: none follows from another"
        ) { _ in zip(cases, upper[other]).count { $0 != $1 } }
      }
    }
  }

  // Recorded from NSD, Knot, BIND and dig
  @Test func `real replies match their own queries and no others`() throws {
    for asked in WireMessage.all where asked.direction == "query" {
      let query = try parseMessage(asked.bytes)
      for recorded in WireMessage.all {
        let own =
          recorded.direction == "reply" && recorded.sender == asked.sender
          && recorded.question == asked.question
        try check(
          "judgeReply(_:to:) == .matches", Exchange(query: query, reply: parseMessage(recorded.bytes)),
          returns: own, "\(asked), and \(recorded)"
        ) { try judgeReply($0.reply, to: $0.query) == .matches }
      }
    }
  }
}
