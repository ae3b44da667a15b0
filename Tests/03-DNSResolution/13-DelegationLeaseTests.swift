import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct DelegationLeaseTests {
  // RFC 1034 §4.2.2: the parent's NS records, for as long as their TTL says
  @Test func `a lease counts down, and ends at the second`() throws {
    var leases = Story()
    try leases.delegate("example", from: ".", ttl: 300, at: 1000)
    for (now, left) in [(1000, 300), (1001, 299), (1299, 1), (1300, 0), (9999, 0)] {
      try leases.left("EXAMPLE", at: now, left, "300 s from 1000 on")
    }
  }

  // Nobody has delegated it
  @Test func `a zone without a lease has no seconds left`() throws {
    var leases = Story()
    try leases.left("example", at: 0, 0, "nothing is delegated yet")
    try leases.delegate("example", from: ".", ttl: 60, at: 0)
    for zone in ["postroad.example", "test", "notexample"] { try leases.left(zone, at: 0, 0, "another name") }
    try leases.delegate("none.test", from: ".", ttl: 0, at: 0)
    try leases.left("none.test", at: 0, 0, "a TTL of 0 is no lease")
  }

  // Ghost domain names, NDSS 2012; CVE-2012-1033
  @Test func `the child cannot make its lease longer`() throws {
    var leases = Story()
    try leases.delegate("ghost.example", from: ".", ttl: 300, at: 0)
    for now in [1, 100, 299] {
      try leases.confirm("ghost.example", ttl: 86_400, at: now)
      try leases.left(
        "ghost.example", at: now, 300 - now, "the parent's word ends at 300, whatever the child says")
    }
    try leases.left("ghost.example", at: 300, 0, "the parent has to be asked again")
    try leases.confirm("ghost.example", ttl: 86_400, at: 300)
    try leases.left("ghost.example", at: 300, 0, "a lease that is over does not come back")
    try leases.confirm("other.example", ttl: 60, at: 300)
    try leases.left("other.example", at: 300, 0, "nobody has delegated it")
    try leases.confirm("ghost.example", ttl: .max, at: 301)
    try leases.left("ghost.example", at: 301, 0, "nor with the largest TTL")
  }

  // RFC 2181 §5.4.1: the child is the authority for its NS records
  @Test func `the child can make its lease shorter`() throws {
    var leases = Story()
    try leases.delegate("example", from: ".", ttl: 300, at: 0)
    try leases.confirm("Example", ttl: 60, at: 10)
    try leases.left("example", at: 10, 60, "it wants its NS records looked at again in 60 s")
    try leases.confirm("example", ttl: 200, at: 20)
    try leases.left("example", at: 20, 50, "and may not take that back")
    try leases.confirm("example", ttl: 0, at: 30)
    try leases.left("example", at: 30, 0, "0 ends it now")
  }

  // RFC 1034 §4.2.2: the parent asks and is asked again
  @Test func `a new referral takes the place of the old one`() throws {
    var leases = Story()
    try leases.delegate("example", from: ".", ttl: 300, at: 0)
    try leases.delegate("example", from: ".", ttl: 300, at: 100)
    try leases.left("example", at: 100, 300, "the parent has said it again")
    try leases.delegate("example", from: ".", ttl: 60, at: 110)
    try leases.left("example", at: 110, 60, "a shorter one counts, too: it is newer")
    try leases.delegate("example", from: ".", ttl: 0, at: 111)
    try leases.left("example", at: 111, 0, "0 ends it")
    try leases.delegate("example", from: ".", ttl: 9, at: 500)
    try leases.left("example", at: 500, 9, "and a later one begins anew")
  }

  // CVE-2026-40622, CVE-2026-42955: ghosts below ghosts
  @Test func `no lease is longer than the parent's`() throws {
    var leases = Story()
    try leases.delegate("example", from: ".", ttl: 300, at: 0)
    try leases.delegate("ghost.example", from: "example", ttl: 86_400, at: 100)
    try leases.left("ghost.example", at: 100, 200, "example's lease has 200 s left")
    try leases.delegate("a.ghost.example", from: "ghost.example", ttl: 100, at: 150)
    try leases.left("a.ghost.example", at: 150, 100, "a shorter one is not made longer")
    try leases.delegate("example", from: ".", ttl: 300, at: 200)
    try leases.left("ghost.example", at: 200, 100, "that example's is renewed changes nothing below it")
    try leases.delegate("ghost.example", from: "example", ttl: 86_400, at: 290)
    try leases.left("ghost.example", at: 290, 210, "until example delegates again")
  }

  // Who may delegate
  @Test func `a parent without a lease delegates nothing`() throws {
    var leases = Story()
    try leases.delegate("a.test", from: "test", ttl: 60, at: 0)
    try leases.left("a.test", at: 0, 0, "test has no lease")
    try leases.delegate("example", from: ".", ttl: 60, at: 0)
    try leases.delegate("a.example", from: "example", ttl: 60, at: 59)
    try leases.left("a.example", at: 59, 1, "its last second")
    try leases.delegate("a.example", from: "test", ttl: 999, at: 59)
    try leases.left("a.example", at: 59, 1, "test has no say in example")
    try leases.delegate("b.example", from: "example", ttl: 60, at: 60)
    try leases.left("b.example", at: 60, 0, "its lease is over")
    try leases.delegate("x.test", from: ".", ttl: 300, at: 60)
    try leases.delegate("x.test", from: "test", ttl: 9, at: 61)
    try leases.left("x.test", at: 61, 299, "test has no lease, so what it says changes nothing")
  }

  // RFC 1034 §4.2: a zone is delegated downwards
  @Test func `only a zone below the parent can be delegated`() throws {
    var leases = Story()
    try leases.delegate("a.example", from: ".", ttl: 300, at: 0)
    for zone in ["a.example", "A.example", "b.example", "example", ".", "nota.example"] {
      try leases.delegate(zone, from: "a.example", ttl: 9, at: 1)
    }
    try leases.left("a.example", at: 1, 299, "it does not delegate itself")
    for zone in ["b.example", "example", "nota.example"] {
      try leases.left(zone, at: 1, 0, "beside or above")
    }
  }

  // RFC 8767 §4: the cap of seven days
  @Test func `a lease has at most seven days`() throws {
    for ttl: UInt32 in [604_800, 604_801, 0x8000_0000, .max] {
      var leases = Story()
      try leases.delegate("example", from: ".", ttl: ttl, at: 5)
      try leases.left("example", at: 5, 604_800, "as any other TTL")
    }
  }

  // RFC 1034 §5.3.3: the root is always known
  @Test func `the root's lease has no end`() throws {
    var leases = Story()
    try leases.delegate(".", from: ".", ttl: 1, at: 0)
    try leases.confirm(".", ttl: 1, at: 0)
    for now in [0, 1, 999_999] { try leases.left(".", at: now, nil, "nobody is above it") }
    try leases.delegate("example", from: ".", ttl: 9, at: 999_999)
    try leases.left("example", at: 999_999, 9, "and it can always delegate")
  }

  // RFC 1034 §5.3.3 step 2
  @Test func `the nearest zone is the longest that is alive`() throws {
    var leases = Story()
    try leases.nearest("www.postroad.example", at: 0, ".", "nothing else is known")
    try leases.delegate("example", from: ".", ttl: 100, at: 0)
    try leases.delegate("postroad.example", from: "example", ttl: 50, at: 0)
    try leases.delegate("south.example", from: "example", ttl: 90, at: 0)
    try leases.nearest("north.example", at: 0, "example", "south is beside it")
    try leases.nearest(".", at: 0, ".", "the root is within itself")
    try leases.nearest("postroad.example", at: 49, "postroad.example", "a zone is within itself")
    try leases.nearest("WWW.Postroad.example", at: 49, "postroad.example", "its last second")
    try leases.nearest(
      "www.postroad.example", at: 50, "example", "postroad.example is over: ask its parent again")
    try leases.nearest("www.postroad.example", at: 100, ".", "all are over")
    try leases.delegate("example", from: ".", ttl: 300, at: 100)
    try leases.delegate("postroad.example", from: "example", ttl: 300, at: 100)
    try leases.confirm("example", ttl: 50, at: 110)
    try leases.nearest("north.example", at: 200, ".", "example has ended its lease at 160")
    try leases.nearest(
      "www.postroad.example", at: 200, "postroad.example", "that changes nothing below: this one is alive")
    try leases.delegate("a.b.test", from: ".", ttl: 9, at: 200)
    try leases.nearest("www.a.b.test", at: 200, "a.b.test", "b.test and test have never been delegated")
  }

  /// Leases with what has happened to them.
  private struct Story {
    private var leases = DelegationLeases()
    private var steps = CheckSteps()

    mutating func delegate(_ zone: String, from parent: String, ttl: UInt32, at now: Int) throws {
      var copy = leases
      try steps.run("delegate(\(zone), from: \(parent), ttl: \(ttl), now: \(now))") {
        try copy.delegate(name(zone), from: name(parent), ttl: ttl, now: now)
      }
      leases = copy
    }

    mutating func confirm(_ zone: String, ttl: UInt32, at now: Int) throws {
      var copy = leases
      try steps.run("confirm(\(zone), ttl: \(ttl), now: \(now))") {
        try copy.confirm(name(zone), ttl: ttl, now: now)
      }
      leases = copy
    }

    mutating func left(_ zone: String, at now: Int, _ expected: Int?, _ rule: String) throws {
      try steps.check("secondsLeft(of: \(zone), now: \(now))", returns: expected, rule) { [leases] in
        try leases.secondsLeft(of: name(zone), now: now)
      }
    }

    mutating func nearest(_ asked: String, at now: Int, _ expected: String, _ rule: String) throws {
      try steps.check("nearest(to: \(asked), now: \(now))", returns: "\(name(expected))", rule) { [leases] in
        "\(try leases.nearest(to: name(asked), now: now))".lowercased()
      }
    }
  }
}
