import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct AddressTextTests {
  /// The octets of the address, the highest first.
  private func octets4(_ text: String) throws -> [UInt8] { plainOctets(of: try parseIPv4(text).rawValue) }

  private func octets6(_ text: String) throws -> [UInt8] { plainOctets(of: try parseIPv6(text).rawValue) }

  /// The text of the IPv6 address of these octets.
  private func text(of octets: [UInt8]) throws -> String {
    try ipv6Text(DNS.IPv6Address(rawValue: octets.reduce(0) { $0 << 8 | UInt128($1) }))
  }

  // RFC 3986 §3.2.2, RFC 1035 §3.4.1
  @Test func `IPv4 is four numbers`() throws {
    for (text, octets) in [
      ("192.0.2.80", [192, 0, 2, 80]), ("0.0.0.0", [0, 0, 0, 0]), ("255.255.255.255", [255, 255, 255, 255]),
      ("1.20.203.4", [1, 20, 203, 4]), ("10.100.0.9", [10, 100, 0, 9]),
      ("249.250.99.199", [249, 250, 99, 199]),
    ] as [(String, [UInt8])] {
      try check("parseIPv4(_:)", text, returns: octets, "the first number is the highest octet", octets4)
      try check("ipv4Text(_:)", octets, returns: text, "four decimal numbers, no 0 in front") {
        try ipv4Text(DNS.IPv4Address(rawValue: $0.reduce(0) { $0 << 8 | UInt32($1) }))
      }
    }
  }

  // RFC 3986 §3.2.2: dec-octet
  @Test func `what is not four plain numbers is no IPv4`() throws {
    for (rule, texts) in [
      (
        "there are four numbers",
        ["", "1", "1.2.3", "1.2.3.4.5", "3221226064", "1.2.3.4.1.2.3.4", "...", "."]
      ),
      ("no number is empty", ["1..3.4", ".1.2.3.4", "1.2.3.4.", "1.2.3.", ".2.3.4", "1.2..3.4"]),
      ("a number is 0 to 255", ["256.1.1.1", "1.300.1.1", "1.2.3.999", "1.2.3.1000", "1.2.3.65536"]),
      ("0 stands in front of no number", ["01.2.3.4", "1.2.3.00", "1.2.03.4", "1.2.3.004", "1.2.3.0000"]),
      ("a number has no sign", ["+1.2.3.4", "-1.2.3.4", "1.2.3.+4", "1.2.-0.4"]),
      (
        "nothing but digits and dots is an address",
        [
          "1.2.3.4 ", " 1.2.3.4", "1.2. 3.4", "1.2.3.4\n", "0x1.2.3.4", "1.2.3.a", "a.b.c.d", "1.2.3.4\0x",
          "1.2.3.4\0", "1,2,3,4", "1.2.3.4/8", "1.2.3.4:53", "::1", "::ffff:1.2.3.4", "1.2.3.1e1",
          "1_0.2.3.4",
        ]
      ),
      ("only the digits of ASCII count", ["١.2.3.4", "1.2.3.４", "1.2.3.4\u{301}", "1。2。3。4"]),
    ] {
      for text in texts {
        try check("parseIPv4(_:)", text, throws: DNS.AddressError.notIPv4(text), rule, octets4)
      }
    }
  }

  // RFC 4291 §2.2, with its own examples
  @Test func `IPv6 has three forms`() throws {
    for (text, expected, rule) in [
      ("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", "abcdef0123456789abcdef0123456789", "eight groups"),
      ("2001:DB8:0:0:8:800:200C:417A", "20010db80000000000080800200c417a", "eight groups"),
      ("2001:db8:0:0:8:800:200c:417A", "20010db80000000000080800200c417a", "either case is read"),
      ("2001:0DB8:0:0000:0:00:0002:001", "20010db8000000000000000000020001", "zeros may stand in front"),
      ("2001:DB8::8:800:200C:417A", "20010db80000000000080800200c417a", ":: is two groups here"),
      ("FF01::101", "ff010000000000000000000000000101", ":: is six groups here"),
      ("::1", "00000000000000000000000000000001", ":: may begin the text"),
      ("::", "00000000000000000000000000000000", ":: may be all"),
      ("2001:db8::", "20010db8000000000000000000000000", ":: may end the text"),
      ("1:2:3:4:5:6:7::", "00010002000300040005000600070000", ":: may be a single group"),
      ("::2:3:4:5:6:7:8", "00000002000300040005000600070008", ":: may be a single group"),
      ("1:2:3:4::6:7:8", "00010002000300040000000600070008", ":: may be a single group"),
      ("0:0:0:0:0:0:13.1.68.3", "0000000000000000000000000d014403", "IPv4 is the last two groups"),
      ("::13.1.68.3", "0000000000000000000000000d014403", "IPv4 is the last two groups"),
      ("::FFFF:129.144.52.38", "00000000000000000000ffff81903426", "IPv4 is the last two groups"),
      ("1:2:3:4:5:6:192.0.2.255", "000100020003000400050006c00002ff", "IPv4 is the last two groups"),
      ("1:2:3:4:5::0.0.2.1", "00010002000300040005000000000201", "IPv4 is two groups, and :: is one"),
      ("64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221", "IPv4 is read behind any prefix"),
    ] {
      try check("parseIPv6(_:)", text, returns: bytes(hex: expected), rule, octets6)
    }
  }

  // RFC 4291 §2.2: :: once; eight groups of one to four digits
  @Test func `what has none of the three forms is no IPv6`() throws {
    for (rule, texts) in [
      ("without :: there are eight groups", ["", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1.2.3.4"]),
      (":: stands once", ["1::2::3", "::1::", "::::", "1::2:3::"]),
      (":: stands for one group or more", ["1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8"]),
      ("three colons are none", [":::", "1:::2", ":::1", "1:::", "1:2:3:4:5:6:7:::"]),
      (
        "one colon neither begins nor ends a text",
        [
          ":", ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:", ":1::2", "1::2:", ":2:3:4:5:6:7:8", "1:2:3:4:5:6:7:",
          "1:",
        ]
      ),
      ("a group has one to four digits", ["12345::", "::00001", "0:0:0:0:0:0:0:00000"]),
      (
        "a group is hexadecimal digits",
        [
          "g::", "1::+2", "-1::", "::0x1", "::x1", "::1 ", " ::1", ":: 1", "::1\n", "::1\0", "::\0x", "1::_2",
          "::１", "::\u{661}", "::1\u{301}",
        ]
      ),
      ("no zone, no bracket, no length belongs to it", ["1::1%eth0", "[::1]", "::1/64", "::%1", "[::1]:53"]),
      (
        "IPv4 stands at the end, and is right by itself",
        [
          "1.2.3.4::", "::1.2.3", "::1.2.3.256", "::1.2.3.4:5", "::01.2.3.4", "::1.2.3.4.5", "::+1.2.3.4",
          "::1.2.3.4 ", "::1.2.3.4\0x", "::.", "1.2.3.4:1.2.3.4", "::1.2.3.4:1.2.3.4", ":1.2.3.4",
          "::a.2.3.4",
        ]
      ),
      ("IPv4 is two groups", ["1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:1.2.3.4", "1:2:3:4:5:6::1.2.3.4"]),
    ] {
      for text in texts {
        try check("parseIPv6(_:)", text, throws: DNS.AddressError.notIPv6(text), rule, octets6)
      }
    }
  }

  // RFC 5952 §4.1, §4.3
  @Test func `groups are written in lower case without zeros in front`() throws {
    for (address, expected) in [
      ("20010db8aaaabbbbccccdddd0eee0001", "2001:db8:aaaa:bbbb:cccc:dddd:eee:1"),
      ("0fff00ee000dabcdef01102010001001", "fff:ee:d:abcd:ef01:1020:1000:1001"),
    ] {
      let rule = "0db8 is db8, 0001 is 1, and zeros behind another digit stay"
      try check("ipv6Text(_:)", bytes(hex: address), returns: expected, rule, text)
    }
  }

  // RFC 5952 §4.2: its own examples
  @Test func `the longest run of zeros becomes two colons, the first among equals`() throws {
    for (address, expected, rule) in [
      ("20010db8000000000000000000020001", "2001:db8::2:1", "one run of four"),
      ("20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1", "one group alone stays 0"),
      ("20010000000000010000000000000001", "2001:0:0:1::1", "three zeros are more than two"),
      ("20010db8000000000001000000000001", "2001:db8::1:0:0:1", "the first of two equal runs"),
      ("00000000000000000000000000000000", "::", "all is one run"),
      ("00000000000000000000000000000001", "::1", "the run begins the address"),
      ("20010db8000000000000000000000000", "2001:db8::", "the run ends the address"),
      ("00010000000000000000000000080000", "1::8:0", "the last group alone stays 0"),
      ("00000000000100000000000200000000", "::1:0:0:2:0:0", "the first of three equal runs"),
      ("00000001000000000000000100000000", "0:1::1:0:0", "the longest is neither first nor last"),
    ] {
      try check("ipv6Text(_:)", bytes(hex: address), returns: expected, rule, text)
    }
  }

  // RFC 5952 §5, RFC 4291 §2.5.5.2; the others are RFC 4291 §2.5.5.1, RFC 6052 §2.1, RFC 2765 §2.1 and RFC 3056 §2
  @Test func `an IPv4-mapped address shows the IPv4 address, and no other does`() throws {
    for (address, expected, rule) in [
      ("00000000000000000000ffffc0000201", "::ffff:192.0.2.1", "IPv4-mapped"),
      ("00000000000000000000ffff00000000", "::ffff:0.0.0.0", "IPv4-mapped"),
      ("00000000000000000000ffffffffffff", "::ffff:255.255.255.255", "IPv4-mapped"),
      ("00000000000000000000fffec0000201", "::fffe:c000:201", "the last of the 96 bits is 0"),
      ("0000000000000000000000ffc0000201", "::ff:c000:201", "eight of the sixteen ones are 0"),
      ("00000000000000000001ffffc0000201", "::1:ffff:c000:201", "one of the 80 zeros is 1"),
      ("80000000000000000000ffffc0000201", "8000::ffff:c000:201", "the first of the 80 zeros is 1"),
      ("0000000000000000000000000d014403", "::d01:4403", "IPv4-compatible, a form that is given up"),
      ("000000000000000000000000ffff0000", "::ffff:0", "the mark is in another group"),
      ("0064ff9b0000000000000000c0000201", "64:ff9b::c000:201", "NAT64"),
      ("0000000000000000ffff0000c0000201", "::ffff:0:c000:201", "IPv4-translated"),
      ("2002c000020100000000000000000001", "2002:c000:201::1", "6to4"),
    ] {
      let rule = "\(rule): the prefix ::ffff:0:0/96 is 80 bits of zero and sixteen of one"
      try check("ipv6Text(_:)", bytes(hex: address), returns: expected, rule, text)
    }
  }

  // Every pattern of zeros; written by the C library
  @Test func `wherever the zeros are, the text is the C library's`() throws {
    // The C library writes ::/96 with an IPv4 address at the end, a form that is deprecated (RFC 4291 §2.5.5.1). The patterns
    // without any of the first six groups are among the examples above.
    for pattern in 0..<256 where pattern & 0b0011_1111 != 0 {
      let octets = (0..<8).flatMap { group -> [UInt8] in
        pattern >> group & 1 == 0 ? [0, 0] : [UInt8(group), 0xA0]
      }
      let rule = "the C library writes it like this"
      try check("ipv6Text(_:)", octets, returns: plainAddress(octets), rule, text)
    }
  }

  // Addresses at random, with many groups of zeros; read and written by the C library
  @Test func `texts are those of the C library, both ways`() throws {
    var random = SeededRandom(seed: 5952)
    let rule = "the C library reads and writes it like this"
    for _ in 0..<200 {
      let octets = (0..<8).flatMap { group -> [UInt8] in
        group > 0 && Bool.random(using: &random)
          ? [0, 0] : [UInt8.random(in: 1...255, using: &random), UInt8.random(in: 0...255, using: &random)]
      }
      let plain = plainAddress(octets)
      try check("ipv6Text(_:)", octets, returns: plain, rule, text)
      for text in [plain, plain.uppercased()] {
        try check("parseIPv6(_:)", text, returns: octets, rule, octets6)
      }
      let four = plainAddress(Array(octets[..<4]))
      try check("parseIPv4(_:)", four, returns: Array(octets[..<4]), rule, octets4)
      try check(
        "parseIPv6(_:)", "::" + four, returns: [UInt8](repeating: 0, count: 12) + octets[..<4], rule, octets6)
    }
  }
}
