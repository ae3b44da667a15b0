import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct AdditionalDataTests {
  private let house = """
    @ 3600 SOA ns1 warden 7 7200 900 86400 300
    @ 600 MX 5 mail
    ns1 600 A 192.0.2.53
    mail 71 AAAA 2001:db8::25
    MAIL 72 A 192.0.2.26
    mail 73 TXT "no address"
    mail 74 A 192.0.2.25
    mail 75 AAAA 2001:db8::26
    www 80 A 192.0.2.80
    six 81 AAAA 2001:db8::6
    road 60 CNAME www
    *.wild 60 A 192.0.2.66
    north 60 NS ns.north
    ns.north 62 A 192.0.2.54
    """
  private let mail = [
    "MAIL.postroad.example. 72 A 192.0.2.26", "mail.postroad.example. 74 A 192.0.2.25",
    "mail.postroad.example. 71 AAAA 2001:db8::25", "mail.postroad.example. 75 AAAA 2001:db8::26",
  ]
  private let www = ["www.postroad.example. 80 A 192.0.2.80"]
  private let six = ["six.postroad.example. 81 AAAA 2001:db8::6"]

  private func adds(_ records: String, _ expected: [String], _ rule: String) throws {
    let origin = "postroad.example"
    let zone = try ZoneTree(origin: domain(origin), records: zoneRecords(house, origin: origin))
    try check("additionalData(for:in:)", records, returns: expected, rule) {
      try additionalData(for: zoneRecords($0, origin: origin), in: zone).map(\.zoneLine)
    }
  }

  // RFC 1035 §3.3.9, §3.3.11; RFC 2782
  @Test func `hosts that NS, MX and SRV name bring their addresses`() throws {
    for record in [
      "@ 60 NS www", "@ 60 MX 10 www", "_mana._tcp 60 SRV 0 0 80 www", "x.elsewhere. 60 MX 0 www",
    ] {
      try adds(record, www, "whoever gets this record will ask for the addresses next")
    }
  }

  // RFC 3596 §3: AAAA as well as A
  @Test func `of each host A comes before AAAA, all of them`() throws {
    try adds(
      "@ 60 MX 10 mail", mail, "A records, then AAAA records, each as the zone has them, and no other types")
    try adds("@ 60 MX 10 six", six, "a host may have AAAA records alone")
  }

  // The specification above additionalData
  @Test func `hosts come in the order in which they are named`() throws {
    for (records, expected) in [
      ("@ 60 MX 20 www\n@ 60 MX 10 six\n@ 60 MX 30 mail", www + six + mail),
      ("@ 60 NS mail\n@ 60 NS six\n@ 60 NS www", mail + six + www),
      ("s 60 SRV 9 0 80 six\ns 60 SRV 1 0 80 www", six + www),
      ("@ 60 MX 1 mail\n@ 60 NS www\ns 60 SRV 0 0 1 six", mail + www + six),
    ] {
      try adds(
        records, expected, "neither preference nor type nor name decides: the order of the records does")
    }
  }

  // RFC 2181 §5: a set has no record twice
  @Test func `a host that is named twice comes once`() throws {
    try adds("@ 60 MX 10 www\n@ 60 MX 20 www", www, "two records name it")
    try adds(
      "@ 60 MX 10 www\n@ 60 NS six\ns 60 SRV 0 0 80 WWW\n@ 60 MX 20 Six", www + six, "names have no case")
  }

  // RFC 1035 §3.3: of these types no additional section processing is asked
  @Test func `other types bring nothing`() throws {
    for record in [
      "road 60 CNAME www", "80 60 PTR www", "@ 60 TXT \"www\"", "@ 60 SOA www six 1 2 3 4 5",
      "www 80 TXT \"x\"",
      "ns1 60 A 192.0.2.80", "six 60 AAAA 2001:db8::1", "@ 60 TYPE65280 \\# 2 cafe",
    ] {
      try adds(record, [], "it names no host whose address is asked for next")
    }
    try adds("", [], "no records, no hosts")
    try adds("road 60 CNAME six\n@ 60 MX 10 www\n80 60 PTR six", www, "only the MX record counts")
  }

  // RFC 2181 §5.4.1: an address from elsewhere is not believed; RFC 7505 §3: MX 0 .
  @Test func `what the zone does not have is left out`() throws {
    for record in [
      "@ 60 MX 10 mail.elsewhere.", "@ 60 NS www.evilpostroad.example.", "@ 60 MX 0 .", "s 60 SRV 0 0 0 .",
      "@ 60 MX 10 nowhere",
      "@ 60 MX 10 @", "@ 60 NS example.", "@ 60 MX 10 x.www", "@ 60 NS ww",
    ] {
      try adds(record, [], "the zone has no addresses of this name")
      try adds("\(record)\n@ 60 MX 20 www", www, "and the next host is found all the same")
    }
  }

  // RFC 2181 §10.3: the name there must not be an alias
  @Test func `aliases and wildcards have no address here`() throws {
    try adds("@ 60 MX 10 road", [], "a CNAME at the host's name is not followed")
    try adds("@ 60 MX 10 a.wild", [], "a wildcard is not expanded")
    try adds(
      "@ 60 MX 10 *.wild", ["*.wild.postroad.example. 60 A 192.0.2.66"],
      "a star that is named itself is a name")
  }

  // RFC 1034 §4.3.2, step 6: whatever local data there is
  @Test func `glue is address enough`() throws {
    try adds("@ 60 MX 10 ns.north", ["ns.north.postroad.example. 62 A 192.0.2.54"], "the name is below a cut")
  }

  // The specification above additionalData
  @Test func `what is there already is not repeated`() throws {
    try adds("www 80 A 192.0.2.80\n@ 60 MX 10 www", [], "the address is among the records")
    try adds("@ 60 MX 10 www\nWWW 80 A 192.0.2.80", [], "after the record that names it, in another case")
    try adds(
      "mail 74 A 192.0.2.25\n@ 60 MX 10 mail", [mail[0]] + mail[2...], "one of four addresses is there")
    try adds("www 80 A 192.0.2.81\nsix 80 A 192.0.2.80\n@ 60 MX 10 www", www, "other addresses are there")
  }

  // RFC 1034 §6.2.3; §6.3.1's addresses come from the zone ISI.EDU, which the RFC does not print
  @Test func `the worked answers of RFC 1034`() throws {
    let root = try ZoneTree(origin: .root, records: rootZone1034)
    for (records, expected) in [
      (
        "SRI-NIC.ARPA. 86400 MX 0 SRI-NIC.ARPA.",
        ["SRI-NIC.ARPA. 86400 A 26.0.0.73", "SRI-NIC.ARPA. 86400 A 10.0.0.51"]
      ),
      (
        "MIL. 86400 NS SRI-NIC.ARPA.\nMIL. 86400 NS A.ISI.EDU.",
        [
          "SRI-NIC.ARPA. 86400 A 26.0.0.73", "SRI-NIC.ARPA. 86400 A 10.0.0.51",
          "A.ISI.EDU. 86400 A 26.3.0.103",
        ]
      ),
    ] {
      try check(
        "additionalData(for:in:), the root zone of RFC 1034 §6.1", records, returns: expected, "RFC 1034 §6.2"
      ) {
        try additionalData(for: zoneRecords($0, origin: ""), in: root).map(\.zoneLine)
      }
    }
  }
}
