import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct TruncationTests {
  private let opt = "opt 0 TYPE41 \\# 4 cafe0123"

  /// A response with these sections, each a text of records below postroad.example.
  private func response(_ answers: String, _ authorities: String = "", _ additionals: String = "")
    -> DNS.Message
  {
    func records(_ text: String) -> [DNS.ResourceRecord] {
      zoneRecords(text.replacing("; ", with: "\n"), origin: "postroad.example")
    }
    return DNS.Message(
      header: DNS.Header(id: 7, isResponse: true, isAuthoritative: true, recursionDesired: true),
      questions: [question("www.postroad.example A")], answers: records(answers),
      authorities: records(authorities), additionals: records(additionals))
  }

  /// Fits by `roundSize`, 100 octets and 100 for each record, and expects the records of `kept`, and TC or not.
  private func keeps(
    _ kept: DNS.Message, isTruncated: Bool = false, of whole: DNS.Message, limit: Int, _ rule: String
  ) throws {
    var kept = kept
    kept.header.isTruncated = isTruncated
    try check("fit(_:limit:size:)", Room(response: whole, limit: limit), returns: MessageText(kept), rule) {
      try MessageText(fit($0.response, limit: $0.limit, size: roundSize))
    }
  }

  // RFC 6891 §6.2.3, §6.2.5; RFC 1035 §4.2.1; RFC 9715 §3.1
  @Test func `the limit is the lesser of two, and 512 at least`() throws {
    for (offered, maximum, limit) in [
      (nil, 1232, 512), (nil, 4096, 512), (nil, 100, 512), (4096, 1232, 1232), (1232, 4096, 1232),
      (1400, 1400, 1400), (1231, 1232, 1231),
      (1233, 1232, 1232), (512, 1232, 512), (511, 1232, 512), (0, 1232, 512), (513, 1232, 513),
      (4096, 400, 512), (300, 400, 512), (.max, .max, 65535),
    ] as [(UInt16?, UInt16, Int)] {
      try check(
        "payloadLimit(offered:maximum:)",
        "offered \(offered.map { "\($0)" } ?? "nothing"), maximum \(maximum)", returns: limit,
        "512 without EDNS; else the lesser of the two, and values below 512 count as 512"
      ) { _ in try payloadLimit(offered: offered, maximum: maximum) }
    }
  }

  // RFC 2181 §9: TC is set only when something is missing
  @Test func `a response that fits is returned as it is`() throws {
    let whole = response(
      "www 60 A 192.0.2.1; www 60 A 192.0.2.2", "@ 60 NS ns1", "ns1 60 A 192.0.2.53; \(opt)")
    for limit in [510, 511, 65535, .max] {
      try keeps(whole, of: whole, limit: limit, "it has 510 octets")
    }
    var cut = response("")
    cut.header.isTruncated = true
    try keeps(cut, isTruncated: true, of: cut, limit: 512, "TC stays where it was set before")
  }

  // RFC 2181 §9: "could not be included in its entirety"
  @Test func `an RRset comes whole or not at all`() throws {
    let three = "www 60 A 192.0.2.1; WWW 60 A 192.0.2.2; www 60 A 192.0.2.3"
    for limit in [399, 300, 200] {
      try keeps(
        response(""), isTruncated: true, of: response(three), limit: limit,
        "three records of one set have 300 octets")
    }
    let mixed = "www 60 A 192.0.2.1; www 60 AAAA 2001:db8::1; www 60 A 192.0.2.2"
    try keeps(
      response("www 60 A 192.0.2.1; www 60 A 192.0.2.2"), isTruncated: true, of: response(mixed), limit: 399,
      "the set of two A records is not interrupted by another one's record")
    try keeps(
      response(""), isTruncated: true, of: response(mixed), limit: 299, "two A records have 200 octets")
  }

  // RFC 2181 §9; RFC 1034 §3.6.2's chains
  @Test func `the first needed RRset that does not fit ends it`() throws {
    let chain = "a 60 CNAME b; b 60 CNAME c; c 60 A 192.0.2.1; c 60 A 192.0.2.2"
    let whole = response(chain, "@ 60 SOA a b 1 2 3 4 5", "mail 60 A 192.0.2.25")
    try keeps(
      response("a 60 CNAME b; b 60 CNAME c"), isTruncated: true, of: whole, limit: 499,
      "what comes after it would fit, and is left out")
    try keeps(response("a 60 CNAME b"), isTruncated: true, of: whole, limit: 299, "the second set")
    try keeps(
      response(chain), isTruncated: true, of: whole, limit: 500, "the authority section is needed, too")
    try keeps(
      response(chain, "@ 60 SOA a b 1 2 3 4 5"), of: whole, limit: 600, "the additional section is not")
    var odd = whole
    odd.header.answerCount = 99
    odd.header.checkingDisabled = true
    var header = odd.header
    header.isTruncated = true
    try check(
      "fit(_:limit:size:).header", Room(response: odd, limit: 299), returns: header, "TC alone changes"
    ) {
      try fit($0.response, limit: $0.limit, size: roundSize).header
    }
  }

  // RFC 2181 §9: "This includes the results of additional section processing"
  @Test func `optional data is left out without a word`() throws {
    let answer = "@ 60 MX 1 a; @ 60 MX 2 b"
    let whole = response(
      answer, "",
      "a 60 A 192.0.2.1; a 60 A 192.0.2.2; a 60 AAAA 2001:db8::1; b 60 A 192.0.2.3; b 60 TXT \"x\"")
    try keeps(
      response(answer, "", "a 60 A 192.0.2.1; a 60 A 192.0.2.2; a 60 AAAA 2001:db8::1; b 60 A 192.0.2.3"),
      of: whole, limit: 799, "the last does not fit")
    try keeps(
      response(answer, "", "a 60 AAAA 2001:db8::1"), of: whole, limit: 400,
      "a set of two does not fit, a later one does")
    try keeps(response(answer), of: whole, limit: 399, "none fits")
  }

  // RFC 9471 §3.1: all glue of in-domain servers, or TC
  @Test func `glue of in-domain servers is needed`() throws {
    let cut = "north 60 NS ns.north; north 60 NS ns.south"
    let glue = "ns.north 60 A 192.0.2.1; ns.north 60 AAAA 2001:db8::1"
    let whole = response("", cut, "\(glue); ns.south 60 A 192.0.2.2")
    try keeps(response("", cut, glue), of: whole, limit: 599, "sibling glue is optional (RFC 9471 §3.2)")
    try keeps(
      response("", cut, "ns.north 60 A 192.0.2.1"), isTruncated: true, of: whole, limit: 499,
      "one of two glue sets is missing")
    try keeps(
      response("", cut), isTruncated: true, of: whole, limit: 399,
      "no glue at all is what RFC 9471 §2.4 saw in the wild")
    for owner in ["north", "NS.NORTH", "a.b.ns.north"] {
      try keeps(
        response("", cut), isTruncated: true, of: response("", cut, "\(owner) 60 A 192.0.2.1"), limit: 399,
        "at or below the cut, in any case")
    }
    for record in [
      "evilnorth 60 A 192.0.2.1", "@ 60 A 192.0.2.1", "ns.north 60 TXT \"x\"", "ns 60 A 192.0.2.1",
    ] {
      try keeps(
        response("", cut), of: response("", cut, record), limit: 399, "not at or below it, or no address")
    }
  }

  // The specification above fit: needed ones first, whatever their place
  @Test func `needed glue is added before optional data`() throws {
    let cut = "north 60 NS ns.south; north 60 NS ns.north"
    let whole = response("", cut, "ns.south 60 A 192.0.2.2; ns.north 60 A 192.0.2.1; x 60 A 192.0.2.3")
    try keeps(response("", cut, "ns.north 60 A 192.0.2.1"), of: whole, limit: 400, "room for the needed one")
    try keeps(
      response("", cut, "ns.south 60 A 192.0.2.2; ns.north 60 A 192.0.2.1"), of: whole, limit: 500,
      "room for two: they keep their order")
    try keeps(response("", cut), isTruncated: true, of: whole, limit: 399, "no room for the needed one")
    let two = response("", "\(cut); south 60 NS ns.south", "ns.south 60 A 192.0.2.2")
    try keeps(
      response("", "\(cut); south 60 NS ns.south"), isTruncated: true, of: two, limit: 499,
      "below any NS record's owner")
    let other = response("north 60 NS ns.north", "", "ns.north 60 A 192.0.2.1")
    try keeps(
      response("north 60 NS ns.north"), of: other, limit: 200, "NS records of the answer section make no glue"
    )
  }

  // RFC 6891 §6.1.1, §7: a response to a query with OPT has OPT
  @Test func `OPT keeps its place whatever else goes`() throws {
    let whole = response(
      "www 60 A 192.0.2.1; www 60 A 192.0.2.2", "", "mail 60 A 192.0.2.25; \(opt); six 60 AAAA 2001:db8::1")
    try keeps(
      response("www 60 A 192.0.2.1; www 60 A 192.0.2.2", "", "\(opt)"), of: whole, limit: 409,
      "its octets are counted before anything is added")
    try keeps(
      response("www 60 A 192.0.2.1; www 60 A 192.0.2.2", "", "mail 60 A 192.0.2.25; \(opt)"), of: whole,
      limit: 410, "300, 100 and 10")
    try keeps(response("", "", opt), isTruncated: true, of: whole, limit: 309, "no room for the answer")
    try keeps(
      response("", "", "\(opt); \(opt)"), isTruncated: true,
      of: response("a 60 A 192.0.2.1", "", "\(opt); \(opt)"), limit: 5, "even where nothing fits")
    try keeps(response("", opt, opt), of: response("", opt, "a 60 A 192.0.2.1; \(opt)"), limit: 1, "anywhere")
    try keeps(
      response("", "", opt), of: response("", "", "a 60 A 192.0.2.1; \(opt)"), limit: 0,
      "and nothing needed is missing")
  }

  // The specification above fit
  @Test func `a record in two sections belongs to two RRsets`() throws {
    let record = "www 60 A 192.0.2.1"
    try keeps(
      response(record), of: response(record, "", "\(record); www 60 A 192.0.2.2"), limit: 300,
      "of the additional section's set there are two")
    try keeps(
      response(record), isTruncated: true, of: response(record, record), limit: 299, "each has its own octets"
    )
  }

  // The specification above size
  @Test func `the size is asked for as often as it needs`() throws {
    let whole = response(
      "a 60 CNAME b; b 60 A 192.0.2.1; b 60 A 192.0.2.2", "", "c 60 A 192.0.2.3; d 60 A 192.0.2.4; \(opt)")
    for (limit, most) in [(1000, 1), (610, 1), (609, 5), (200, 5)] {
      var calls = 0
      try check(
        "fit(_:limit:size:), calls of size", Room(response: whole, limit: limit), returns: "1 to \(most)",
        where: (1...most).contains, "once for the whole, then once for each RRset at most"
      ) {
        _ = try fit($0.response, limit: $0.limit) { message in
          calls += 1
          return roundSize(message)
        }
        return calls
      }
    }
    for failing in [1, 2, 3] {
      var calls = 0
      try check(
        "fit(_:limit:size:)", Room(response: whole, limit: 609),
        throws: DNS.MessageError.tooManyEntries(failing), "what size throws is thrown on"
      ) {
        try fit($0.response, limit: $0.limit) { message in
          calls += 1
          if calls == failing { throw DNS.MessageError.tooManyEntries(failing) }
          return roundSize(message)
        }
      }
    }
  }

  // Two promises for any response and limit: it fits, and TC is set exactly when something needed is missing
  @Test func `random responses fit`() throws {
    var random = SeededRandom(seed: 2181)
    func records(_ count: Int) -> String {
      (0..<Int.random(in: 0...count, using: &random)).map { number in
        let owner = ["www", "north", "ns.north", "a.b.c.d.e.f"].randomElement(using: &random)!
        let data = [
          "A 192.0.2.\(number)", "AAAA 2001:db8::\(number)", "NS ns.north",
          "TXT \"\(String(repeating: "x", count: number * 9))\"",
        ]
        return "\(owner) 60 \(data.randomElement(using: &random)!)"
      }.joined(separator: "; ")
    }
    for _ in 0..<150 {
      let whole = response(records(4), records(3), records(5))
      let limit = Int.random(in: 40...plainSize(whole) + 20, using: &random)
      let byHand = FittedByHand(whole, limit: limit, size: plainSize)
      try check(
        "fit(_:limit:size:)", Room(response: whole, limit: limit), returns: MessageText(byHand.message),
        "tried by hand, set by set"
      ) {
        try MessageText(fit($0.response, limit: $0.limit, size: plainSize))
      }
    }
  }
}
