import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ProxyProtocolTests {
  private let clientFour = LB.Endpoint([192, 0, 2, 10], port: 51234)
  private let serviceFour = LB.Endpoint([198, 51, 100, 20], port: 443)
  private let clientSix = LB.Endpoint(bytes(hex: "20010db8000000000000000000000010"), port: 51234)
  private let serviceSix = LB.Endpoint(bytes(hex: "20010db8000100000000000000000020"), port: 443)

  // Recorded: HAProxy 2.6.12, send-proxy; proxy-protocol.txt §2.1, the longest line of each family
  @Test func `a line of version 1 has both ends`() throws {
    let (four, six) = (
      LB.Endpoint([255, 255, 255, 255], port: 65535),
      LB.Endpoint(Array(repeating: 255, count: 16), port: 65535)
    )
    let wide = Array(repeating: "ffff", count: 8).joined(separator: ":")
    for (line, length, source, destination) in [
      ("PROXY TCP4 192.0.2.10 198.51.100.20 51234 443\r\n", 47, clientFour, serviceFour),
      ("PROXY TCP4 192.0.2.10 198.51.100.20 51234 443\r\n\(wide)\(wide)\(wide)", 47, clientFour, serviceFour),
      ("PROXY TCP6 2001:db8::10 2001:db8:1::20 51234 443\r\n", 50, clientSix, serviceSix),
      ("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n", 56, four, four),
      ("PROXY TCP6 \(wide) \(wide) 65535 65535\r\n", 104, six, six),
    ] {
      try parse(
        line + "GET /",
        returns: LB.ProxyHeader(length: length, source: source, destination: destination),
        "TCP4 and TCP6: client's address, service's address, client's port, service's port")
    }
  }

  // Recorded: HAProxy 2.6.12, send-proxy-v2; proxy-protocol.txt §2.2
  @Test func `a header of version 2 has both ends`() throws {
    try parse(
      recorded("HAProxy 2.6.12, send-proxy-v2, IPv4"),
      returns: LB.ProxyHeader(length: 28, source: clientFour, destination: serviceFour), "family 0x11")
    try parse(
      recorded("HAProxy 2.6.12, send-proxy-v2, IPv6"),
      returns: LB.ProxyHeader(length: 52, source: clientSix, destination: serviceSix), "family 0x21")
  }

  // proxy-protocol.txt §2.2, the table of the 14th byte: the same block of addresses for both transports
  @Test func `UDP has the same ends as TCP`() throws {
    for (transport, length, source, destination) in [
      ("IPv4", 28, clientFour, serviceFour), ("IPv6", 52, clientSix, serviceSix),
    ] {
      var header = recorded("HAProxy 2.6.12, send-proxy-v2, \(transport)")
      header[13] += 1
      try parse(
        header, returns: LB.ProxyHeader(length: length, source: source, destination: destination),
        "0x12 is UDP over IPv4, 0x22 UDP over IPv6")
    }
  }

  // Recorded: HAProxy 2.6.12, proxy-v2-options; proxy-protocol.txt §2.2: the length covers addresses and TLVs
  @Test func `extensions belong to the header and are skipped`() throws {
    let rule = "the header ends where its length says, and the client begins there"
    try parse(
      recorded("HAProxy 2.6.12, v2, crc32c and unique-id, IPv4"),
      returns: LB.ProxyHeader(length: 47, source: clientFour, destination: serviceFour), rule)
    try parse(
      recorded("HAProxy 2.6.12, v2, crc32c and unique-id, IPv6"),
      returns: LB.ProxyHeader(length: 71, source: clientSix, destination: serviceSix), rule)
    let plain = recorded("HAProxy 2.6.12, send-proxy-v2, IPv4")
    for rest in [[0x03], Array(repeating: UInt8(0xFF), count: 300)] {
      let counted = [UInt8((12 + rest.count) >> 8), UInt8((12 + rest.count) & 0xFF)]
      try parse(
        Array(plain[..<14]) + counted + plain[16..<28] + rest + Array("GET /".utf8),
        returns: LB.ProxyHeader(length: 28 + rest.count, source: clientFour, destination: serviceFour),
        "nothing in the extensions is checked")
    }
  }

  // Recorded: HAProxy 2.6.12, a health check; proxy-protocol.txt §2.2, LOCAL: "including the family which is ignored"
  @Test func `a LOCAL header has no ends, whatever its family`() throws {
    try parse(
      recorded("HAProxy 2.6.12, send-proxy-v2, a health check"), returns: LB.ProxyHeader(length: 16),
      "the proxy speaks for itself")
    for family in UInt8.min...UInt8.max {
      try parse(
        version2(0x20, family, 2, [9, 9]) + Array("GET /".utf8), returns: LB.ProxyHeader(length: 18),
        "LOCAL with a family and two bytes: both are skipped")
    }
    try parse(version2(0x20, 0x21, 3, [9, 9]), throws: .incomplete, "the length of LOCAL counts, too")
  }

  // proxy-protocol.txt §2.1, UNKNOWN: the receiver must ignore anything before the CRLF
  @Test func `UNKNOWN has no ends, and what follows it is ignored`() throws {
    for rest in ["", " ", " ffff::1 ffff::2 what ever", "  two", " \u{301}", " é", " \u{301}\t\0"] {
      let line = "PROXY UNKNOWN\(rest)\r\n"
      try parse(
        line + "GET /", returns: LB.ProxyHeader(length: line.utf8.count), "what follows UNKNOWN is ignored")
    }
    let broken = Array("PROXY UNKNOWN ".utf8) + [0xFF, 0xC3, 0x0D, 0x0A]
    try parse(broken, returns: LB.ProxyHeader(length: 18), "it need not be text at all")
  }

  // proxy-protocol.txt §2.2: AF_UNSPEC, AF_UNIX; the addresses of the latter take 216 bytes, which nobody looks at here
  @Test func `a family without addresses has no ends and any length`() throws {
    for family in [UInt8(0x00), 0x31, 0x32] {
      for length in [0, 2, 216, 300] {
        let rest = Array(repeating: UInt8(1), count: length)
        try parse(
          version2(0x21, family, length, rest) + Array("GET /".utf8),
          returns: LB.ProxyHeader(length: 16 + length), "no ends, but the length counts")
      }
    }
  }

  // proxy-protocol.txt §2.1, §2.2: a receiver waits for the whole header
  @Test func `every beginning of a header is incomplete`() throws {
    let recordings = ProxyHeaders.recorded.filter { $0.0 != "nginx 1.22.1, proxy_protocol, IPv6" }
      .map { text in
        let all = bytes(hex: text.1)
        return text.0.contains("health check") ? all : Array(all.dropLast(5))
      }
    let others = [
      Array("PROXY UNKNOWN \u{301} x\r\n".utf8), version2(0x21, 0, 300, Array(repeating: 7, count: 300)),
    ]
    for header in recordings + others {
      for count in 0..<header.count {
        try parse(Array(header.prefix(count)), throws: .incomplete, "\(count) of \(header.count) bytes")
      }
    }
  }

  // proxy-protocol.txt §2.1: the format of the line; "any sequence that does not match must be discarded"
  @Test func `a line that is not built like this is refused`() throws {
    let (ends, good) = ("192.0.2.10 198.51.100.20", "192.0.2.10 198.51.100.20 51234 443")
    for line in [
      "TCP4 \(ends) 51234", "TCP4 \(good) 1", "TCP4 \(good) ", "TCP4  \(good)", " TCP4 \(good)",
      "TCP5 \(good)",
      "tcp4 \(good)", "unknown", "UNKNOWNS", "", "\u{301}", "TCP4", "TCP4 192.0.2.010 198.51.100.20 1 2",
      "TCP4 192.0.2.256 198.51.100.20 1 2", "TCP4 \(ends) 51234 65536", "TCP4 \(ends) +1 443",
      "TCP4 2001:db8::10 198.51.100.20 1 2", "TCP6 1::2::3 2001:db8::1 51234 443", "TCP6 \(good)",
      "TCP4 \(good)\u{301}", "TCP4\t192.0.2.10\t198.51.100.20\t1\t2",
    ] {
      try parse("PROXY \(line)\r\n", throws: .badLine, "one of the three forms, with single spaces")
    }
  }

  // proxy-protocol.txt §2.1: a line ends with CRLF; our rule: what follows UNKNOWN is no exception
  @Test func `a CR or LF that stands alone is refused at once`() throws {
    for line in ["TCP4 192.0.2.10 198.51.100.20 51234 443", "UNKNOWN", "UNKNOWN a"] {
      for end in ["\n", "\rG", "\r\r\n", "\n\r\n", "\rb\r\n", "\nb\r\n"] {
        try parse("PROXY \(line)\(end)", throws: .badLine, "a line ends with CR and LF together")
      }
    }
  }

  // proxy-protocol.txt §2.1: matches the same family; recorded: nginx 1.22.1 with `set_real_ip_from` sends this
  @Test func `nginx's line with two families is refused`() throws {
    try parse(
      recorded("nginx 1.22.1, proxy_protocol, IPv6"), throws: .badLine,
      "TCP6 2001:db8::10 127.0.0.1: the second address is of another family")
    try parse(
      "PROXY TCP6 127.0.0.1 2001:db8::10 1 2\r\n", throws: .badLine, "so is the first one of this line")
  }

  // proxy-protocol.txt §2.1: no CRLF in the first 107 characters
  @Test func `a line has at most 107 bytes`() throws {
    let longest = "PROXY UNKNOWN " + String(repeating: "x", count: 91)
    try parse(longest + "\r\nx", returns: LB.ProxyHeader(length: 107), "105 bytes and CRLF")
    try parse(longest + "\r", throws: .incomplete, "the 107th byte may still be the LF")
    for more in ["x\r\n", "x\r", "xx", "xxxxx\r\n"] {
      try parse(longest + more, throws: .lineTooLong, "the CRLF does not end within 107 bytes")
    }
  }

  // proxy-protocol.txt §2.2: other values must be rejected; our rule: each as soon as its byte is there
  @Test func `unknown versions, commands and families are refused at once`() throws {
    for byte in UInt8.min...UInt8.max where byte != 0x20 && byte != 0x21 {
      for rest: [UInt8] in [[], [0x41, 0, 0]] {
        try parse(
          LB.ProxyHeader.signature + [byte] + rest, throws: .badCommand(byte),
          "the 13th byte is 0x20 or 0x21, and it is judged first")
      }
    }
    for byte in UInt8.min...UInt8.max where ![0, 0x11, 0x12, 0x21, 0x22, 0x31, 0x32].contains(byte) {
      for rest: [UInt8] in [[], [0, 0], [0, 12] + Array(repeating: 1, count: 12)] {
        try parse(
          LB.ProxyHeader.signature + [0x21, byte] + rest, throws: .badFamily(byte),
          "the 14th byte has a known family and transport, and it is judged second")
      }
    }
  }

  // proxy-protocol.txt §2.2: the length of the address block; our rule: it is refused before the bytes are there
  @Test func `a length without room for the addresses is refused`() throws {
    for (family, room) in [(UInt8(0x11), 12), (0x12, 12), (0x21, 36), (0x22, 36)] {
      for length in [0, 1, room - 1] {
        try parse(
          version2(0x21, family, length, []), throws: .lengthTooSmall(length),
          "IPv4 takes 12 bytes, IPv6 36, and the length is judged before they come")
      }
      try parse(version2(0x21, family, room, []), throws: .incomplete, "\(room) bytes have room")
    }
  }

  // proxy-protocol.txt §2, §5: a receiver must not guess whether a header is there
  @Test func `other protocols have no header`() throws {
    for text in [
      "G", "GET / HTTP/1.1\r\n", "proxy TCP4 ", "PROXIES ", "\r\n\r\n\r\n", "PROXY\tTCP4", "PROXY\r\n",
    ] {
      try parse(text, throws: .noHeader, "neither version begins like this")
    }
    for place in LB.ProxyHeader.signature.indices {
      let start = LB.ProxyHeader.signature[..<place] + [LB.ProxyHeader.signature[place] ^ 0x80]
      try parse(Array(start), throws: .noHeader, "byte \(place) of the signature is wrong")
    }
  }

  private func parse(
    _ bytes: [UInt8], returns header: LB.ProxyHeader, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("parseProxyHeader(_:)", bytes, returns: header, rule, sourceLocation: place, parseProxyHeader)
  }

  private func parse(
    _ bytes: [UInt8], throws error: LB.ProxyError, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("parseProxyHeader(_:)", bytes, throws: error, rule, sourceLocation: place, parseProxyHeader)
  }

  private func parse(
    _ text: String, returns header: LB.ProxyHeader, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("parseProxyHeader(_:)", text, returns: header, rule, sourceLocation: place) {
      try parseProxyHeader(Array($0.utf8))
    }
  }

  private func parse(
    _ text: String, throws error: LB.ProxyError, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("parseProxyHeader(_:)", text, throws: error, rule, sourceLocation: place) {
      try parseProxyHeader(Array($0.utf8))
    }
  }

  private func version2(_ command: UInt8, _ family: UInt8, _ length: Int, _ rest: [UInt8]) -> [UInt8] {
    LB.ProxyHeader.signature + [command, family, UInt8(length >> 8), UInt8(length & 0xFF)] + rest
  }

  private func recorded(_ name: String) -> [UInt8] {
    bytes(hex: ProxyHeaders.recorded.first { $0.0 == name }?.1 ?? "")
  }
}
