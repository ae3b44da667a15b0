import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct GeoSteeringTests {
  private func reads(_ text: String, _ expected: String, _ source: Int, _ rule: String) throws {
    try check(
      "readClientSubnet(_:)", bytes(hex: text),
      returns: Geo.ClientSubnet(address: address(expected), sourceLength: source), rule
    ) { try readClientSubnet($0) }
  }

  private func refuses(_ text: String, _ error: Geo.FormatError, _ rule: String) throws {
    try check("readClientSubnet(_:)", bytes(hex: text), throws: error, rule) { try readClientSubnet($0) }
  }

  private func places(_ text: String, by map: String, _ site: String, _ scope: Int, _ rule: String) throws {
    let whole = geoMap(map)
    for map in [whole, Geo.Map(whole.rules.reversed(), otherwise: whole.otherwise)] {
      try check(
        "place(\(text), by:)", map, returns: Geo.Placement(site: site, scope: scope), rule
      ) { try place(address(text), by: $0) }
    }
  }

  // RFC 7871 §6: the address in as many octets as the prefix needs
  @Test func `the option has a family, two lengths and a part of an address`() throws {
    try reads("0001 18 00 c00002", "192.0.2.0", 24, "family 1, 24 bits, three octets")
    try reads("0001 14 00 c00010", "192.0.16.0", 20, "20 bits need three octets, the last half full")
    try reads("0001 19 00 c0000280", "192.0.2.128", 25, "25 bits need four octets")
    try reads("0001 20 00 c00002ff", "192.0.2.255", 32, "the whole address")
    try reads("0001 01 00 80", "128.0.0.0", 1, "one bit needs one octet")
    try reads(
      "0002 20 00 20010db8", "2001:db8:0:0:0:0:0:0", 32,
      "family 2 has 16 octets, and 12 of them were not sent")
    try reads(
      "0002 80 00 20010db8 00000000 00000000 00000001", "2001:db8:0:0:0:0:0:1", 128, "the whole address")
  }

  // RFC 7871 §6, §7.1.2: a client may keep everything for itself (miekg/dns #529 refused it)
  @Test func `a source of no bits is allowed, with no address`() throws {
    try reads("0001 00 00", "0.0.0.0", 0, "no bits, no octets")
    try reads("0002 00 00", "0:0:0:0:0:0:0:0", 0, "no bits, no octets")
    try refuses("0001 00 00 00", .wrongOctetCount(1, needed: 0), "no bits need no octet")
  }

  // RFC 7871 §6, §7.2.1
  @Test func `each field that is wrong is refused`() throws {
    for (text, count) in [("", 0), ("00", 1), ("0001 18", 3), ("0009 ff", 3)] {
      try refuses(text, .truncated(octets: count), "family and lengths have four octets")
    }
    for (text, family) in [
      ("0000 00 00", 0), ("0003 00 00", 3), ("0100 18 00 c00002", 256), ("ffff 00 00", 0xFFFF),
    ] as [(String, UInt16)] {
      try refuses(text, .unknownFamily(family), "1 is IPv4, 2 is IPv6")
    }
    try refuses("0001 21 00 c000020000", .sourceTooLong(33, most: 32), "IPv4 has 32 bits")
    try refuses("0001 80 00 c0000200", .sourceTooLong(128, most: 32), "IPv4 has 32 bits")
    try refuses("0002 81 00 20010db8", .sourceTooLong(129, most: 128), "IPv6 has 128 bits")
    try refuses("0002 ff 00", .sourceTooLong(255, most: 128), "IPv6 has 128 bits")
    for (text, scope) in [("0001 18 18 c00002", 24), ("0001 18 01 c00002", 1), ("0001 00 ff", 255)] {
      try refuses(text, .scopeInQuery(scope), "in queries SCOPE is 0")
    }
  }

  // RFC 7871 §6: neither too few nor too many
  @Test func `the address has the octets that its bits need`() throws {
    try refuses("0001 18 00", .wrongOctetCount(0, needed: 3), "24 bits need three octets")
    try refuses("0001 18 00 c000", .wrongOctetCount(2, needed: 3), "zeros at the end are not left out")
    try refuses(
      "0001 18 00 c0000200", .wrongOctetCount(4, needed: 3), "the octet more is not needed, though it is 0")
    try refuses("0001 19 00 c00002", .wrongOctetCount(3, needed: 4), "25 bits need four octets")
    try refuses("0001 20 00 c000020000", .wrongOctetCount(5, needed: 4), "IPv4 has four octets")
    try refuses("0002 38 00 20010db8", .wrongOctetCount(4, needed: 7), "56 bits need seven octets")
  }

  // RFC 7871 §6 (scapy left such bits in, #4960)
  @Test func `bits after the source are 0`() throws {
    try refuses("0001 17 00 c00003", .bitsBeyondSource, "the 24th bit of 23")
    try refuses("0001 14 00 c0001f", .bitsBeyondSource, "the last four bits of 24")
    try refuses("0001 19 00 c0000281", .bitsBeyondSource, "the last bit, far from the source's end")
    try refuses("0001 01 00 c0", .bitsBeyondSource, "the second bit of one")
    try refuses("0002 39 00 20010db8 00000040", .bitsBeyondSource, "the 58th bit of 57")
    try reads("0001 17 00 c00002", "192.0.2.0", 23, "the 23rd bit is within the source")
    try reads("0001 18 00 c00003", "192.0.3.0", 24, "the 24th bit is within the source")
  }

  // The order in the specification
  @Test func `the first thing that is wrong is reported`() throws {
    try refuses("0009 ff 01 ff", .unknownFamily(9), "family before lengths")
    try refuses("0001 21 01 ff", .sourceTooLong(33, most: 32), "SOURCE before SCOPE")
    try refuses("0001 17 01 ff", .scopeInQuery(1), "SCOPE before ADDRESS")
    try refuses(
      "0001 17 00 c003", .wrongOctetCount(2, needed: 3), "the number of octets before the bits in them")
  }

  // Longest prefix matching; lengths of all others by RFC 7871 §7.2.1
  @Test func `the longest prefix decides`() throws {
    let map = "192.0.2.0/24 a, 192.0.2.128/25 b, 192.0.2.200/32 c, x"
    try places("192.0.2.1", by: map, "a", 25, "in a's other half is b")
    try places("192.0.2.129", by: map, "b", 26, "c is in b's upper half: 192, not 129")
    try places("192.0.2.200", by: map, "c", 32, "one address alone")
    try places("192.0.2.201", by: map, "b", 32, "the neighbour of c differs in the last bit")
    try places("192.0.3.1", by: map, "x", 24, "a's neighbour: 23 bits are a's, too")
    try places("128.0.0.1", by: map, "x", 2, "a begins with 11, this address with 10")
    try places("10.0.0.1", by: map, "x", 1, "a begins with 1, this address with 0")
  }

  // RFC 7871 §7.2.1: the RFC's own example of 1.2.0/20 with an exception at 1.2.3/24
  @Test func `a network with an exception comes apart into the fewest pieces`() throws {
    let map = "1.2.0.0/20 a, 1.2.3.0/24 b, x"
    for (first, last, site, scope) in [
      ("1.2.0.0", "1.2.1.255", "a", 23), ("1.2.2.0", "1.2.2.255", "a", 24), ("1.2.3.0", "1.2.3.255", "b", 24),
      ("1.2.4.0", "1.2.7.255", "a", 22), ("1.2.8.0", "1.2.15.255", "a", 21),
    ] {
      for text in [first, last] {
        try places(
          text, by: map, site, scope, "1.2.0/23, 1.2.2/24, 1.2.4/22 and 1.2.8/21 are a's, 1.2.3/24 is b's")
      }
    }
  }

  // Our rule: what no rule names
  @Test func `without a rule the answer is for everybody`() throws {
    try places("192.0.2.1", by: "x", "x", 0, "there are no rules")
    try places(
      "192.0.2.1", by: "2001:db8:0:0:0:0:0:0/32 a, x", "x", 0, "the only rule is of the other family")
    try places("2001:db8:0:0:0:0:0:1", by: "0.0.0.0/0 a, x", "x", 0, "all of IPv4 is nothing of IPv6")
    try places("192.0.2.1", by: "0.0.0.0/0 a, x", "a", 0, "all of IPv4")
    try places("128.0.0.1", by: "0.0.0.0/0 a, 0.0.0.0/1 b, x", "a", 1, "half of IPv4 is b's")
    try places("192.0.2.1", by: "192.0.2.0/24 a, 192.0.2.0/25 a, x", "a", 25, "two rules of one site")
    try places("192.0.2.200", by: "192.0.2.0/24 a, 192.0.2.0/25 a, x", "a", 25, "two rules of one site")
    try places("192.0.3.1", by: "192.0.2.0/24 x, x", "x", 24, "a rule for x, and no rule")
    try places(
      "2001:db8:0:0:0:0:0:1", by: "2001:db8:0:0:0:0:0:0/127 a, 2001:db8:0:0:0:0:0:0/128 b, x", "a", 128,
      "128 bits")
  }

  // A second implementation: all 256 addresses are asked
  @Test func `random maps agree with asking every address`() throws {
    var random = SeededRandom(seed: 4103)
    for _ in 0..<80 {
      var rules: [Geo.Network: String] = [Geo.Network([192, 0, 2, 0], 24): "a"]
      for site in ["b", "c", "d", "e"] {
        let length = Int.random(in: 25...32, using: &random)
        let last = UInt8.random(in: 0...255, using: &random) & ~UInt8((1 << (32 - length)) - 1)
        rules[Geo.Network([192, 0, 2, last], length)] = site
      }
      let map = Geo.Map(
        rules.sorted { ($0.value, $0.key.length) < ($1.value, $1.key.length) }.map {
          Geo.Rule($0.key, $0.value)
        },
        otherwise: "x")
      let last = UInt8.random(in: 0...255, using: &random)
      try check(
        "place(192.0.2.\(last), by:)", map, returns: placementByCounting(last, by: map),
        "the shortest block in which every address is decided by one rule"
      ) { try place([192, 0, 2, last], by: $0) }
    }
  }

  // RFC 7871 §7.2.1
  @Test func `an option is answered with the same and a scope`() throws {
    let map = geoMap("192.0.2.0/24 a, 198.51.100.0/24 b, 2001:db8:0:0:0:0:0:0/32 c, x")
    for (option, site, answer, rule) in [
      ("0001 18 00 c00002", "a", "0001 18 18 c00002", "a's rule has 24 bits"),
      ("0001 20 00 c0000207", "a", "0001 20 18 c0000207", "24 bits would have been enough"),
      ("0001 10 00 c000", "x", "0001 10 17 c000", "SCOPE is longer than SOURCE: 192.0.0.0/23 is without a"),
      ("0001 08 00 0a", "x", "0001 08 01 0a", "all that begins with 0"),
      (
        "0001 01 00 80", "x", "0001 01 02 80",
        "one bit of the client's comes before the resolver: a and b begin with 11"
      ),
      ("0002 38 00 20010db8 000000", "c", "0002 38 20 20010db8 000000", "family 2 has its own rules"),
      (
        "0002 38 00 30000000 000000", "x", "0002 38 04 30000000 000000",
        "2001: begins with 0010, this with 0011"
      ),
    ] {
      try check(
        "steer(option:from: 198.51.100.9, by:)", bytes(hex: option),
        returns: Geo.Answer(site: site, option: bytes(hex: answer)), rule
      ) { try steer(option: $0, from: address("198.51.100.9"), by: map) }
    }
  }

  // RFC 7871 §7.2.1: not included in a query, not included in the response
  @Test func `without an option the resolver decides, and none comes back`() throws {
    let map = geoMap("192.0.2.0/24 a, 2001:db8:0:0:0:0:0:0/32 c, x")
    for (resolver, site) in [("192.0.2.9", "a"), ("203.0.113.9", "x"), ("2001:db8:0:0:0:0:0:9", "c")] {
      try check(
        "steer(option: nil, from: \(resolver), by:)", map, returns: Geo.Answer(site: site, option: nil),
        "whoever sent no option may not understand one"
      ) { try steer(option: nil, from: address(resolver), by: $0) }
    }
  }

  // RFC 7871 §7.1.2: SOURCE 0 asks for privacy; the choice of site is our rule
  @Test func `who tells nothing is not told apart`() throws {
    let map = geoMap("192.0.2.0/24 a, 0.0.0.0/8 z, x")
    for (option, resolver, site) in [
      ("0001 00 00", "192.0.2.9", "a"), ("0001 00 00", "203.0.113.9", "x"), ("0002 00 00", "192.0.2.9", "a"),
    ] {
      try check(
        "steer(option:from: \(resolver), by:)", bytes(hex: option),
        returns: Geo.Answer(site: site, option: bytes(hex: option)),
        "the resolver's address decides, not 0.0.0.0, and SCOPE is 0"
      ) { try steer(option: $0, from: address(resolver), by: map) }
    }
    for (option, error) in [
      ("0001 18 18 c00002", Geo.FormatError.scopeInQuery(24)), ("0001", .truncated(octets: 2)),
      ("0001 00 01", .scopeInQuery(1)),
    ] {
      try check(
        "steer(option:from: 192.0.2.9, by:)", bytes(hex: option), throws: error,
        "what cannot be read is refused"
      ) {
        try steer(option: $0, from: address("192.0.2.9"), by: map)
      }
    }
  }
}
