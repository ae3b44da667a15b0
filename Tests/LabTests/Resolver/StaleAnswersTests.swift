import DNSMessages
import LabKit
import PostRoad
import Testing

/// RFC 8767; exercise 3.16 decides, and each question is kept apart.
@Suite struct StaleAnswersTests {
  private struct Dead: Error {}

  private func question(_ label: String) throws -> DNS.Question {
    DNS.Question(name: try parseName("\(label).postroad.example."), type: .a)
  }

  private func answer(_ question: DNS.Question) throws -> Resolver.LeasedAnswer {
    Resolver.LeasedAnswer(
      Resolver.Answer(records: [
        DNS.ResourceRecord(name: question.name, ttl: 5, data: .a(try parseIPv4("192.0.2.80")))
      ]))
  }

  @Test func `what was right is said again for a while when nobody can be asked`() throws {
    let stale = StaleAnswers()
    let www = try question("www")
    _ = try stale.answer(www, now: 0, refresh: answer)
    #expect(try stale.answer(www, now: 5) { _ in throw Dead() }.records.map(\.ttl) == [30])
    #expect(throws: Dead.self) { try stale.answer(question("mail"), now: 5) { _ in throw Dead() } }
    #expect(throws: Dead.self) { try stale.answer(www, now: 90_000) { _ in throw Dead() } }
  }

  @Test func `one question can be asked while another is`() throws {
    let stale = StaleAnswers()
    let (www, mail) = (try question("www"), try question("mail"))
    let found = try stale.answer(www, now: 0) {
      _ = try stale.answer(mail, now: 0, refresh: answer)
      return try answer($0)
    }
    #expect(found.records.count == 1)
  }

  @Test func `the oldest are forgotten`() throws {
    let stale = StaleAnswers(most: 2)
    for label in ["a", "b", "c", "d", "e"] { _ = try stale.answer(question(label), now: 0, refresh: answer) }
    #expect(throws: Dead.self) { try stale.answer(question("a"), now: 5) { _ in throw Dead() } }
    for label in ["d", "e"] {
      #expect(try stale.answer(question(label), now: 5) { _ in throw Dead() }.records.count == 1)
    }
  }
}
