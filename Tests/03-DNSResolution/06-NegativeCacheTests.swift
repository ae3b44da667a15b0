import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct NegativeCacheTests {
  // RFC 2308 §5: NXDOMAIN is kept by name and class
  @Test func `NXDOMAIN is about all types of a name`() throws {
    var cache = Story()
    try cache.nxdomain("no.example", "example. 300 SOA 300", asking: "no.example A", at: 0)
    for asked in ["no.example A", "no.example MX", "NO.Example AAAA", "no.example ANY"] {
      try cache.find(asked, at: 0, "NXDOMAIN, example. 300 SOA 300", "the name does not exist, with no type")
    }
    for asked in ["example A", "other.example A", "a.no.example A"] {
      try cache.find(asked, at: 0, "nothing", "nothing was stored for this name")
    }
    try cache.find("no.example A", ofClass: .chaos, at: 0, "nothing", "another class")
  }

  // RFC 2308 §5: NODATA is kept by name, type and class
  @Test func `NODATA is about one type`() throws {
    var cache = Story()
    try cache.nodata("www.example", "example. 300 SOA 300", asking: "www.example AAAA", at: 0)
    try cache.find("WWW.example AAAA", at: 0, "NODATA, example. 300 SOA 300", "it has no AAAA records")
    for asked in ["www.example A", "www.example ANY", "example AAAA", "a.www.example AAAA"] {
      try cache.find(asked, at: 0, "nothing", "only AAAA of www.example is known to be missing")
    }
    try cache.find("www.example AAAA", ofClass: .chaos, at: 0, "nothing", "another class")
    try cache.nodata("ent.example", "example. 300 SOA 300", asking: "ent.example ANY", at: 0)
    try cache.find("ent.example A", at: 0, "nothing", "ANY is a type like others here, and no NXDOMAIN")
    try cache.nodata("www.example", "example. 60 SOA 60", asking: "www.example MX", at: 0)
    try cache.find("www.example AAAA", at: 0, "NODATA, example. 300 SOA 300", "each type has its own entry")
  }

  // RFC 2308 §5: the minimum of the SOA's MINIMUM and its TTL
  @Test func `the lower one of TTL and MINIMUM is the lifetime`() throws {
    for (ttl, minimum, lifetime) in [(300, 60, 60), (60, 300, 60), (10, 10, 10), (1, 9999, 1)] {
      var cache = Story()
      try cache.nxdomain("no.example", "example. \(ttl) SOA \(minimum)", asking: "no.example A", at: 7)
      try cache.find(
        "no.example A", at: 7, "NXDOMAIN, example. \(lifetime) SOA \(minimum)", "of \(ttl) and \(minimum)")
      try cache.find(
        "no.example A", at: 6 + lifetime, "NXDOMAIN, example. 1 SOA \(minimum)", "the last second")
      try cache.find("no.example A", at: 7 + lifetime, "nothing", "\(lifetime) s are over")
    }
  }

  // RFC 2308 §5: one to three hours work well
  @Test func `three hours are the most, and 0 is not kept`() throws {
    for ttl in ["10800", "10801", "86400", "4294967295"] {
      var cache = Story()
      try cache.nodata("a.example", "example. \(ttl) SOA \(ttl)", asking: "a.example A", at: 0)
      try cache.find("a.example A", at: 0, "NODATA, example. 10800 SOA \(ttl)", "10800 s are the most")
      try cache.find("a.example A", at: 10_799, "NODATA, example. 1 SOA \(ttl)", "the last second")
      try cache.find("a.example A", at: 10_800, "nothing", "three hours are over")
    }
    for soa in ["example. 0 SOA 300", "example. 300 SOA 0"] {
      var cache = Story()
      try cache.nxdomain("no.example", soa, asking: "no.example A", at: 0)
      try cache.find("no.example A", at: 0, "nothing", "a lifetime of 0")
    }
  }

  // RFC 2308 §6: the SOA with its TTL decremented
  @Test func `the SOA record counts down`() throws {
    var cache = Story()
    try cache.nodata("a.example", "example. 900 SOA 300", asking: "a.example A", at: 100)
    for (now, left) in [(100, 300), (101, 299), (250, 150), (399, 1)] {
      try cache.find(
        "a.example A", at: now, "NODATA, example. \(left) SOA 300", "whoever gets it keeps it no longer")
    }
  }

  // RFC 2308 §5: negative responses without SOA records should not be cached; c-ares #1293
  @Test func `without an SOA record nothing is stored`() throws {
    var cache = Story()
    try cache.nxdomain("no.example", "", asking: "no.example A", at: 0)
    try cache.nodata("a.example", "example. 300 NS ns.example.", asking: "a.example A", at: 0)
    try cache.nodata("a.example", "south.example. 300 SOA 300", asking: "a.example A", at: 0)
    for asked in ["no.example A", "a.example A"] {
      try cache.find(asked, at: 0, "nothing", "no zone that the name is in has said it")
    }
    let elsewhere = DNS.Message(
      header: DNS.Header(), answers: records("example. 300 SOA 300"),
      additionals: records("example. 300 SOA 300"))
    try cache.store(
      .nameError(name("c.example")), elsewhere, "SOA in other sections", asking: "c.example A", at: 0)
    try cache.find("c.example A", at: 0, "nothing", "only the authority section counts")
    try cache.nxdomain("b.example", "example. 300 SOA 300", asking: "b.example A", at: 0)
    try cache.nodata("b.example", "", asking: "b.example A", at: 1)
    try cache.find("b.example A", at: 1, "NXDOMAIN, example. 299 SOA 300", "what was known is as before")
  }

  // RFC 2308 §2.1, §5: the name is the last one of the chain
  @Test func `the missing name counts, and its zone's SOA`() throws {
    var cache = Story()
    try cache.nxdomain(
      "tripple.xx", "example. 60 SOA 60\nxx. 300 SOA 300\nXX. 9 SOA 9", asking: "an.example A", at: 0)
    try cache.find(
      "tripple.xx TXT", at: 0, "NXDOMAIN, xx. 300 SOA 300", "the first SOA of a zone that it is in")
    try cache.find("an.example A", at: 0, "nothing", "it exists: it is an alias")
    try cache.nodata("b.xx", ". 20 SOA 20", asking: "an.example MX", at: 0)
    try cache.find("b.xx MX", at: 0, "NODATA, . 20 SOA 20", "the type is the question's")
  }

  // RFC 2308 §5: the newest word
  @Test func `a newer response takes the place of an older one`() throws {
    var cache = Story()
    try cache.nxdomain("a.example", "example. 300 SOA 300", asking: "a.example A", at: 0)
    try cache.nxdomain("A.example", "example. 60 SOA 60", asking: "a.example A", at: 10)
    try cache.find(
      "a.example A", at: 10, "NXDOMAIN, example. 60 SOA 60", "the newer one, though it is shorter")
    try cache.nodata("a.EXAMPLE", "example. 20 SOA 20", asking: "a.example MX", at: 20)
    try cache.find("a.example MX", at: 20, "NODATA, example. 20 SOA 20", "no MX records, but the name exists")
    try cache.find("a.example A", at: 20, "nothing", "so NXDOMAIN is over, for all types")
    try cache.nxdomain("a.example", "example. 5 SOA 5", asking: "a.example A", at: 25)
    try cache.find("a.example MX", at: 25, "NXDOMAIN, example. 5 SOA 5", "the name is gone again")
    try cache.nodata("a.example", "example. 0 SOA 20", asking: "a.example TXT", at: 26)
    try cache.find("a.example TXT", at: 26, "nothing", "not kept, but the name exists")
  }

  // RFC 2308 §2: only these two are negative answers
  @Test func `other kinds of responses store nothing`() throws {
    let kinds: [Resolver.ResponseKind] = [
      .answer, .alias(name("a.example")), .referral(name("example")), .upwardReferral(name("example")), .lame,
      .failure(.serverFailure),
    ]
    for kind in kinds {
      var cache = Story()
      try cache.store(kind, "example. 300 SOA 300", asking: "a.example A", at: 0)
      for asked in ["a.example A", "example A"] {
        try cache.find(asked, at: 0, "nothing", "it says nothing about what is missing")
      }
    }
  }

  // RFC 9520 §3.2: at least 1 second, at most 5 minutes
  @Test func `failures are kept from one second to five minutes`() throws {
    for (seconds, kept) in [
      (0, 1), (1, 1), (2, 2), (30, 30), (299, 299), (300, 300), (301, 300), (UInt32.max, 300),
    ] {
      var cache = Story()
      try cache.fail("www.example A", for: UInt32(seconds), at: 50)
      try cache.find("WWW.example A", at: 49 + kept, "failure", "kept for \(kept) s")
      try cache.find("www.example A", at: 50 + kept, "nothing", "\(kept) s are over")
    }
  }

  // RFC 9520 §3.2 leaves open what a failure is kept for; here it is the question, not the name
  @Test func `a failure is about one question`() throws {
    var cache = Story()
    try cache.fail("www.example A", for: 60, at: 0)
    for asked in ["www.example AAAA", "example A", "a.www.example A"] {
      try cache.find(asked, at: 0, "nothing", "only the A records of www.example could not be had")
    }
    try cache.find("www.example A", ofClass: .chaos, at: 0, "nothing", "another class")
    try cache.fail("www.example MX", ofClass: .chaos, for: 60, at: 0)
    try cache.find("www.example MX", ofClass: .chaos, at: 0, "failure", "the question has this class")
    try cache.find("www.example MX", at: 0, "nothing", "and not another")
    try cache.fail("www.example A", for: 5, at: 1)
    try cache.find("www.example A", at: 6, "nothing", "the newer failure counts")
  }

  // RFC 2308 §5, RFC 9520 §3.2: an answer is worth more than a failure
  @Test func `the strongest word comes first`() throws {
    var cache = Story()
    try cache.fail("a.example A", for: 300, at: 0)
    try cache.nodata("a.example", "example. 20 SOA 20", asking: "a.example A", at: 0)
    try cache.nxdomain("a.example", "example. 10 SOA 10", asking: "a.example A", at: 0)
    try cache.find("a.example A", at: 9, "NXDOMAIN, example. 1 SOA 10", "the name does not exist")
    try cache.fail("a.example MX", for: 300, at: 9)
    try cache.find("a.example MX", at: 9, "NXDOMAIN, example. 1 SOA 10", "a failure does not hide it")
    var other = Story()
    try other.fail("a.example A", for: 300, at: 0)
    try other.nodata("a.example", "example. 20 SOA 20", asking: "a.example A", at: 0)
    try other.fail("a.example A", for: 300, at: 1)
    try other.find("a.example A", at: 19, "NODATA, example. 1 SOA 20", "no such data, and that is an answer")
    try other.find("a.example A", at: 20, "failure", "it is known for longer")
  }

  /// A cache with what has happened to it.
  private struct Story {
    private var cache = NegativeCache()
    private var steps = CheckSteps()

    mutating func nxdomain(_ missing: String, _ authority: String, asking: String, at now: Int) throws {
      try store(.nameError(name(missing)), authority, asking: asking, at: now)
    }

    mutating func nodata(_ missing: String, _ authority: String, asking: String, at now: Int) throws {
      try store(.noData(name(missing)), authority, asking: asking, at: now)
    }

    mutating func store(
      _ kind: Resolver.ResponseKind, _ authority: String, asking: String, at now: Int
    ) throws {
      let response = DNS.Message(header: DNS.Header(isResponse: true), authorities: records(authority))
      let shown = authority.split(separator: "\n").joined(separator: ", ")
      try store(kind, response, shown, asking: asking, at: now)
    }

    mutating func store(
      _ kind: Resolver.ResponseKind, _ response: DNS.Message, _ shown: String, asking: String, at now: Int
    ) throws {
      var copy = cache
      try steps.run("store([\(shown)], to: \(asking), meaning: .\(kind), now: \(now))") {
        try copy.store(response, to: question(asking), meaning: kind, now: now)
      }
      cache = copy
    }

    mutating func fail(
      _ asked: String, ofClass recordClass: DNS.RecordClass = .internet, for seconds: UInt32, at now: Int
    ) throws {
      var copy = cache
      var question = question(asked)
      question.recordClass = recordClass
      let suffix = recordClass == .internet ? "" : " in class \(recordClass.rawValue)"
      try steps.run("storeFailure(of: \(asked)\(suffix), for: \(seconds), now: \(now))") {
        try copy.storeFailure(of: question, for: seconds, now: now)
      }
      cache = copy
    }

    mutating func find(
      _ asked: String, ofClass recordClass: DNS.RecordClass = .internet, at now: Int, _ expected: String,
      _ rule: String
    ) throws {
      var question = question(asked)
      question.recordClass = recordClass
      let suffix = recordClass == .internet ? "" : " in class \(recordClass.rawValue)"
      try steps.check("negative(for: \(asked)\(suffix), now: \(now))", returns: expected, rule) { [cache] in
        switch try cache.negative(for: question, now: now) {
        case .nameError(let soa): "NXDOMAIN, \(text(soa))"
        case .noData(let soa): "NODATA, \(text(soa))"
        case .failure: "failure"
        case nil: "nothing"
        }
      }
    }
  }
}
