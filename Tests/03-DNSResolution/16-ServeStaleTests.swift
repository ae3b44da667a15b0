import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ServeStaleTests {
  private let tower = "www.example. 300 A 192.0.2.80"
  private let servfail = "SERVFAIL"

  // RFC 1034 §5.3.3: what is known is the answer
  @Test func `a fresh answer needs nobody`() throws {
    var cache = Story()
    try cache.refreshes(at: 1000, with: tower, "nothing is known")
    for (now, left) in [(1000, 300), (1001, 299), (1299, 1)] {
      try cache.answers(at: now, "NOERROR; www.example. \(left) A 192.0.2.80", "300 s from 1000 on")
    }
    try cache.answers(
      "WWW.Example A", at: 1299, "NOERROR; www.example. 1 A 192.0.2.80", "the same name in other letters")
    try cache.refreshes(at: 1300, with: "www.example. 60 A 192.0.2.81", "it has ended")
    try cache.answers(at: 1359, "NOERROR; www.example. 1 A 192.0.2.81", "60 s from 1300 on")
  }

  // RFC 8767 §5, §7: only when refreshing has failed; coredns #4097
  @Test func `an answer that has ended is refreshed before it is used`() throws {
    var cache = Story()
    try cache.refreshes(at: 0, with: tower, "nothing is known")
    try cache.refreshes(at: 300, with: "www.example. 300 A 192.0.2.81", "the tower has moved")
    try cache.fails(at: 600, "NOERROR; www.example. 30 A 192.0.2.81", "the newest is kept")
  }

  // RFC 8767 §4: TTL 30, and never 0
  @Test func `where nobody helps the old answer is used`() throws {
    for code in [nil, DNS.ResponseCode.serverFailure, .refused, .notImplemented, .formatError] {
      var cache = Story()
      try cache.refreshes(
        at: 0, with: "www.example. 500 CNAME a.test.\na.test. 300 A 192.0.2.80\na.test. 400 A 192.0.2.81",
        "the lowest TTL is 300")
      let kept = "NOERROR; www.example. 30 CNAME a.test.; a.test. 30 A 192.0.2.80; a.test. 30 A 192.0.2.81"
      try cache.fails(at: 300, kept, "stale bread is better than none", code: code)
      try cache.fails(at: 400, kept, "again", code: code)
    }
  }

  // RFC 8767 §5: nothing kept, nothing said
  @Test func `without an old answer a failure is one`() throws {
    for code in [nil, DNS.ResponseCode.refused] {
      var cache = Story()
      try cache.fails(at: 0, servfail, "nobody knows anything", code: code)
      try cache.refreshes("mail.example A", at: 1, with: tower.replacing("www", with: "mail"), "another name")
      try cache.refreshes("www.example AAAA", at: 1, with: "www.example. 9 AAAA 2001:db8::1", "another type")
      try cache.refreshes(at: 1, with: "www.example. 9 A 192.0.2.9", "another class", class: .chaos)
      try cache.fails(at: 40, servfail, "still nobody", code: code)
    }
  }

  // RFC 8767 §4: NOERROR and NXDOMAIN refresh; coredns #3586
  @Test func `what does not exist any more is not brought back`() throws {
    for negative in ["NXDOMAIN", "NXDOMAIN soa", "NOERROR soa", "NOERROR"] {
      var cache = Story()
      try cache.refreshes(at: 0, with: tower, "nothing is known")
      try cache.refreshes(at: 300, with: negative, "the zone has spoken")
      try cache.fails(at: 301, servfail, "a negative answer is not kept, and nothing older either")
      try cache.refreshes(at: 400, with: tower, "and the other way round")
      try cache.answers(at: 699, "NOERROR; www.example. 1 A 192.0.2.80", "it is back")
    }
    var cache = Story()
    try cache.refreshes(
      at: 0, with: "NOERROR soa\nwww.example. 300 CNAME a.test.", "an alias of a name without records")
    try cache.fails(at: 1, servfail, "a negative answer, whatever leads to it")
    try cache.refreshes(at: 40, with: "NXDOMAIN\nwww.example. 300 CNAME a.test.", "or of none at all")
    try cache.fails(at: 41, servfail, "the same")
  }

  // RFC 8767 §5: the failure recheck timer
  @Test func `after a failure nobody is asked for thirty seconds`() throws {
    var cache = Story()
    try cache.refreshes(at: 0, with: tower, "nothing is known")
    let kept = "NOERROR; www.example. 30 A 192.0.2.80"
    try cache.fails(at: 300, kept, "the first failure")
    for now in [300, 301, 329] { try cache.answers(at: now, kept, "30 s from 300 on nobody is asked") }
    try cache.fails("www.example AAAA", at: 310, servfail, "another question has its own time")
    try cache.answers("www.example AAAA", at: 339, servfail, "and no answer")
    try cache.fails(at: 330, kept, "the second failure")
    try cache.answers(at: 359, kept, "30 s from 330 on, however often somebody asks")
    try cache.refreshes("www.example AAAA", at: 340, with: "NXDOMAIN", "its 30 s are over")
    try cache.refreshes(at: 360, with: "www.example. 10 A 192.0.2.81", "they are back")
    try cache.fails(at: 370, "NOERROR; www.example. 30 A 192.0.2.81", "a new failure begins a new time")
    try cache.answers(at: 399, "NOERROR; www.example. 30 A 192.0.2.81", "30 s from 370 on")
  }

  // RFC 8767 §5: the timer is for failures
  @Test func `after a success nobody has to wait`() throws {
    for success in ["www.example. 5 A 192.0.2.80", "www.example. 0 A 192.0.2.80", "NXDOMAIN"] {
      var cache = Story()
      try cache.fails(at: 0, servfail, "nothing is known")
      try cache.refreshes(at: 30, with: success, "30 s later")
      try cache.refreshes(at: 35, with: tower, "what was kept has ended, and nothing has failed since")
    }
  }

  // RFC 8767 §5: the maximum stale timer
  @Test func `an old answer is used for a day`() throws {
    var cache = Story()
    try cache.refreshes(at: -900, with: tower, "nothing is known, and the clock began long ago")
    try cache.fails(at: -600, "NOERROR; www.example. 30 A 192.0.2.80", "300 s from -900 on it is old")
    try cache.fails(at: 85_799, "NOERROR; www.example. 30 A 192.0.2.80", "the last second of a day")
    try cache.answers(at: 85_800, servfail, "a day is over")
    try cache.fails(at: 85_829, servfail, "and it stays so")
    cache = Story()
    try cache.refreshes(at: 0, with: tower, "nothing is known")
    try cache.fails(at: 1_000_000, servfail, "eleven days and a half")
  }

  // RFC 8767 §4, §7: TTL 0 is for this question only
  @Test func `an answer with TTL 0 is never kept`() throws {
    for answer in ["www.example. 0 A 192.0.2.80", "www.example. 300 CNAME a.test.\na.test. 0 A 192.0.2.80"] {
      var cache = Story()
      try cache.refreshes(at: 0, with: answer, "nothing is known")
      try cache.refreshes(at: 0, with: answer, "it was for one question")
      try cache.fails(at: 1, servfail, "nor is it used when nobody helps")
      try cache.refreshes(at: 31, with: tower, "a longer one")
      try cache.refreshes(at: 331, with: answer, "and again 0")
      try cache.fails(at: 332, servfail, "the longer one is gone: it is older")
    }
    var cache = Story()
    try cache.refreshes(at: 0, with: "www.example. 1 A 192.0.2.80", "1 s is not 0")
    try cache.answers(at: 0, "NOERROR; www.example. 1 A 192.0.2.80", "it is kept for this second")
  }

  // sdns #588, ghost domains: 3.13
  @Test func `no old answer outlives its delegation`() throws {
    var cache = Story()
    try cache.refreshes(at: 0, with: tower, "its zone is delegated until 400", lease: 400)
    for (now, left) in [(300, 30), (370, 30), (371, 29), (399, 1)] {
      try cache.refails(
        at: now, "NOERROR; www.example. \(left) A 192.0.2.80", "30 s, or what is left until 400")
    }
    try cache.refails(at: 400, servfail, "the parent would have to be asked")
    for lease in [0, 299, 300] {
      var cache = Story()
      try cache.refreshes(at: 0, with: tower, "its zone is delegated until \(lease)", lease: lease)
      try cache.answers(
        at: 299, "NOERROR; www.example. 1 A 192.0.2.80", "its TTL counts as long as it is fresh")
      try cache.fails(at: 300, servfail, "the lease has ended")
    }
  }

  // RFC 8767 §5: RD
  @Test func `without recursion desired nobody is asked, and nothing old is used`() throws {
    var cache = Story()
    try cache.answers(at: 0, "nil", "nothing is known", recursionDesired: false)
    try cache.refreshes(at: 0, with: tower, "somebody else wants it")
    try cache.answers(
      at: 299, "NOERROR; www.example. 1 A 192.0.2.80", "what is fresh is for all", recursionDesired: false)
    try cache.answers(at: 300, "nil", "it has ended", recursionDesired: false)
    try cache.fails(at: 301, "NOERROR; www.example. 30 A 192.0.2.80", "for who desires recursion")
    try cache.answers(at: 302, "nil", "nor after a failure", recursionDesired: false)
  }

  // RFC 8767 §4: seven days
  @Test func `an answer lives for seven days at most`() throws {
    for ttl in [604_800, 604_801, UInt32.max] {
      var cache = Story()
      try cache.refreshes(at: 0, with: "www.example. \(ttl) A 192.0.2.80", "returned as it came")
      try cache.answers(at: 604_799, "NOERROR; www.example. 1 A 192.0.2.80", "the last second of seven days")
      try cache.fails(at: 604_800, "NOERROR; www.example. 30 A 192.0.2.80", "it has ended, and is stale")
    }
  }
}

/// A cache, and what was done with it. Answers are written as records; a first line may have a code, and `soa`.
private struct Story {
  private struct Silence: Error {}
  private var cache = StaleCache()
  private var steps = CheckSteps()

  /// Somebody is asked and answers so, which is returned as it is.
  mutating func refreshes(
    _ asked: String = "www.example A", at now: Int, with found: String, _ rule: String,
    class recordClass: DNS.RecordClass = .internet, lease: Int? = nil
  ) throws {
    let rows = found.split(separator: "\n")
    let words = rows[0].split(separator: " ")
    let hasCode = words[0] == "NXDOMAIN" || words[0] == "NOERROR"
    let answer = Resolver.Answer(
      code: words[0] == "NXDOMAIN" ? .nonExistentDomain : .noError,
      records: rows.dropFirst(hasCode ? 1 : 0).map { record(String($0)) },
      soa: words.last == "soa" ? record("example. 300 SOA 300") : nil)
    try step(
      asked, recordClass, at: now, gets: { Resolver.LeasedAnswer(answer, lease: lease) },
      "\(text(answer)), asked once", rule)
  }

  /// Somebody is asked, and fails: with a code, or with an error.
  mutating func fails(
    _ asked: String = "www.example A", at now: Int, _ expected: String, _ rule: String,
    code: DNS.ResponseCode? = nil
  ) throws {
    try step(
      asked, at: now,
      gets: {
        guard let code else { throw Silence() }
        return Resolver.LeasedAnswer(
          Resolver.Answer(code: code, records: [record("www.example. 9 A 203.0.113.9")]))
      }, "\(expected), asked once", rule)
  }

  /// The same in a copy: what comes afterwards knows nothing of it.
  func refails(at now: Int, _ expected: String, _ rule: String) throws {
    var other = self
    try other.fails(at: now, expected, rule)
  }

  /// Nobody is asked.
  mutating func answers(
    _ asked: String = "www.example A", at now: Int, _ expected: String, _ rule: String,
    recursionDesired: Bool = true
  ) throws {
    try step(asked, at: now, gets: { throw Silence() }, expected, rule, recursionDesired)
  }

  private mutating func step(
    _ asked: String, _ recordClass: DNS.RecordClass = .internet, at now: Int,
    gets refresh: () throws -> Resolver.LeasedAnswer, _ expected: String, _ rule: String,
    _ recursionDesired: Bool = true
  ) throws {
    var query = question(asked)
    query.recordClass = recordClass
    var calls: [DNS.Question] = []
    try steps.check(
      "answer(\(asked)\(recursionDesired ? "" : ", RD=0"), now: \(now))", returns: expected, rule
    ) {
      let answer = try cache.answer(query, recursionDesired: recursionDesired, now: now) {
        calls.append($0)
        return try refresh()
      }
      let asked = calls.isEmpty ? "" : calls == [query] ? ", asked once" : ", asked \(calls.map { text($0) })"
      return (answer.map { text($0) } ?? "nil") + asked
    }
  }
}
