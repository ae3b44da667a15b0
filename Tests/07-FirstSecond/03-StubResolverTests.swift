import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

private let (one, two, found) = (StubTurns.one, StubTurns.two, StubTurns.found)

@Suite struct StubResolverTests {
  // RFC 1035 §4.1.1: RD; resolv.conf(5): five seconds
  @Test func `a question begins with a query to the first server`() throws {
    for now in [0, 1_234, -9_000] as [Int64] {
      var story = try newStory()
      try story.ask(at: now, .asks(one, wake: now + 5_000), "one question, an ID, RD, and zeros")
    }
    var story = try newStory(timeout: .max)
    try story.ask(at: 1, .asks(one, wake: 4_294_967_296), "any timeout from 1 ms on")
  }

  // resolv.conf(5): the next server when a query times out, until out of servers; then all of them again
  @Test func `silence is followed by the next server, in rounds`() throws {
    var story = try newStory()
    try story.ask(at: 0)
    for turn in 1...4 { try story.tick(Int64(5_000 * turn), .silence(turn), "two servers, two rounds") }
    try story.tick(25_000, [], "nothing is under way")
  }

  // resolv.conf(5): MAXNS is 3; attempts
  @Test func `three servers at most, as many rounds as were said`() throws {
    let all = ["192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.4"]
    for (count, rounds) in [(1, 1), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2), (4, 1), (4, 2)] {
      let rule = "\(count) servers, \(rounds) rounds"
      var story = try newStory(Array(all.prefix(count)), timeout: 10, rounds: rounds)
      try story.ask(at: 0, .asks(all[0], wake: 10), rule)
      for turn in 1..<min(count, 3) * rounds {
        let now = Int64(10 * turn)
        try story.tick(now, .asks(all[turn % min(count, 3)], wake: now + 10), rule)
      }
      try story.tick(10_000, ["failed"], rule)
    }
    var story = try newStory(timeout: 1, rounds: .max)
    try story.ask(at: 0, .asks(one, wake: 1), "any timeout from 1 ms on")
    for turn in 1...9 as ClosedRange<Int64> {
      try story.tick(turn, .asks(turn % 2 == 0 ? one : two, wake: turn + 1), "rounds have no upper bound")
    }
  }

  // Our rule: the timeout is over at its time, and begins anew with each query
  @Test func `a tick before the time does nothing`() throws {
    var story = try newStory(timeout: 100)
    try story.tick(50, [], "nothing is under way")
    try story.ask(at: 0, .asks(one, wake: 100), "100 ms for a server")
    for time in [0, 1, 99] as [Int64] { try story.tick(time, [], "100 ms are not over") }
    try story.tick(130, .asks(two, wake: 230), "they are; the next 100 ms begin now")
    for time in [130, 200, 229] as [Int64] { try story.tick(time, [], "the second 100 ms are not over") }
    try story.tick(500, .asks(one, wake: 600), "one turn for one tick, however late")
    try story.tick(500, [], "the third 100 ms have just begun")
  }

  // Our rule: one answer for a question
  @Test func `a reply is the end of the question`() throws {
    var story = try newStory()
    try story.ask(at: 0)
    try story.receive(found, "it is what was asked for")
    try story.receive([], "nothing is asked any more")
    try story.tick(5_000, [], "nothing is asked any more")
    try story.ask("map.postroad.example", at: 9_000, .asks(one, wake: 14_000), "the first server again")
    try story.tick(9_100, [], "the new question's time has just begun")
    try story.receive(from: two, [], "it was not asked this question")
    try story.receive(["answered NOERROR nothing for no time"], "the record is another name's")
  }

  // RFC 1035 §7.3: a response to any of the transmissions; moby/vpnkit #202
  @Test func `a late reply is a reply`() throws {
    for (last, server) in [(1, one), (1, two), (2, one), (2, two), (3, one), (3, two)] {
      var story = try newStory()
      try story.ask(at: 0)
      for turn in 1...last { try story.tick(Int64(5_000 * turn), .silence(turn), "the next turn") }
      try story.receive(from: server, at: 19_999, found, "it was asked, and has replied at last")
    }
    var story = try newStory()
    try story.ask(at: 0)
    try story.receive(from: two, [], "it has not been asked yet")
    for turn in 1...4 { try story.tick(Int64(5_000 * turn), .silence(turn), "the next turn") }
    try story.receive([], "the question has failed already")
  }

  // RFC 5452 §9.1: address, ID, name, type and class; RFC 1035 §7.3: a response
  @Test func `what does not match is no reply`() throws {
    var story = try newStory()
    try story.receive([], "nothing was asked")
    try story.ask(at: 0)
    for (rule, change) in StubTurns.mismatches { try story.receive([], rule, change) }
    try story.receive(from: "203.0.113.6", [], "nobody has asked this one")
    try story.receive(over: .tcp, [], "nobody has asked it over TCP")
    try story.tick(4_999, [], "nothing has happened")
    try story.receive(found, "case and the rest of the header are not looked at") {
      $0.questions[0].name = StubText.name("WWW.PostRoad.example")
      ($0.header.recursionDesired, $0.header.isAuthoritative, $0.header.questionCount) = (false, true, 9)
    }
  }

  // RFC 2181 §9: what is truncated is ignored, and asked for over TCP
  @Test func `a truncated reply leads to TCP`() throws {
    var story = try newStory()
    try story.ask(at: 0)
    try story.receive(at: 700, .asks(one, over: "TCP", wake: 5_700), "the same server, at once", truncate)
    try story.receive(at: 800, [], "it is asked over TCP already", truncate)
    try story.tick(5_000, [], "the timeout has begun anew")
    try story.tick(5_700, .asks(two, wake: 10_700), "the next turn begins over UDP")
    try story.receive(from: two, at: 6_000, .asks(two, over: "TCP", wake: 11_000), "whatever else it says") {
      ($0.header.isTruncated, $0.header.responseCode) = (true, .serverFailure)
    }
    try story.receive(over: .tcp, found, "the first server, over TCP, late")
  }

  // RFC 2181 §9, as above
  @Test func `after TCP the turns go on`() throws {
    var story = try newStory()
    try story.ask(at: 0)
    try story.tick(5_000, .silence(1), "the second server's turn")
    try story.receive(at: 5_100, .asks(one, over: "TCP", wake: 10_100), "the first one, late", truncate)
    try story.receive(over: .tcp, at: 5_200, .asks(one, wake: 10_200), "it was the second turn", truncate)
    try story.receive(over: .tcp, at: 5_300, [], "it is not waited for over TCP any more", truncate)
    try story.receive(at: 5_400, .asks(one, over: "TCP", wake: 10_400), "another turn", truncate)
    try story.receive(at: 5_500, [], "its TCP is waited for, not its UDP") {
      $0.header.responseCode = .serverFailure
    }
    try story.receive(from: two, found, "it was asked in the second turn")
  }

  // Our rule, as in the C library: another code than these two says nothing about the name
  @Test func `a failure is followed by the next server at once`() throws {
    for code in [1, 2, 4, 5, 9, 16] as [UInt16] {
      var story = try newStory()
      let fail: (inout DNS.Message) -> Void = { $0.header.responseCode = DNS.ResponseCode(rawValue: code) }
      try story.ask(at: 0)
      try story.receive(at: 10, .asks(two, wake: 5_010), "RCODE \(code)", fail)
      try story.receive(at: 20, [], "it is not waited for any more", fail)
      try story.receive(from: two, at: 30, .asks(one, wake: 5_030), "the second round", fail)
      try story.receive(at: 40, .asks(two, wake: 5_040), "it is waited for again", fail)
      try story.receive(from: two, at: 50, ["failed"], "two rounds are over", fail)
      try story.tick(9_000, [], "nothing is under way")
    }
  }

  // RFC 2308 §2: NXDOMAIN and NODATA are answers
  @Test func `that something does not exist is an answer`() throws {
    var story = try newStory()
    try story.ask(at: 0)
    try story.tick(5_000, .silence(1), "the next turn")
    try story.receive(["answered NOERROR nothing for no time"], "no such record, late") { $0.answers = [] }
    try story.ask(at: 0)
    try story.tick(5_000, .silence(1), "the next turn")
    try story.receive(["answered NXDOMAIN nothing for no time"], "the name does not exist, late") {
      ($0.header.responseCode, $0.answers) = (.nonExistentDomain, [])
    }
    try story.ask(at: 0)
    try story.receive(["answered NXDOMAIN nothing for no time"], "an alias of what does not exist") {
      $0.header.responseCode = .nonExistentDomain
      $0.answers = [StubText.record("www.postroad.example 60 CNAME no.example")]
    }
  }

  // RFC 1034 §5.2.2, §3.6.2: the chain of aliases, in any order
  @Test func `the records at the end of the chain are the answer`() throws {
    for known in AliasCase.all { try read(known.answers, type: known.type, known.wanted, known.rule) }
    let edge = "edge.example 60 A 192.0.2.8"
    for (answers, line) in [
      ([], "www.postroad.example 60 A 192.0.2.7"), ([edge], "www.postroad.example 60 CNAME edge.example"),
    ] {
      let nothing = "NOERROR nothing for no time"
      for section in [\DNS.Message.authorities, \.additionals] {
        try read(answers, nothing, "only the answer section") {
          $0[keyPath: section] = [StubText.record(line)]
        }
      }
      for otherClass in [DNS.RecordClass.chaos, .any] {
        try read(answers, nothing, "only records of class IN") {
          $0.answers.append(StubText.record(line))
          $0.answers[answers.count].recordClass = otherClass
        }
      }
    }
  }

  // RFC 5452 §9.2: an unpredictable ID
  @Test func `each question has an ID by chance`() throws {
    let first = try newDoor([one], 1, 1).ids(2_000)
    try check("the IDs of questions, twice", 2_000, returns: "equal", "there is no chance but random") {
      try newDoor([one], 1, 1).ids($0) == first ? "equal" : "different"
    }
    // Of 2,000 draws from 65,536 some 1,970 differ, and each bit is in 1,000: six standard deviations are 134.
    let counts = [Set(first).count] + (0..<16).map { bit in first.count { $0 >> bit & 1 == 1 } }
    let isEven = { (counts: [Int]) in
      (1_930...1_995).contains(counts[0]) && counts[1...].allSatisfy((866...1_134).contains)
    }
    let (call, wanted) = ("how many IDs differ, and how many have each bit", "some 1,970, and half each")
    try check(call, "2,000 questions", returns: wanted, where: isEven, "any of the 65,536") { _ in counts }
  }

  // Our rule: settings are checked before they are used, and one question at a time
  @Test func `what cannot work is refused`() throws {
    for (count, timeout, rounds, error) in [
      (0, 0, 0, .noServers), (1, 0, 0, .noTimeout), (1, 1, 0, .tooFewRounds(0)),
      (9, 1, .min, .tooFewRounds(.min)),
    ] as [(Int, UInt32, Int, Stub.Refusal)] {
      let call = "StubResolver(\(count) servers, timeout: \(timeout), rounds: \(rounds))"
      try check(call, count, throws: error, "the first that is wrong") {
        _ = try newDoor(Array(repeating: one, count: $0), timeout, rounds)
      }
    }
    var story = try newStory()
    try story.ask(at: 0)
    try story.refuseAsk("map.postroad.example", at: 100, Stub.Refusal.busy, "one question at a time")
    try story.tick(5_000, .silence(1), "nothing has changed")
    try story.receive(found, "nothing has changed")
  }

  private func truncate(_ reply: inout DNS.Message) { reply.header.isTruncated = true }

  private func read(
    _ answers: [String], type: DNS.RecordType = .a, _ wanted: String, _ rule: String,
    _ change: (inout DNS.Message) -> Void = { _ in }
  ) throws {
    let question = DNS.Question(name: StubText.name("www.postroad.example"), type: type)
    var reply = StubText.reply(to: StubText.query(question, id: 7))
    reply.answers = answers.map { StubText.record($0) }
    change(&reply)
    try check("readAnswer(_:to:)", answers, returns: wanted, rule) { _ in
      StubText.text(try readAnswer(reply, to: question))
    }
  }

  private func newDoor(_ servers: [String], _ timeout: UInt32, _ rounds: Int) throws -> StubDoor {
    let addresses = servers.map { Resolver.Address.v4(StubText.address($0)) }
    var stub = try StubResolver(servers: addresses, timeout: timeout, rounds: rounds)
    var random = SeededRandom(seed: 7)
    return StubDoor(
      ask: { try stub.ask($0, now: $1, using: &random) }, tick: { try stub.tick(now: $0) },
      received: { try stub.received($0, from: $1, now: $2) })
  }

  private func newStory(
    _ servers: [String] = [one, two], timeout: UInt32 = 5_000, rounds: Int = 2
  ) throws -> StubStory {
    let call = "StubResolver(servers: \(servers), timeout: \(timeout), rounds: \(rounds))"
    return StubStory(call, try newDoor(servers, timeout, rounds))
  }
}
