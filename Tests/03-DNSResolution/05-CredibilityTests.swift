import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct CredibilityTests {
  private typealias Rank = Resolver.Credibility

  private func rank(
    _ line: String, _ section: Resolver.Section, of reply: String, is rank: Resolver.Credibility,
    _ rule: String
  ) throws {
    try check("credibility(of: \(line), in: .\(section))", ReplyText(reply), returns: rank, rule) {
      try credibility(of: record(line), in: section, of: $0.message)
    }
  }

  // RFC 2181 §5.4.1: the authoritative data in the answer section of an authoritative reply
  @Test func `an authority's answer is worth most`() throws {
    for owner in ["www.postroad.example.", "WWW.postroad.EXAMPLE."] {
      try rank(
        "\(owner) 300 A 192.0.2.80", .answer, of: "NOERROR aa\nquestion www.postroad.example. A",
        is: .authoritativeAnswer, "AA, and it is the name that was asked for")
    }
    try rank(
      "www.postroad.example. 300 CNAME a.test.", .answer, of: "NXDOMAIN aa\nquestion www.postroad.example. A",
      is: .authoritativeAnswer, "an alias of the name that was asked for, of whatever type and response code")
  }

  // RFC 2181 §5.4.1: only the record describing the alias is necessarily authoritative
  @Test func `what follows an alias is no more than an answer`() throws {
    for owner in ["a.test.", "b.postroad.example.", "postroad.example.", "x.www.postroad.example."] {
      try rank(
        "\(owner) 300 A 192.0.2.80", .answer, of: "NOERROR aa\nquestion www.postroad.example. A", is: .answer,
        "AA is about www.postroad.example, not about \(owner)")
    }
    try rank(
      "www.postroad.example. 300 A 192.0.2.80", .answer, of: "NOERROR aa", is: .answer,
      "a response without a question is about no name")
    try rank(
      "a.test. 300 A 192.0.2.80", .answer,
      of: "NOERROR aa\nquestion www.postroad.example. A\nquestion a.test. A",
      is: .answer, "the first question counts")
  }

  // RFC 2181 §5.4.1: the answer section of a non-authoritative answer
  @Test func `without AA an answer comes from hearsay`() throws {
    try rank(
      "www.postroad.example. 300 A 192.0.2.80", .answer, of: "NOERROR ra\nquestion www.postroad.example. A",
      is: .answer, "a cache has said it")
  }

  // RFC 2181 §5.4.1
  @Test func `the authority section is worth as much as AA says`() throws {
    let asked = "\nquestion www.postroad.example. A"
    for line in ["postroad.example. 300 NS ns.test.", "www.postroad.example. 300 NS ns.test."] {
      try rank(line, .authority, of: "NOERROR aa" + asked, is: .authority, "from an authority's response")
      try rank(line, .authority, of: "NOERROR" + asked, is: .hint, "a referral has no AA")
    }
  }

  // RFC 2181 §5.4.1: additional information from an authoritative answer, and from others
  @Test func `additional data is a hint, with AA or without`() throws {
    for flags in ["NOERROR aa", "NOERROR"] {
      try rank(
        "www.postroad.example. 300 A 192.0.2.80", .additional,
        of: "\(flags)\nquestion www.postroad.example. A",
        is: .hint, "even for the name in the question")
    }
  }

  // RFC 2181 §5.4.1: a set of more trustworthy data is not replaced
  @Test func `a lower rank never takes the place of a higher one`() throws {
    for old in Rank.allCases {
      for new in Rank.allCases {
        var cache = Story()
        try cache.store("a.example. 100 A 192.0.2.1", old, at: 0)
        try cache.store("a.example. 100 A 192.0.2.2", new, at: 10)
        let isReplaced = order.firstIndex(of: new)! >= order.firstIndex(of: old)!
        try cache.hint(
          "a.example A", at: 20, [isReplaced ? "a.example. 90 A 192.0.2.2" : "a.example. 80 A 192.0.2.1"],
          isReplaced ? ".\(new) is not lower than .\(old)" : ".\(new) is lower than .\(old)")
      }
    }
  }

  /// The ranks as RFC 2181 §5.4.1 lists them, from the bottom to the top.
  private let order: [Resolver.Credibility] = [.hint, .answer, .authority, .authoritativeAnswer]

  // RFC 2181 §5.4.1: the bottom of the list is never returned as an answer
  @Test func `hints are never answers`() throws {
    for rank in Rank.allCases {
      var cache = Story()
      try cache.store("ns.example. 100 A 192.0.2.53", rank, at: 0)
      try cache.answer(
        "ns.example A", at: 1, rank == .hint ? nil : ["ns.example. 99 A 192.0.2.53"],
        rank == .hint ? "a hint may help to find a server, and no more" : ".\(rank) is above .hint")
      try cache.hint(
        "ns.example A", at: 1, ["ns.example. 99 A 192.0.2.53"], "good enough for the resolver itself")
    }
  }

  // Kaminsky 2008: what comes in an additional section must not change what is known
  @Test func `a hint does not touch an answer`() throws {
    var cache = Story()
    try cache.store("www.postroad.example. 300 A 192.0.2.80", .authoritativeAnswer, at: 0)
    try cache.store("www.postroad.example. 99999 A 203.0.113.66", .hint, at: 1)
    try cache.store("www.postroad.example. 0 A 203.0.113.66", .hint, at: 2)
    try cache.answer(
      "www.postroad.example A", at: 3, ["www.postroad.example. 297 A 192.0.2.80"],
      "it lives on, with its own TTL and address")
    try cache.store("www.postroad.example. 60 A 192.0.2.81", .authority, at: 4)
    try cache.answer(
      "www.postroad.example A", at: 299, ["www.postroad.example. 1 A 192.0.2.80"], "to its last second")
  }

  // RFC 2181 §5.4.1 is about data that is there
  @Test func `after the end of a set any rank may follow`() throws {
    for old in Rank.allCases {
      var cache = Story()
      try cache.store("a.example. 10 A 192.0.2.1", old, at: 0)
      try cache.store("a.example. 10 A 192.0.2.2", .hint, at: 10)
      try cache.hint("a.example A", at: 11, ["a.example. 9 A 192.0.2.2"], "the old set ended at 10")
      try cache.answer("a.example A", at: 11, nil, "the new set is a hint, whatever the old one was")
      try cache.store("a.example. 10 A 192.0.2.3", .answer, at: 12)
      try cache.answer("a.example A", at: 13, ["a.example. 9 A 192.0.2.3"], "a hint gives way")
    }
  }

  // RFC 2181 §5.4.1, §5.2: TTL 0 ends what it takes the place of
  @Test func `a set that is not kept leaves room for any rank`() throws {
    var cache = Story()
    try cache.store("a.example. 10 A 192.0.2.1", .answer, at: 0)
    try cache.store("a.example. 0 A 192.0.2.2", .authoritativeAnswer, at: 1)
    try cache.hint("a.example A", at: 1, nil, "the old set is gone, the new one is not kept")
    try cache.store("a.example. 10 A 192.0.2.3", .hint, at: 1)
    try cache.hint("a.example A", at: 1, ["a.example. 10 A 192.0.2.3"], "nothing is in its way")
  }

  // RFC 2181 §5: a set is a name, a class and a type
  @Test func `each set has a rank of its own`() throws {
    var cache = Story()
    try cache.store("a.example. 10 A 192.0.2.1", .authoritativeAnswer, at: 0)
    try cache.store(
      "A.example. 20 A 192.0.2.2\na.example. 20 TXT x\nb.example. 20 A 192.0.2.3\na.example. 20 TXT y",
      .answer, at: 1)
    try cache.answer(
      "A.EXAMPLE A", at: 1, ["a.example. 9 A 192.0.2.1"], "higher, and the same name in another case")
    try cache.answer(
      "a.example TXT", at: 1, ["a.example. 20 TXT x", "a.example. 20 TXT y"], "another type, in its order")
    try cache.answer("b.example A", at: 1, ["b.example. 20 A 192.0.2.3"], "another name")
    try cache.store("a.example. 30 A 192.0.2.9", .hint, ofClass: .chaos, at: 2)
    try cache.hint("a.example A", ofClass: .chaos, at: 2, ["a.example. 30 A 192.0.2.9"], "another class")
    try cache.answer(
      "a.example A", at: 2, ["a.example. 8 A 192.0.2.1"], "a hint in class CH makes no hint of it")
    try cache.store("c.example. 10 A 192.0.2.4", .hint, at: 2)
    try cache.store("c.example. 10 A 192.0.2.5", .authoritativeAnswer, ofClass: .chaos, at: 2)
    try cache.answer("c.example A", at: 2, nil, "an answer in class CH makes no answer of a hint")
    try cache.store("c.example. 20 A 192.0.2.6", .hint, at: 2)
    try cache.hint("c.example A", at: 2, ["c.example. 20 A 192.0.2.6"], "nor is it in a hint's way")
    try cache.answer("a.example AAAA", at: 1, nil, "nothing is known")
    try cache.hint("a.example AAAA", at: 1, nil, "nothing is known")
  }

  /// A cache with what has happened to it.
  private struct Story {
    private var cache = RankedCache()
    private var steps = CheckSteps()

    mutating func store(
      _ text: String, _ rank: Resolver.Credibility, ofClass recordClass: DNS.RecordClass = .internet,
      at now: Int
    ) throws {
      var copy = cache
      let stored = records(text).map {
        DNS.ResourceRecord(name: $0.name, recordClass: recordClass, ttl: $0.ttl, data: $0.data)
      }
      let shown = lines(stored).joined(separator: ", ") + (recordClass == .internet ? "" : " in class CH")
      try steps.run("store(\(shown), credibility: .\(rank), now: \(now))") {
        try copy.store(stored, credibility: rank, now: now)
      }
      cache = copy
    }

    mutating func answer(_ asked: String, at now: Int, _ expected: [String]?, _ rule: String) throws {
      try steps.check("answer(to: \(asked), now: \(now))", returns: expected, rule) { [cache] in
        try cache.answer(to: question(asked), now: now).map(lines)
      }
    }

    mutating func hint(
      _ asked: String, ofClass recordClass: DNS.RecordClass = .internet, at now: Int, _ expected: [String]?,
      _ rule: String
    ) throws {
      var question = question(asked)
      question.recordClass = recordClass
      let suffix = recordClass == .internet ? "" : " in class CH"
      try steps.check("hint(for: \(asked)\(suffix), now: \(now))", returns: expected, rule) { [cache] in
        try cache.hint(for: question, now: now).map(lines)
      }
    }
  }
}
