import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct TTLCacheTests {
  private let week = 604_800

  // RFC 1034 §3.6: the time that a record may be cached
  @Test func `the TTL counts down`() throws {
    var cache = Story()
    try cache.store("www.postroad.example. 300 A 192.0.2.80", at: 1000)
    for (now, left) in [(1000, 300), (1001, 299), (1150, 150), (1299, 1)] {
      try cache.find(
        "www.postroad.example A", at: now, ["www.postroad.example. \(left) A 192.0.2.80"],
        "300 s from 1000 on, so \(left) s are left")
    }
  }

  // RFC 1034 §3.6: when it is 0, the record is gone
  @Test func `a set ends at the second`() throws {
    var cache = Story()
    try cache.store("www.postroad.example. 300 A 192.0.2.80", at: 1000)
    for now in [1300, 1301, 99_999] {
      try cache.find("www.postroad.example A", at: now, nil, "300 s are over")
    }
    try cache.find(
      "www.postroad.example A", at: 1299, ["www.postroad.example. 1 A 192.0.2.80"], "1 s is left")
  }

  // RFC 2181 §5.2: if the TTLs of a set differ, the lowest counts
  @Test func `the lowest TTL of a set is that of all`() throws {
    var cache = Story()
    try cache.store(
      """
      www.postroad.example. 300 A 192.0.2.80
      www.postroad.example. 60 A 192.0.2.81
      www.postroad.example. 900 A 192.0.2.79
      """, at: 0)
    try cache.find(
      "www.postroad.example A", at: 10,
      [
        "www.postroad.example. 50 A 192.0.2.80", "www.postroad.example. 50 A 192.0.2.81",
        "www.postroad.example. 50 A 192.0.2.79",
      ], "the lowest is 60; the order is that of the records")
    try cache.find("www.postroad.example A", at: 60, nil, "a set lives and ends as a whole")
  }

  // RFC 1035 §3.2.1: TTL 0, for the transaction in progress alone
  @Test func `TTL 0 is not kept`() throws {
    var cache = Story()
    try cache.store("now.postroad.example. 0 A 192.0.2.1", at: 5)
    try cache.find("now.postroad.example A", at: 5, nil, "0 s is not even this second")
    try cache.store("a.example. 300 A 192.0.2.1", at: 5)
    try cache.store("a.example. 0 A 192.0.2.1\na.example. 300 A 192.0.2.2", at: 6)
    try cache.find("a.example A", at: 6, nil, "the new set has a TTL of 0, and the old one is gone")
  }

  // RFC 2181 §5: a set is one thing
  @Test func `a new set takes the place of the old one`() throws {
    var cache = Story()
    try cache.store("a.example. 300 A 192.0.2.1\na.example. 300 A 192.0.2.2", at: 0)
    try cache.store("A.EXAMPLE. 60 A 192.0.2.3", at: 100)
    try cache.find("a.example A", at: 110, ["a.example. 50 A 192.0.2.3"], "nothing of the old set is left")
    try cache.find("a.example A", at: 160, nil, "nor does it come back when the new one has ended")
    try cache.store("a.example. 5 A 192.0.2.4", at: 161)
    try cache.store("a.example. 9 A 192.0.2.4", at: 163)
    try cache.find("a.example A", at: 168, ["a.example. 4 A 192.0.2.4"], "a later set may live longer")
  }

  // RFC 2181 §5: name, class and type
  @Test func `name, class and type make a set`() throws {
    var cache = Story()
    try cache.store(
      """
      a.example. 10 A 192.0.2.1
      b.example. 20 A 192.0.2.2
      a.example. 30 TXT hello
      b.example. 40 AAAA 2001:db8::2
      a.example. 50 A 192.0.2.5
      """, at: 0)
    for (asked, expected) in [
      ("a.example A", ["a.example. 10 A 192.0.2.1", "a.example. 10 A 192.0.2.5"]),
      ("b.example A", ["b.example. 20 A 192.0.2.2"]), ("a.example TXT", ["a.example. 30 TXT hello"]),
      ("b.example AAAA", ["b.example. 40 AAAA 2001:db8::2"]),
    ] {
      try cache.find(asked, at: 0, expected, "sets that come together, with lifetimes of their own")
    }
    for asked in ["a.example AAAA", "c.example A", "example A", "a.example ANY", ". A"] {
      try cache.find(asked, at: 0, nil, "nothing was stored for it")
    }
    try cache.store("a.example. 99 A 192.0.2.9", ofClass: .chaos, at: 1)
    try cache.find(
      "a.example A", at: 1, ["a.example. 9 A 192.0.2.1", "a.example. 9 A 192.0.2.5"], "another class")
    try cache.find(
      "a.example A", ofClass: .chaos, at: 1, ["a.example. 99 A 192.0.2.9"], "it has a set of its own")
  }

  // RFC 4343 §3
  @Test func `names are found in any case`() throws {
    var cache = Story()
    try cache.store("www.PostRoad.example. 30 A 192.0.2.1\nWWW.postroad.example. 20 A 192.0.2.2", at: 0)
    try cache.find(
      "wWw.postroad.EXAMPLE A", at: 0,
      ["www.postroad.example. 20 A 192.0.2.1", "www.postroad.example. 20 A 192.0.2.2"], "one name, one set")
  }

  // RFC 8767 §4: a cap of seven days; the highest bit is no sign
  @Test func `no set is kept for more than seven days`() throws {
    for ttl: UInt32 in [604_800, 604_801, 0x7FFF_FFFF, 0x8000_0000, .max] {
      var cache = Story()
      try cache.store("old.example. \(ttl) A 192.0.2.1", at: 50)
      try cache.find("old.example A", at: 50, ["old.example. \(week) A 192.0.2.1"], "604800 s are the most")
      try cache.find("old.example A", at: 49 + week, ["old.example. 1 A 192.0.2.1"], "the last second")
      try cache.find("old.example A", at: 50 + week, nil, "seven days are over")
    }
    var cache = Story()
    try cache.store("old.example. 604799 A 192.0.2.1", at: 0)
    try cache.find(
      "old.example A", at: 0, ["old.example. 604799 A 192.0.2.1"], "one second less than the cap")
  }

  // Our rule: looking changes nothing
  @Test func `a set that is found does not live longer`() throws {
    var cache = Story()
    try cache.store("a.example. 10 A 192.0.2.1", at: 0)
    for now in 0..<10 {
      try cache.find("a.example A", at: now, ["a.example. \(10 - now) A 192.0.2.1"], "it counts down")
    }
    try cache.find("a.example A", at: 10, nil, "however often it was found")
    try cache.store("", at: 11)
    try cache.find("a.example A", at: 11, nil, "nothing was stored")
  }

  // A second implementation: a log that is read backwards
  @Test func `random records agree with a log of what was stored`() throws {
    var random = SeededRandom(seed: 34)
    for _ in 0..<20 {
      var cache = Story()
      var log: [(time: Int, records: [DNS.ResourceRecord])] = []
      var now = 0
      for _ in 0..<30 {
        now += Int.random(in: 0...3, using: &random)
        let stored = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          "\(["a", "b"].randomElement(using: &random)!). \(Int.random(in: 0...9, using: &random)) "
            + ["A 192.0.2.1", "A 192.0.2.2", "TXT x"].randomElement(using: &random)!
        }.joined(separator: "\n")
        log.append((now, records(stored)))
        try cache.store(stored, at: now)
        now += Int.random(in: 0...3, using: &random)
        for asked in ["a A", "b A", "a TXT"] {
          let matching = log.map { entry in
            (
              entry.time,
              entry.records.filter { $0.name == question(asked).name && $0.type == question(asked).type }
            )
          }
          let newest = matching.last { !$0.1.isEmpty }
          let left = newest.map { $0.0 + Int($0.1.map(\.ttl).min()!) - now } ?? 0
          let expected = newest?.1.map {
            text($0).replacing(/\ \d+\ /, with: " \(left) ", maxReplacements: 1)
          }
          try cache.find(asked, at: now, left > 0 ? expected : nil, "so says the newest entry of the log")
        }
      }
    }
  }

  /// A cache with what has happened to it.
  private struct Story {
    private var cache = TTLCache()
    private var steps = CheckSteps()

    mutating func store(_ text: String, ofClass recordClass: DNS.RecordClass = .internet, at now: Int) throws
    {
      let stored = records(text).map { record in
        DNS.ResourceRecord(name: record.name, recordClass: recordClass, ttl: record.ttl, data: record.data)
      }
      var copy = cache
      let suffix = recordClass == .internet ? "" : ", class \(recordClass.rawValue)"
      try steps.run("store(\(lines(stored).joined(separator: ", "))\(suffix), now: \(now))") {
        try copy.store(stored, now: now)
      }
      cache = copy
    }

    mutating func find(
      _ asked: String, ofClass recordClass: DNS.RecordClass = .internet, at now: Int, _ expected: [String]?,
      _ rule: String
    ) throws {
      var question = question(asked)
      question.recordClass = recordClass
      let suffix = recordClass == .internet ? "" : ", class \(recordClass.rawValue)"
      try steps.check("records(for: \(asked)\(suffix), now: \(now))", returns: expected, rule) { [cache] in
        try cache.records(for: question, now: now).map { $0.map { text($0).lowercasedOwner } }
      }
    }
  }
}

extension String {
  /// Owners keep the case that they came with, or do not.
  fileprivate var lowercasedOwner: String {
    let end = firstIndex(of: " ") ?? endIndex
    return self[..<end].lowercased() + self[end...]
  }
}
