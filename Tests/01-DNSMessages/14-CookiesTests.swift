import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct CookiesTests {
  // RFC 9018 appendix A: the secret and the clients of its examples
  private let secret = bytes(hex: "e5e973e5a6b2a43f48e7dc849e37bfcf")
  private let client = bytes(hex: "2464c4abcf10c957")
  private let address: [UInt8] = [198, 51, 100, 100]
  private let learned = bytes(hex: "2464c4abcf10c957 01000000 5cf79f11 1f8130c3eee29480")
  private let learnedAt: UInt32 = 1_559_731_985

  /// The verdict on the cookie that was learned, so many seconds after it was made.
  private func judge(_ cookie: [UInt8]? = nil, after age: Int = 0, from address: [UInt8]? = nil) throws
    -> DNS.CookieVerdict
  {
    try judgeCookie(
      cookie ?? learned, address: address ?? self.address, now: UInt32(Int(learnedAt) + age),
      secrets: [secret])
  }

  // RFC 9018 §A.1, §A.2
  @Test func `cookies for IPv4 are those of RFC 9018`() throws {
    let first = hex(try makeCookie(client: client, address: address, time: learnedAt, secret: secret))
    #expect(first == hex(learned), "A.1: client, version 1, three zeros, the time, the hash")
    let renewed = hex(try makeCookie(client: client, address: address, time: 1_559_734_385, secret: secret))
    #expect(
      renewed == hex(bytes(hex: "2464c4abcf10c957010000005cf7a871d4a564a1442aca77")),
      "A.2: forty minutes later")
    let other = hex(
      try makeCookie(
        client: bytes(hex: "fc93fc62807ddb86"), address: [203, 0, 113, 203], time: 1_559_734_700,
        secret: secret))
    #expect(
      other == hex(bytes(hex: "fc93fc62807ddb86010000005cf7a9acf73a7810aca2381e")), "A.3: another client")
  }

  // RFC 9018 §A.4
  @Test func `cookies for IPv6 are those of RFC 9018, with the old secret and the new`() throws {
    let six = bytes(hex: "2001 0db8 0220 0001 59de d0f4 8769 82b8")
    let old = bytes(hex: "dd3bdf9344b678b185a6f5cb60fca715")
    let new = bytes(hex: "445536bcd2513298075a5d379663c962")
    let client = bytes(hex: "22681ab97d52c298")
    let made = hex(try makeCookie(client: client, address: six, time: 1_559_741_961, secret: new))
    #expect(
      made == hex(bytes(hex: "22681ab97d52c298010000005cf7c609a6bb79d16625507a")), "sixteen octets of address"
    )
    let sent = bytes(hex: "22681ab97d52c298010000005cf7c57926556bd0934c72f8")
    let verdict = try judgeCookie(sent, address: six, now: 1_559_741_961, secrets: [new, old])
    #expect(verdict == .renew, "144 seconds old, but made with the secret before")
    let forgotten = try judgeCookie(sent, address: six, now: 1_559_741_961, secrets: [new])
    #expect(forgotten == .invalid, "a server that forgot the old secret does not know it")
  }

  // RFC 7873 §4: eight octets
  @Test func `a client cookie has eight octets`() {
    for count in [0, 7, 9, 16] {
      #expect(throws: DNS.CookieError.clientLength(count), "\(count)") {
        try makeCookie(client: .init(repeating: 1, count: count), address: address, time: 0, secret: secret)
      }
    }
  }

  // RFC 7873 §5.2.2: malformed; RFC 9018 §4: the server's part has sixteen octets
  @Test func `the length says what kind of cookie came`() throws {
    let alone = try judge(client)
    #expect(alone == .clientOnly, "8 octets")
    for count in [0, 7, 9, 15, 41] {
      #expect(throws: DNS.CookieError.optionLength(count), "\(count) octets are FORMERR") {
        try judge([UInt8](repeating: 1, count: count))
      }
    }
    for count in [16, 23, 25, 40] {
      let verdict = try judge(Array((learned + learned).prefix(count)))
      #expect(verdict == .invalid, "\(count) octets: well-formed, but not our form")
    }
  }

  // RFC 9018 §4.4: the hash covers client cookie, version, reserved, time and address
  @Test func `whatever is changed, the hash does not fit`() throws {
    let right = try judge()
    #expect(right == .valid, "nothing is changed")
    for index in learned.indices {
      var changed = learned
      changed[index] ^= index < 12 || index > 15 ? 1 : 0
      // The time is changed by a second only, so that it is not too old.
      if index == 15 { changed[index] ^= 1 }
      let verdict = try judge(changed)
      let isSame = changed == learned
      try #require(verdict == (isSame ? .valid : .invalid), "octet \(index) changed")
    }
    let elsewhere = try judge(from: [198, 51, 100, 101])
    #expect(elsewhere == .invalid, "the same cookie from another address")
    let six = try judge(from: [UInt8](repeating: 0, count: 10) + [255, 255] + address)
    #expect(six == .invalid, "and from ::ffff:198.51.100.100")
  }

  // RFC 9018 §A.3: reserved octets that are set, and part of the hash
  @Test func `reserved octets count as they came`() throws {
    let cookie = bytes(hex: "fc93fc62807ddb86 01abcdef 5cf78f71 a314227b6679ebf5")
    let verdict = try judgeCookie(cookie, address: [203, 0, 113, 203], now: 1_559_727_985, secrets: [secret])
    #expect(verdict == .valid, "abcdef is reserved, and the hash was made with it")
  }

  // RFC 9018 §4.3: an hour back, five minutes ahead; a new one after half an hour
  @Test func `a cookie ages`() throws {
    for (age, expected) in [
      (0, .valid), (1800, .valid), (1801, .renew), (3600, .renew), (3601, .invalid), (1_000_000, .invalid),
      (-300, .valid), (-301, .invalid), (-1_000_000, .invalid),
    ] as [(Int, DNS.CookieVerdict)] {
      let verdict = try judge(after: age)
      #expect(verdict == expected, "\(age) seconds after it was made")
    }
  }

  // RFC 9018 §4.3: serial number arithmetic (RFC 1982), for the counter wraps in 2106
  @Test func `the counter may wrap`() throws {
    for (time, now, expected) in [
      (0xFFFF_FFF0, 0x10, .valid), (0xFFFF_FFF0, 0x800, .renew), (0xFFFF_FFF0, 0x1000, .invalid),
      (0x10, 0xFFFF_FFF0, .valid), (0x200, 0xFFFF_FFF0, .invalid), (0x8000_0000, 0, .invalid),
    ] as [(UInt32, UInt32, DNS.CookieVerdict)] {
      let cookie = try makeCookie(client: client, address: address, time: time, secret: secret)
      let verdict = try judgeCookie(cookie, address: address, now: now, secrets: [secret])
      #expect(verdict == expected, "made at \(time), judged at \(now)")
    }
  }

  // Recorded from NSD 4.6.1, Knot 3.2.6 and BIND 9.18 with this secret, asked from 127.0.0.1
  @Test func `real servers make the same cookies`() throws {
    var count = 0
    for recorded in WireMessage.all where recorded.direction == "reply" {
      guard let line = recorded.told("edns").first,
        let option = line.split(separator: " 10=").dropFirst().first
      else { continue }
      let cookie = bytes(hex: String(option))
      let time = cookie[12..<16].reduce(0) { $0 << 8 | UInt32($1) }
      let made = hex(try makeCookie(client: client, address: [127, 0, 0, 1], time: time, secret: secret))
      try #require(made == hex(cookie), "\(recorded)")
      let verdict = try judgeCookie(cookie, address: [127, 0, 0, 1], now: time + 60, secrets: [secret])
      try #require(verdict == .valid, "\(recorded), a minute later")
      count += 1
    }
    #expect(count == 3, "one of each server")
  }
}
