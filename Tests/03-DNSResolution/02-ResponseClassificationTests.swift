import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ResponseClassificationTests {
  /// Checks what a response to a question means, that a server of a zone has sent.
  private func reply(
    to asked: String, from zone: String = "example", _ reply: String, is kind: Resolver.ResponseKind,
    _ rule: String
  ) throws {
    try check(
      "classify(_:to: \(asked), from: \(zone))", ReplyText(reply), returns: kind, rule
    ) { try classify($0.message, to: question(asked), from: name(zone)) }
  }

  private let soa = "authority XX. 300 SOA 60\n"
  private let servers = "authority XX. 300 NS NS1.XX.\nauthority XX. 300 NS NS2.XX.\n"
  private let addresses = "additional NS1.XX. 300 A 192.0.2.2\nadditional NS2.XX. 300 A 192.0.2.3"

  // RFC 2308 §2.1: types 1 to 4, typed from there
  @Test func `the four kinds of NXDOMAIN are about the last name`() throws {
    for rest in [soa + servers + addresses, soa, "", servers + addresses] {
      try reply(
        to: "AN.EXAMPLE A", "NXDOMAIN aa\nanswer AN.EXAMPLE. 300 CNAME TRIPPLE.XX.\n" + rest,
        is: .nameError(name("tripple.xx")), "an.example exists: it is an alias; tripple.xx does not")
    }
    try reply(
      to: "no.example A", "NXDOMAIN aa\nauthority example. 300 SOA 60", is: .nameError(name("no.example")),
      "without an alias it is the name in the question")
    try reply(
      to: "no.example A", "NXDOMAIN\nanswer no.example. 300 A 192.0.2.1", is: .nameError(name("no.example")),
      "whatever else the response holds, and without AA")
  }

  // RFC 2308 §2.2: types 1 to 3, typed from there
  @Test func `the three kinds of NODATA have no response code of their own`() throws {
    let (soa, servers) = (
      soa.replacing("XX. 300", with: "EXAMPLE. 300"), servers.replacing("XX. 300", with: "EXAMPLE. 300")
    )
    for rest in [soa + servers + addresses, soa, servers + soa, ""] {
      try reply(
        to: "ANOTHER.EXAMPLE A", "NOERROR aa\n" + rest, is: .noData(name("another.example")),
        "an SOA record, or no NS records")
    }
    try reply(
      to: "www.example A", "NOERROR\n" + soa, is: .noData(name("www.example")),
      "with an SOA record AA is not needed")
    try reply(
      to: "www.example A", "NOERROR\nauthority other.test. 300 SOA 60\n" + soa,
      is: .noData(name("www.example")), "the second SOA record is of a zone that the name is within")
  }

  // RFC 2308 §2.1: the referral that is shown for comparison
  @Test func `an alias without an answer is an alias, not a referral`() throws {
    try reply(
      to: "AN.EXAMPLE A",
      "NOERROR aa\nanswer AN.EXAMPLE. 300 CNAME TRIPPLE.XX.\n" + servers + addresses,
      is: .alias(name("tripple.xx")), "nothing is known about tripple.xx, one way or the other")
    try reply(
      to: "a.example A", "NOERROR aa\nanswer a.example. 300 CNAME b.test.", is: .alias(name("b.test")),
      "the servers of b.test have to be asked")
    try reply(
      to: "a.example A", "NOERROR\nanswer a.example. 300 CNAME b.test.\nanswer b.test. 300 TXT x",
      is: .alias(name("b.test")), "a TXT record is no address")
  }

  // RFC 2308 §2.2: a chain, too, may end without data
  @Test func `NODATA at the end of a chain is about its last name`() throws {
    try reply(
      to: "a.example MX",
      "NOERROR aa\nanswer a.example. 300 CNAME b.example.\nauthority example. 300 SOA 60",
      is: .noData(name("b.example")), "b.example exists, and has no MX record")
    try reply(
      to: "a.example MX",
      "NOERROR aa\nanswer a.example. 300 CNAME b.test.\nauthority example. 300 SOA 60",
      is: .alias(name("b.test")), "the SOA of example says nothing about b.test")
    for zones in [["example", "test"], ["test", "example"]] {
      let soas = zones.map { "\nauthority \($0). 300 SOA 60" }.joined()
      try reply(
        to: "a.example MX", "NOERROR aa\nanswer a.example. 300 CNAME b.test." + soas,
        is: .noData(name("b.test")), "one of the two is the SOA of test, whichever comes first")
    }
  }

  // RFC 1034 §4.3.1: a referral goes down; RFC 2308 §2.2's referral
  @Test func `NS records below the server's zone are a referral`() throws {
    let refers = "NOERROR\n" + servers.replacing("XX. 300", with: "EXAMPLE. 300") + addresses
    try reply(
      to: "ANOTHER.EXAMPLE A", from: ".", refers, is: .referral(name("example")),
      "the root's server names those of example, and there is no SOA record")
    for asked in ["www.postroad.example A", "postroad.example A", "postroad.example NS"] {
      try reply(
        to: asked, from: "EXAMPLE", "NOERROR\nauthority PostRoad.example. 300 NS ns.test.",
        is: .referral(name("postroad.example")), "nearer to the question than the server's zone")
    }
    try reply(
      to: "www.postroad.example A", "NOERROR aa\nauthority postroad.example. 300 NS ns.test.",
      is: .referral(name("postroad.example")), "also with AA, which is wrong here")
  }

  // RFC 1034 §5.3.3: a chain begins at the question
  @Test func `an alias that does not begin at the question is no chain`() throws {
    let stray = "NOERROR\nanswer other.example. 300 CNAME b.test.\n"
    try reply(
      to: "www.postroad.example A", stray + "authority postroad.example. 300 NS ns.test.",
      is: .referral(name("postroad.example")), "it is a referral, whatever else the answer section holds")
    try reply(to: "www.example A", stray, is: .lame, "it leads nowhere from www.example")
  }

  // RFC 1034 §4.3.2: an answer, with or without AA, and with anything beside it
  @Test func `records of the type at the name are an answer`() throws {
    for flags in ["NOERROR aa", "NOERROR"] {
      try reply(
        to: "WWW.example A", "\(flags)\nanswer www.EXAMPLE. 300 A 192.0.2.80", is: .answer, "here they are")
      try reply(
        to: "www.example A",
        "\(flags)\nanswer www.example. 300 A 192.0.2.80\nauthority postroad.example. 300 NS ns.test.\nauthority example. 1 SOA 1",
        is: .answer, "the authority section is of no matter then")
    }
    try reply(
      to: "example NS", "NOERROR aa\nanswer example. 300 NS ns.example.", is: .answer,
      "NS records were asked for")
  }

  // RFC 1034 §3.6.2, §5.2.2
  @Test func `a chain of aliases ends with an answer`() throws {
    let chain = [
      "answer a.example. 300 CNAME b.example.\n", "answer b.example. 300 CNAME c.test.\n",
      "answer c.test. 300 A 192.0.2.9\n",
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      try reply(
        to: "a.example A", "NOERROR aa\n" + order.map { chain[$0] }.joined(), is: .answer,
        "in whatever order the records are")
    }
    try reply(
      to: "a.example AAAA", "NOERROR aa\n" + chain.joined(), is: .alias(name("c.test")),
      "the address is of another type")
    try reply(
      to: "a.example A", "NOERROR aa\n" + chain[0] + chain[2], is: .alias(name("b.example")),
      "nothing leads from b.example to c.test")
  }

  // RFC 1034 §3.6.2: an alias that was asked for is not followed
  @Test func `a CNAME that was asked for is the answer`() throws {
    let reply1 = "NOERROR aa\nanswer a.example. 300 CNAME b.example."
    for type in ["CNAME", "ANY"] { try reply(to: "a.example \(type)", reply1, is: .answer, "it is there") }
    try reply(to: "a.example ANY", "NOERROR aa\nanswer a.example. 300 TXT x", is: .answer, "ANY is any type")
    try reply(
      to: "a.example CNAME", "NXDOMAIN aa\nanswer a.example. 300 CNAME b.example.",
      is: .nameError(name("a.example")), "the chain was not followed")
    try reply(
      to: "b.example CNAME", reply1 + "\nauthority example. 300 SOA 1", is: .noData(name("b.example")),
      "the alias of another name is no answer")
  }

  // RFC 1034 §3.6.2: software should not fail when presented with loops
  @Test func `a loop of aliases ends`() throws {
    let loop = "NOERROR aa\nanswer a.example. 300 CNAME b.example.\nanswer b.example. 300 CNAME a.example."
    try reply(to: "a.example A", loop, is: .alias(name("a.example")), "each CNAME is followed once")
    try reply(
      to: "a.example A", "NOERROR aa\nanswer a.example. 300 CNAME a.example.", is: .alias(name("a.example")),
      "an alias of itself")
    try reply(
      to: "a.example A", loop.replacing("NOERROR", with: "NXDOMAIN"), is: .nameError(name("a.example")),
      "the last name is the first one")
    try reply(
      to: "a.example A",
      "NOERROR aa\nanswer a.example. 300 CNAME b.test.\nanswer a.example. 300 CNAME c.test.",
      is: .alias(name("b.test")), "of two with one owner the first counts")
  }

  // interactsh #137, domain-digger #91: up, or to oneself, is no way forward
  @Test func `NS records at or above the server's zone lead upwards`() throws {
    for (zone, upwards) in [
      ("postroad.example", "."), ("postroad.example", "example"), ("example", "EXAMPLE"), (".", "."),
    ] {
      try reply(
        to: "www.postroad.example A", from: zone,
        "NOERROR\nauthority \(upwards). 300 NS ns.test.".replacing("..", with: "."),
        is: .upwardReferral(name(upwards)), "the zone of the server is \(zone)")
    }
  }

  // RFC 1034 §5.3.3: a delegation must be nearer to the question
  @Test func `NS records beside the way, and silence, are lame`() throws {
    for beside in ["south.example", "other.test", "a.www.example", "www.www.example"] {
      try reply(
        to: "www.example A", "NOERROR\nauthority \(beside). 300 NS ns.test.", is: .lame,
        "www.example is not within \(beside)")
    }
    try reply(
      to: "www.test A", "NOERROR\nauthority test. 300 NS ns.test.", is: .lame, "test is not below example")
    try reply(to: "www.example A", "NOERROR", is: .lame, "nothing at all, and no authority says it")
    try reply(
      to: "www.example A", "NOERROR\nanswer other.example. 300 A 192.0.2.1", is: .lame,
      "nobody asked for that")
    try reply(
      to: "www.example A", "NOERROR\nauthority other.test. 300 SOA 60", is: .lame, "the SOA of another zone")
  }

  // RFC 1034 §5.3.3 step 4: the order is the rule
  @Test func `of several NS records the first decides`() throws {
    try reply(
      to: "www.postroad.example A",
      "NOERROR\nauthority postroad.example. 300 NS ns.test.\nauthority . 300 NS a.root.",
      is: .referral(name("postroad.example")), "the first one leads down")
    try reply(
      to: "www.postroad.example A",
      "NOERROR\nauthority www.postroad.example. 9 TXT x\nauthority . 300 NS a.root.\nauthority postroad.example. 300 NS ns.test.",
      is: .upwardReferral(.root), "the first NS record leads up")
  }

  // RFC 1035 §4.1: a record means what its section says; hosts in the additional section answer nothing
  @Test func `each section has its own part`() throws {
    for (line, kind) in [
      ("additional www.example. 300 A 192.0.2.80", Resolver.ResponseKind.lame),
      ("authority www.example. 300 A 192.0.2.80", .lame), ("additional example. 300 SOA 60", .lame),
      ("answer example. 300 SOA 60", .lame), ("additional www.example. 300 NS ns.test.", .lame),
      ("answer www.example. 300 NS ns.test.", .lame), ("authority www.example. 300 CNAME a.test.", .lame),
    ] {
      try reply(
        to: "www.example A", "NOERROR\n\(line)", is: kind,
        "answers and aliases are in the first section, SOA and NS in the second")
    }
  }

  // RFC 1035 §4.1.1: other codes say nothing about the name
  @Test func `other response codes are failures, whatever comes with them`() throws {
    let full = "\nanswer www.example. 300 A 192.0.2.80\nauthority example. 300 SOA 60"
    for (text, code) in [
      ("SERVFAIL aa", DNS.ResponseCode.serverFailure), ("REFUSED", .refused), ("FORMERR", .formatError),
      ("NOTIMP", .notImplemented),
    ] {
      for rest in ["", full] {
        try reply(to: "www.example A", text + rest, is: .failure(code), "neither NOERROR nor NXDOMAIN")
      }
    }
  }
}
