import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct AliasChainTests {
  /// Follows the aliases of a question; each line of the script says what would be found for one.
  private func follow(
    _ asked: String, in script: String, is expected: String, asking questions: [String], _ rule: String
  ) throws {
    let findings = ScriptedFindings(script)
    var steps = CheckSteps()
    let outcome = Result { text(try followAliases(question(asked), resolve: findings.resolve)) }
    for line in findings.conversation { steps.note(line) }
    try steps.check("followAliases(\(asked))", returns: [expected] + questions.map { "asks \($0)" }, rule) {
      do {
        return [try outcome.get()] + findings.asked.map { "asks \($0)" }
      } catch let error as NotStarted {
        throw error
      } catch {
        return ["throws \(describe(error: error))"] + findings.asked.map { "asks \($0)" }
      }
    }
  }

  private let a = "a.example. 300 CNAME b.test."
  private let b = "b.test. 60 A 192.0.2.2"

  // RFC 1034 §4.3.1: most names are no aliases
  @Test func `without an alias there is one question`() throws {
    for (reply, expected) in [
      (
        "NOERROR aa\n  answer a.example. 300 A 192.0.2.1\n  answer a.example. 300 TXT x\n  answer a.example. 300 A 192.0.2.2\n  authority example. 9 SOA 9",
        "NOERROR; a.example. 300 A 192.0.2.1; a.example. 300 A 192.0.2.2"
      ),
      ("NXDOMAIN aa\n  authority example. 300 SOA 60", "NXDOMAIN; SOA example. 300 SOA 60"),
      ("NOERROR aa\n  authority example. 300 SOA 60", "NOERROR; SOA example. 300 SOA 60"),
      (
        "NOERROR aa\n  authority example. 9 NS ns.example.\n  authority example. 300 SOA 60",
        "NOERROR; SOA example. 300 SOA 60"
      ),
      (
        "NOERROR aa\n  answer x.example. 300 A 192.0.2.9\n  answer a.example. 300 A 192.0.2.1",
        "NOERROR; a.example. 300 A 192.0.2.1"
      ),
      ("NOERROR aa", "NOERROR"), ("NXDOMAIN aa\n  authority test. 300 SOA 60", "NXDOMAIN"),
    ] {
      try follow(
        "a.example. A", in: "a.example A from example\n  \(reply)", is: expected, asking: ["a.example. A"],
        "the records that were asked for, or the code and an SOA of the name's zone")
    }
  }

  // RFC 1034 §5.2.2: begin anew with the new name
  @Test func `an alias into another zone is asked for there`() throws {
    try follow(
      "a.example. A",
      in: "a.example A from example\n  answer \(a)\nb.test A from test\n  NOERROR aa\n  answer \(b)",
      is: "NOERROR; \(a); \(b)", asking: ["a.example. A", "b.test. A"],
      "the alias first, then what it leads to")
    try follow(
      "a.example. MX",
      in: "a.example MX from example\n  answer \(a)\nb.test MX from test\n  answer b.test. 60 MX 5 mx.test.",
      is: "NOERROR; \(a); b.test. 60 MX 5 mx.test.", asking: ["a.example. MX", "b.test. MX"],
      "the type stays the same")
  }

  // RFC 1034 §3.6.2: a server follows the chain inside its zone
  @Test func `links inside the zone need no question of their own`() throws {
    let chain =
      "\n  answer c.example. 9 CNAME d.example.\n  answer a.example. 9 CNAME B.example.\n  answer b.EXAMPLE. 9 CNAME c.example."
    let links = "a.example. 9 CNAME B.example.; b.EXAMPLE. 9 CNAME c.example.; c.example. 9 CNAME d.example."
    try follow(
      "a.example. A", in: "a.example A from example\n  NOERROR aa\(chain)\n  answer d.example. 9 A 192.0.2.4",
      is: "NOERROR; \(links); d.example. 9 A 192.0.2.4", asking: ["a.example. A"],
      "the links in the order of the chain")
    try follow(
      "a.example. A",
      in:
        "a.example A from example\n  NOERROR aa\n  answer a.example. 9 TXT x\(chain)\n  answer d.example. 9 A 192.0.2.4",
      is: "NOERROR; \(links); d.example. 9 A 192.0.2.4", asking: ["a.example. A"],
      "a record of another type at the name is no link, and hides none")
    try follow(
      "a.example. A", in: "a.example A from example\n  NXDOMAIN aa\(chain)\n  authority example. 9 SOA 9",
      is: "NXDOMAIN; \(links); SOA example. 9 SOA 9", asking: ["a.example. A"], "d.example does not exist")
    try follow(
      "a.example. A",
      in:
        "a.example A from example\n  NOERROR aa\(chain)\nd.example A from d.example\n  answer d.example. 9 A 192.0.2.4",
      is: "NOERROR; \(links); d.example. 9 A 192.0.2.4", asking: ["a.example. A", "d.example. A"],
      "the response says nothing about d.example")
  }

  // netty #16873; CVE-2025-40778: what comes in the same packet about another zone
  @Test func `records of another zone are not believed`() throws {
    try follow(
      "a.example. A",
      in: """
        a.example A from example
          NOERROR aa
          answer a.example. 300 CNAME b.test.
          answer b.test. 9999 A 203.0.113.66
        b.test A from test
          NOERROR aa
          answer b.test. 60 A 192.0.2.2
        """, is: "NOERROR; \(a); \(b)", asking: ["a.example. A", "b.test. A"], "example has no say in test")
    try follow(
      "a.example. A",
      in: """
        a.example A from example
          NOERROR aa
          answer a.example. 300 CNAME b.test.
          answer b.test. 300 CNAME c.example.
          answer c.example. 300 A 203.0.113.66
        b.test A from test
          NOERROR aa
          answer b.test. 60 A 192.0.2.2
        """, is: "NOERROR; \(a); \(b)", asking: ["a.example. A", "b.test. A"],
      "where b.test leads to is for test to say, even if it were back to example")
  }

  // RFC 2308 §2.1 types 1 to 4: the code is about the last name, and who says it?
  @Test func `a negative answer about another zone is not believed`() throws {
    for negative in [
      "NXDOMAIN aa", "NXDOMAIN aa\n  authority test. 300 SOA 60", "NOERROR aa\n  authority test. 300 SOA 60",
    ] {
      try follow(
        "a.example. A",
        in:
          "a.example A from example\n  \(negative)\n  answer \(a)\nb.test A from test\n  NOERROR aa\n  answer \(b)",
        is: "NOERROR; \(a); \(b)", asking: ["a.example. A", "b.test. A"], "b.test exists, says its own zone")
    }
  }

  // RFC 6604 §3: the RCODE of the last step
  @Test func `the code and the SOA are those of the last name`() throws {
    for (end, expected) in [
      (
        "NXDOMAIN aa\n  authority example. 1 SOA 1\n  authority test. 300 SOA 60\n  authority . 9 SOA 9",
        "NXDOMAIN; \(a); SOA test. 300 SOA 60"
      ),
      ("NOERROR aa\n  authority test. 300 SOA 60", "NOERROR; \(a); SOA test. 300 SOA 60"),
      ("NXDOMAIN aa", "NXDOMAIN; \(a)"),
    ] {
      try follow(
        "a.example. A",
        in:
          "a.example A from example\n  NOERROR aa\n  answer \(a)\n  authority example. 7 NS ns.example.\nb.test A from test\n  \(end)",
        is: expected, asking: ["a.example. A", "b.test. A"], "a.example exists, b.test has the last word")
    }
  }

  // RFC 1034 §3.6.2
  @Test func `a CNAME that was asked for is not followed`() throws {
    let script =
      "a.example CNAME from example\n  NOERROR aa\n  answer \(a)\na.example ANY from example\n  NOERROR aa\n  answer \(a)\n  answer a.example. 9 TXT x"
    try follow(
      "a.example. CNAME", in: script, is: "NOERROR; \(a)", asking: ["a.example. CNAME"], "it is the answer")
    let further = "\n  answer a.example. 9 CNAME b.example.\n  answer b.example. 9 CNAME a.example."
    for type in ["CNAME", "ANY"] {
      try follow(
        "a.example. \(type)", in: "a.example \(type) from example\n  NOERROR aa" + further,
        is: "NOERROR; a.example. 9 CNAME b.example.", asking: ["a.example. \(type)"],
        "nor is what it leads to, be it a loop")
    }
    try follow(
      "a.example. ANY", in: script, is: "NOERROR; \(a); a.example. 9 TXT x", asking: ["a.example. ANY"],
      "ANY asks for all records of the name")
  }

  // RFC 1034 §5.2.2: an error condition; CVE-2022-48256 is such a loop
  @Test func `a loop is an error, with the name that comes again`() throws {
    let back = "b.test A from test\n  answer b.test. 9 CNAME A.example."
    try follow(
      "a.example. A", in: "a.example A from example\n  answer \(a)\n" + back,
      is: "throws Resolver.ResolutionError.aliasLoop(A.example.)", asking: ["a.example. A", "b.test. A"],
      "a leads to b, b to a, and nobody is asked twice")
    try follow(
      "a.example. A", in: "a.example A from example\n  answer a.example. 9 CNAME a.example.",
      is: "throws Resolver.ResolutionError.aliasLoop(a.example.)", asking: ["a.example. A"],
      "an alias of itself")
    try follow(
      "x.example. A",
      in:
        "x.example A from example\n  answer x.example. 9 CNAME y.example.\n  answer y.example. 9 CNAME z.example.\n  answer z.example. 9 CNAME y.example.",
      is: "throws Resolver.ResolutionError.aliasLoop(y.example.)", asking: ["x.example. A"],
      "in one response, and not back to the beginning")
  }

  // No RFC sets a number; BIND and Knot Resolver have one
  @Test func `twelve aliases are followed, and not one more`() throws {
    func chain(_ count: Int) -> String {
      (1...count).map {
        "n\($0).t\($0) A from t\($0)\n  answer n\($0).t\($0). 9 CNAME n\($0 + 1).t\($0 + 1).\n"
      }.joined()
    }
    let links = (1...12).map { "n\($0).t\($0). 9 CNAME n\($0 + 1).t\($0 + 1)." }.joined(separator: "; ")
    let questions = (1...13).map { "n\($0).t\($0). A" }
    try follow(
      "n1.t1. A",
      in: chain(12)
        + "n13.t13 A from t13\n  answer n13.t13. 9 A 192.0.2.13\n  answer n13.t13. 9 A 192.0.2.14",
      is: "NOERROR; \(links); n13.t13. 9 A 192.0.2.13; n13.t13. 9 A 192.0.2.14", asking: questions,
      "twelve links, thirteen names")
    try follow(
      "n1.t1. A", in: chain(13), is: "throws Resolver.ResolutionError.tooManyAliases(12)", asking: questions,
      "the thirteenth link is not followed")
    let inOne = (1...13).map { "  answer n\($0).example. 9 CNAME n\($0 + 1).example.\n" }.joined()
    try follow(
      "n1.example. A", in: "n1.example A from example\n" + inOne,
      is: "throws Resolver.ResolutionError.tooManyAliases(12)", asking: ["n1.example. A"],
      "also in one response")
  }

  // The resolution is the caller's
  @Test func `what the resolution throws is thrown`() throws {
    try follow(
      "a.example. A", in: "a.example A from example\n  answer \(a)",
      is: "throws Resolver.ResolutionError.noServerHelped(zone: .)", asking: ["a.example. A", "b.test. A"],
      "the first name was found, the second was not")
    try follow(
      "a.example. A", in: "", is: "throws Resolver.ResolutionError.noServerHelped(zone: .)",
      asking: ["a.example. A"], "the first was not")
  }

  // Our rule: no progress, no further question
  @Test func `a response that leads nowhere is an error`() throws {
    for reply in [
      "SERVFAIL", "NOERROR", "NOERROR\n  authority b.a.example. 9 NS ns.test.",
      "NOERROR\n  authority a.example. 9 NS ns.test.",
    ] {
      try follow(
        "a.example. A", in: "a.example A from example\n  \(reply)",
        is: "throws Resolver.ResolutionError.noServerHelped(zone: example.)", asking: ["a.example. A"],
        "neither an answer nor an alias, so nobody else can be asked")
    }
    try follow(
      "a.example. A", in: "a.example A from test\n  NXDOMAIN aa",
      is: "throws Resolver.ResolutionError.noServerHelped(zone: test.)", asking: ["a.example. A"],
      "test has no say in example")
  }
}
