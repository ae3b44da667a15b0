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

  // Recorded: HAProxy 2.6.12, send-proxy; proxy-protocol.txt §2.1
  @Test func `a line of version 1 tells both ends`() throws {
    let four = try parseProxyHeader(recorded("HAProxy 2.6.12, send-proxy, IPv4"))
    #expect(four == LB.ProxyHeader(length: 47, source: clientFour, destination: serviceFour), "TCP4")
    let six = try parseProxyHeader(recorded("HAProxy 2.6.12, send-proxy, IPv6"))
    #expect(six == LB.ProxyHeader(length: 50, source: clientSix, destination: serviceSix), "TCP6")
  }

  // Recorded: HAProxy 2.6.12, send-proxy-v2; proxy-protocol.txt §2.2
  @Test func `a header of version 2 tells both ends`() throws {
    let four = try parseProxyHeader(recorded("HAProxy 2.6.12, send-proxy-v2, IPv4"))
    #expect(four == LB.ProxyHeader(length: 28, source: clientFour, destination: serviceFour), "family 0x11")
    let six = try parseProxyHeader(recorded("HAProxy 2.6.12, send-proxy-v2, IPv6"))
    #expect(six == LB.ProxyHeader(length: 52, source: clientSix, destination: serviceSix), "family 0x21")
  }

  // Recorded: HAProxy 2.6.12, proxy-v2-options; proxy-protocol.txt §2.2: the length covers addresses and TLVs
  @Test func `extensions belong to the header and are passed over`() throws {
    let four = try parseProxyHeader(recorded("HAProxy 2.6.12, v2, crc32c and unique-id, IPv4"))
    #expect(
      four == LB.ProxyHeader(length: 47, source: clientFour, destination: serviceFour), "19 bytes of TLVs")
    let six = try parseProxyHeader(recorded("HAProxy 2.6.12, v2, crc32c and unique-id, IPv6"))
    #expect(six == LB.ProxyHeader(length: 71, source: clientSix, destination: serviceSix), "19 bytes of TLVs")
  }

  // Recorded: HAProxy 2.6.12, a health check; proxy-protocol.txt §2.2: LOCAL
  @Test func `a LOCAL header tells no ends`() throws {
    let check = try parseProxyHeader(recorded("HAProxy 2.6.12, send-proxy-v2, a health check"))
    #expect(check == LB.ProxyHeader(length: 16), "the proxy speaks for itself")
    let padded = try parseProxyHeader(
      LB.ProxyHeader.signature + [0x20, 0x11, 0, 2, 9, 9] + Array("GET /".utf8))
    #expect(padded == LB.ProxyHeader(length: 18), "LOCAL with a family and two bytes: they are passed over")
  }

  // proxy-protocol.txt §2.1, UNKNOWN; §2.2, AF_UNSPEC
  @Test func `an unknown family tells no ends`() throws {
    for text in ["PROXY UNKNOWN\r\n", "PROXY UNKNOWN ffff::1 ffff::2 what ever\r\n"] {
      let header = try parseProxyHeader(Array((text + "GET /").utf8))
      #expect(header == LB.ProxyHeader(length: text.utf8.count), "what follows UNKNOWN is ignored")
    }
    let none = try parseProxyHeader(LB.ProxyHeader.signature + [0x21, 0x00, 0, 0])
    #expect(none == LB.ProxyHeader(length: 16), "family 0x00")
  }

  // proxy-protocol.txt §2.1, §2.2: a receiver waits for the whole header
  @Test func `every beginning of a header is incomplete`() throws {
    for (name, text) in ProxyHeaders.recorded where name.hasPrefix("HAProxy") {
      let all = bytes(hex: text)
      let length = try parseProxyHeader(all).length
      for count in 0..<length {
        #expect(throws: LB.ProxyError.incomplete, "the first \(count) of \(length) bytes: \(name)") {
          try parseProxyHeader(Array(all.prefix(count)))
        }
      }
    }
  }

  // proxy-protocol.txt §2.1: the format of the line
  @Test(arguments: [
    "PROXY TCP4 192.0.2.10 198.51.100.20 51234\r\n", "PROXY TCP4  192.0.2.10 198.51.100.20 51234 443\r\n",
    "PROXY TCP4 192.0.2.10 198.51.100.20 51234 443 \r\n", "PROXY TCP5 192.0.2.10 198.51.100.20 51234 443\r\n",
    "PROXY TCP4 192.0.2.010 198.51.100.20 51234 443\r\n",
    "PROXY TCP4 192.0.2.256 198.51.100.20 51234 443\r\n",
    "PROXY TCP4 192.0.2.10 198.51.100.20 51234 65536\r\n", "PROXY TCP4 192.0.2.10 198.51.100.20 +1 443\r\n",
    "PROXY TCP4 2001:db8::10 198.51.100.20 51234 443\r\n", "PROXY TCP6 1::2::3 2001:db8::1 51234 443\r\n",
    "PROXY TCP4 192.0.2.10 198.51.100.20 51234 443\n", "PROXY TCP4 192.0.2.10\r198.51.100.20 51234 443\r\n",
  ]) func `a line that is not built like this is refused`(text: String) throws {
    #expect(
      throws: LB.ProxyError.badLine,
      "any sequence that does not match must be discarded: \(text.debugDescription)"
    ) {
      try parseProxyHeader(Array(text.utf8))
    }
  }

  // proxy-protocol.txt §2.1: matches the same family; recorded: nginx 1.22.1 with `set_real_ip_from` sends this
  @Test func `nginx's line with two families is refused`() throws {
    let four = try parseProxyHeader(recorded("nginx 1.22.1, proxy_protocol, IPv4"))
    #expect(four.source == clientFour, "TCP4: all is well")
    #expect(
      throws: LB.ProxyError.badLine, "TCP6 2001:db8::10 127.0.0.1: the second address is of another family"
    ) {
      try parseProxyHeader(recorded("nginx 1.22.1, proxy_protocol, IPv6"))
    }
  }

  // proxy-protocol.txt §2.1: no CRLF in the first 107 characters
  @Test func `a line has at most 107 bytes`() throws {
    let longest = "PROXY UNKNOWN " + String(repeating: "x", count: 91) + "\r\n"
    let header = try parseProxyHeader(Array(longest.utf8))
    #expect(header.length == 107, "105 bytes and CRLF")
    for more in ["x\r\n", "x\r", "xx"] {
      #expect(throws: LB.ProxyError.lineTooLong, "the CRLF does not end within 107 bytes") {
        try parseProxyHeader(Array((longest.dropLast() + more).utf8))
      }
    }
  }

  // proxy-protocol.txt §2.2: other values must be rejected
  @Test func `unknown versions, commands and families are refused`() throws {
    let signature = LB.ProxyHeader.signature
    for byte in [UInt8(0x11), 0x31, 0x22, 0x2F] {
      #expect(throws: LB.ProxyError.badCommand(byte), "version 2, LOCAL or PROXY: 0x20 or 0x21") {
        try parseProxyHeader(signature + [byte, 0x11, 0, 12] + Array(repeating: 1, count: 12))
      }
    }
    for byte in [UInt8(0x10), 0x13, 0x41] {
      #expect(throws: LB.ProxyError.badFamily(byte), "families 0 to 3, TCP or UDP") {
        try parseProxyHeader(signature + [0x21, byte, 0, 12] + Array(repeating: 1, count: 12))
      }
    }
  }

  // proxy-protocol.txt §2.2: the length of the address block; our rule: it is refused before the bytes are there
  @Test func `a length without room for the addresses is refused`() throws {
    for (family, length) in [(UInt8(0x11), 11), (0x21, 35), (0x22, 12)] {
      #expect(throws: LB.ProxyError.lengthTooSmall(length), "IPv4 takes 12 bytes, IPv6 36") {
        try parseProxyHeader(LB.ProxyHeader.signature + [0x21, family, 0, UInt8(length)])
      }
    }
  }

  // proxy-protocol.txt §2, §5: a receiver must not guess whether a header is there
  @Test(arguments: ["GET / HTTP/1.1\r\n", "proxy TCP4 ", "PROXIES ", "\r\n\r\n\r\n", "PROXY\tTCP4"])
  func `other protocols have no header`(text: String) throws {
    #expect(throws: LB.ProxyError.noHeader, "neither version begins like this") {
      try parseProxyHeader(Array(text.utf8))
    }
  }

  private func recorded(_ name: String) -> [UInt8] {
    bytes(hex: ProxyHeaders.recorded.first { $0.0 == name }?.1 ?? "")
  }
}
