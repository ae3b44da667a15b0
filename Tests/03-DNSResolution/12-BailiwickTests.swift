import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct BailiwickTests {
  /// Checks what is believed of a response; the lines that are not in `expected` are the ones that must go.
  private func accepts(
    _ reply: String, to asked: String = "www.postroad.example. A", from zone: String = "postroad.example",
    as expected: String, _ rule: String, _ change: (inout DNS.Message) -> Void = { _ in }
  ) throws {
    var message = ReplyText(reply).message
    change(&message)
    try check("accept(_:to: \(asked), from: \(zone))", ReplyText(message), returns: expected, rule) {
      text(try accept($0.message, to: question(asked), from: name(zone)))
    }
  }

  private let www = "answer www.postroad.example. 300 A 192.0.2.80"
  private let cut = "authority postroad.example. 9 NS ns.postroad.example."
  private let referral = "referral(postroad.example.)\nservers postroad.example. 9 NS ns.postroad.example."

  // RFC 1034 §4.3.2
  @Test func `an answer gives the records that were asked for`() throws {
    try accepts(
      "NOERROR aa\n\(www)\nanswer WWW.postroad.example. 300 A 192.0.2.81",
      as: "answer\n\(www)\nanswer WWW.postroad.example. 300 A 192.0.2.81", "all of them")
    try accepts(
      "NOERROR aa\nanswer www.postroad.example. 9 TXT x\n\(www)", to: "www.postroad.example. ANY",
      as: "answer\nanswer www.postroad.example. 9 TXT x\n\(www)", "ANY asks for all types")
  }

  // CVE-2025-11411 (Unbound), CVE-2026-42960: promiscuous records beside an answer
  @Test func `beside an answer nothing else is believed`() throws {
    try accepts(
      """
      NOERROR aa
      \(www)
      authority postroad.example. 9999 NS ns.evil.test.
      authority north.postroad.example. 9999 NS ns.evil.test.
      authority postroad.example. 9999 SOA 9999
      additional ns.evil.test. 9999 A 203.0.113.66
      additional ns.postroad.example. 9999 A 203.0.113.66
      """, as: "answer\n\(www)", "NS records that nobody asked for would move the whole zone")
  }

  // CVE-2025-40778 (BIND): records in the answer section that were not asked for
  @Test func `an answer section gives the chain from the question alone`() throws {
    try accepts(
      "NOERROR aa\n\(www)\nanswer mail.postroad.example. 300 A 203.0.113.66\nanswer www.postroad.example. 300 TXT x\nanswer mail.postroad.example. 9 CNAME www.postroad.example.",
      as: "answer\n\(www)", "another name, another type, and an alias that does not begin at the question")
    try accepts(
      "NOERROR aa\nanswer www.bank.test. 300 A 203.0.113.66\n\(www)\nanswer postroad.example. 300 A 203.0.113.66",
      as: "answer\n\(www)", "another zone, and the zone's own name")
  }

  // RFC 2181 §5.4.1, RFC 5452 §6
  @Test func `a chain is believed as far as the zone goes`() throws {
    let inside =
      "answer www.postroad.example. 9 CNAME a.postroad.example.\nanswer a.postroad.example. 9 CNAME b.test."
    try accepts(
      "NOERROR aa\nanswer b.test. 9 A 203.0.113.66\nanswer a.postroad.example. 9 CNAME b.test.\nanswer www.postroad.example. 9 CNAME a.postroad.example.",
      as: "alias(b.test.)\n\(inside)", "in the order of the chain, and b.test is for test to say")
    try accepts(
      "NOERROR aa\nanswer www.postroad.example. 9 CNAME a.postroad.example.\nanswer a.postroad.example. 9 A 192.0.2.1",
      as:
        "answer\nanswer www.postroad.example. 9 CNAME a.postroad.example.\nanswer a.postroad.example. 9 A 192.0.2.1",
      "an alias within the zone, and its address")
    try accepts(
      "NOERROR aa\n\(inside)\nanswer b.test. 9 CNAME c.postroad.example.\nanswer c.postroad.example. 9 A 203.0.113.66\nauthority postroad.example. 9 SOA 9",
      as: "alias(b.test.)\n\(inside)", "nor is the way back from test believed")
    let first = "answer www.postroad.example. 9 CNAME a.postroad.example."
    try accepts(
      "NOERROR aa\n\(first)\nanswer www.postroad.example. 9 CNAME c.postroad.example.",
      as: "alias(a.postroad.example.)\n\(first)", "of several with one owner the first")
    try accepts(
      "NOERROR aa\nanswer www.postroad.example. 9 CNAME www.postroad.example.",
      as: "alias(www.postroad.example.)\nanswer www.postroad.example. 9 CNAME www.postroad.example.",
      "a loop ends")
  }

  // RFC 1034 §3.6.2
  @Test func `a CNAME that was asked for is the answer`() throws {
    for type in ["CNAME", "ANY"] {
      try accepts(
        "NOERROR aa\nanswer www.postroad.example. 9 CNAME a.postroad.example.\nanswer a.postroad.example. 9 CNAME b.test.",
        to: "www.postroad.example. \(type)",
        as: "answer\nanswer www.postroad.example. 9 CNAME a.postroad.example.",
        "and the next link was not asked for")
    }
  }

  // CVE-2026-123583: negative answers that were not filtered
  @Test func `a negative answer gives one SOA of the zone`() throws {
    let soa = "authority postroad.example. 300 SOA 60"
    let unwanted =
      "\nauthority postroad.example. 9 NS ns.evil.test.\nauthority test. 9 SOA 9\nadditional ns.evil.test. 9 A 203.0.113.66\nanswer mail.postroad.example. 9 A 203.0.113.66"
    for (code, kind) in [("NXDOMAIN", "nameError"), ("NOERROR", "noData")] {
      try accepts(
        "\(code) aa\nauthority test. 9 SOA 9\n\(soa)\nauthority postroad.example. 9 SOA 9" + unwanted,
        as: "\(kind)(www.postroad.example.)\nsoa postroad.example. 300 SOA 60",
        "the first one of a zone that the name is within")
      try accepts(
        "\(code) aa\n\(cut)\n\(soa)",
        as: "\(kind)(www.postroad.example.)\nsoa postroad.example. 300 SOA 60",
        "an NS record before it is no SOA record")
      try accepts(
        "\(code) aa\nauthority example. 9 SOA 9\nauthority north.postroad.example. 9 SOA 9",
        as: "\(kind)(www.postroad.example.)",
        "example is above the server's zone, and north is beside the name")
      try accepts(
        "\(code) aa\nanswer www.postroad.example. 9 CNAME a.postroad.example.\n\(soa)",
        as:
          "\(kind)(a.postroad.example.)\nanswer www.postroad.example. 9 CNAME a.postroad.example.\nsoa postroad.example. 300 SOA 60",
        "the chain belongs to it")
    }
    try accepts(
      "NXDOMAIN aa\nauthority postroad.example. 300 SOA 60", from: "example",
      as: "nameError(www.postroad.example.)\nsoa postroad.example. 300 SOA 60",
      "a zone below the server's, which the same server may have")
  }

  // RFC 2308 §2.1, RFC 2181 §5.4.1
  @Test func `a negative answer about another zone is an alias`() throws {
    for reply in [
      "NXDOMAIN aa", "NXDOMAIN aa\nauthority test. 9 SOA 9", "NXDOMAIN aa\nauthority . 9 SOA 9",
      "NOERROR aa\nauthority test. 9 SOA 9",
    ] {
      try accepts(
        reply + "\nanswer www.postroad.example. 9 CNAME b.test.",
        as: "alias(b.test.)\nanswer www.postroad.example. 9 CNAME b.test.",
        "whether b.test exists is for test to say")
    }
  }

  // RFC 9471 §2; NXNSAttack and its kin
  @Test func `a referral gives its NS records and their glue`() throws {
    try accepts(
      """
      NOERROR
      \(cut)
      authority south.example. 9 NS ns.evil.test.
      authority postroad.example. 9 TXT x
      additional ns.postroad.example. 9 A 198.51.100.3
      additional NS.postroad.example. 9 AAAA 2001:db8::3
      additional ns.postroad.example. 9 TXT x
      additional www.postroad.example. 9 A 203.0.113.66
      additional mail.example. 9 A 203.0.113.66
      """, from: "example",
      as: referral
        + "\nglue ns.postroad.example. 9 A 198.51.100.3\nglue NS.postroad.example. 9 AAAA 2001:db8::3",
      "addresses of the servers that it names; www is not one of them, though it was asked for")
  }

  // Kaminsky 2008: glue for a name that the server has no say in
  @Test func `glue is believed within the server's zone`() throws {
    let three =
      cut
      + "\nauthority postroad.example. 9 NS ns.south.example.\nauthority postroad.example. 9 NS ns.bank.test."
    let servers =
      "\nservers postroad.example. 9 NS ns.south.example.\nservers postroad.example. 9 NS ns.bank.test."
    let glue = ["ns.south.example. 9 A 198.51.100.4", "ns.bank.test. 9 A 203.0.113.66"]
    try accepts(
      "NOERROR\n\(three)\n" + glue.map { "additional \($0)" }.joined(separator: "\n"), from: "example",
      as: referral + servers + "\nglue \(glue[0])", "a sibling is within example; bank.test is not")
    try accepts(
      "NOERROR\n\(three)\n" + glue.map { "additional \($0)" }.joined(separator: "\n"), from: ".",
      as: referral + servers + "\nglue \(glue[0])\nglue \(glue[1])",
      "everything is within the root, so its servers give glue for any")
  }

  // Ghost of the sibling: a referral must lie between the server's zone and the question
  @Test func `a referral beside the way is not believed`() throws {
    for owner in ["south.example", "example", ".", "test", "a.www.postroad.example"] {
      let line = "authority \(owner). 9 NS ns.evil.test.".replacing("..", with: ".")
      let kind = owner == "example" ? "upwardReferral(example.)" : "lame"
      try accepts(
        "NOERROR\n\(line)\nadditional ns.evil.test. 9 A 203.0.113.66", from: "example", as: kind,
        "\(owner) does not lead from example to the question")
      try accepts(
        "NOERROR\n\(line)\n\(cut)", from: ".",
        as: owner == "."
          ? "upwardReferral(.)"
          : owner == "example" ? "referral(example.)\nservers example. 9 NS ns.evil.test." : "lame",
        "the first NS record decides, as in 3.2")
    }
  }

  // RFC 1035 §3.2.4
  @Test func `records of another class are left out`() throws {
    try accepts(
      "NOERROR aa\n\(www)", as: "noData(www.postroad.example.)", "an address in class CH is no answer"
    ) {
      $0.answers[0].recordClass = .chaos
    }
    try accepts(
      "NOERROR\n\(cut)\nadditional ns.postroad.example. 9 A 203.0.113.66", from: "example", as: referral,
      "nor is it glue"
    ) {
      $0.additionals[0].recordClass = .chaos
    }
    try accepts("NOERROR\n\(cut)", from: "example", as: "lame", "nor is it a referral") {
      for index in $0.authorities.indices { $0.authorities[index].recordClass = .chaos }
    }
  }

  // RFC 1035 §4.1.1
  @Test func `of a failure and of lame responses nothing is believed`() throws {
    for code in ["SERVFAIL", "REFUSED"] {
      let kind = code == "REFUSED" ? DNS.ResponseCode.refused : .serverFailure
      try accepts(
        "\(code)\n\(www)\n\(cut)", from: "example", as: "\(Resolver.ResponseKind.failure(kind))",
        "whatever is in it")
    }
    try accepts("NOERROR\nadditional www.postroad.example. 9 A 203.0.113.66", as: "lame", "glue is no answer")
  }
}
