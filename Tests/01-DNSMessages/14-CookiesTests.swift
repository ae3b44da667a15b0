import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct CookiesTests {
  /// What makeCookie is called with.
  private struct Making: CheckDescribable {
    var client: [UInt8]
    var address: [UInt8]
    var time: UInt32
    var secret: [UInt8]

    func cookie() throws -> [UInt8] {
      try makeCookie(client: client, address: address, time: time, secret: secret)
    }
    var checkDescription: String {
      "client \(hex(client))\naddress \(hex(address))\ntime \(time)\nsecret \(hex(secret))"
    }
  }

  /// What judgeCookie is called with.
  private struct Judging: CheckDescribable {
    var cookie: [UInt8]
    var address: [UInt8]
    var now: UInt32
    var secrets: [[UInt8]]

    func verdict() throws -> DNS.CookieVerdict {
      try judgeCookie(cookie, address: address, now: now, secrets: secrets)
    }
    var checkDescription: String {
      "cookie \(hex(cookie))\naddress \(hex(address))\nnow \(now)\nsecrets \(secrets.map(hex))"
    }
  }

  // RFC 9018 appendix A: the secret and the clients of its examples
  private let secret = bytes(hex: "e5e973e5a6b2a43f48e7dc849e37bfcf")
  private let client = bytes(hex: "2464c4abcf10c957")
  private let address: [UInt8] = [198, 51, 100, 100]
  private let learned = bytes(hex: "2464c4abcf10c957 01000000 5cf79f11 1f8130c3eee29480")
  private let learnedAt: UInt32 = 1_559_731_985
  /// Secrets that did not make it.
  private let others = [[UInt8](repeating: 1, count: 16), [UInt8](repeating: 2, count: 16)]

  private func makes(_ making: Making, _ cookie: String, _ rule: String) throws {
    try check("makeCookie(client:address:time:secret:)", making, returns: bytes(hex: cookie), rule) {
      try $0.cookie()
    }
  }
  /// Judges the cookie that was learned, or another one, so many seconds after it was made.
  private func judges(
    _ cookie: [UInt8]? = nil, after age: Int = 0, from address: [UInt8]? = nil, secrets: [[UInt8]]? = nil,
    as verdict: DNS.CookieVerdict, _ rule: String
  ) throws {
    let judging = Judging(
      cookie: cookie ?? learned, address: address ?? self.address, now: UInt32(Int(learnedAt) + age),
      secrets: secrets ?? [secret])
    try judges(judging, as: verdict, rule)
  }
  private func judges(_ judging: Judging, as verdict: DNS.CookieVerdict, _ rule: String) throws {
    try check("judgeCookie(_:address:now:secrets:)", judging, returns: verdict, rule) { try $0.verdict() }
  }

  // RFC 9018 §A.1, §A.2, §A.3
  @Test func `cookies for IPv4 are those of RFC 9018`() throws {
    try makes(
      Making(client: client, address: address, time: learnedAt, secret: secret),
      "2464c4abcf10c957 01000000 5cf79f11 1f8130c3eee29480",
      "A.1: client, version 1, three zeros, the time, the hash")
    try makes(
      Making(client: client, address: address, time: 1_559_734_385, secret: secret),
      "2464c4abcf10c957 01000000 5cf7a871 d4a564a1442aca77", "A.2: forty minutes later")
    try makes(
      Making(
        client: bytes(hex: "fc93fc62807ddb86"), address: [203, 0, 113, 203], time: 1_559_734_700,
        secret: secret),
      "fc93fc62807ddb86 01000000 5cf7a9ac f73a7810aca2381e", "A.3: another client")
  }

  // RFC 9018 §A.4
  @Test func `cookies for IPv6 are those of RFC 9018, with the old secret and the new`() throws {
    let six = bytes(hex: "2001 0db8 0220 0001 59de d0f4 8769 82b8")
    let old = bytes(hex: "dd3bdf9344b678b185a6f5cb60fca715")
    let new = bytes(hex: "445536bcd2513298075a5d379663c962")
    let made = Making(client: bytes(hex: "22681ab97d52c298"), address: six, time: 1_559_741_961, secret: new)
    try makes(made, "22681ab97d52c298 01000000 5cf7c609 a6bb79d16625507a", "sixteen octets of address")
    var sent = Judging(
      cookie: bytes(hex: "22681ab97d52c298 01000000 5cf7c579 26556bd0934c72f8"), address: six,
      now: 1_559_741_961, secrets: [new, old])
    try judges(sent, as: .renew, "144 seconds old, but made with the secret before")
    sent.secrets = [new]
    try judges(sent, as: .invalid, "a server that forgot the old secret does not know it")
  }

  // RFC 9018 §4.3: sixteen of thirty-two bits are not enough
  @Test func `every time has its four octets`() throws {
    for time in [0, 1, 0xFFFF, 0x0102_0304, 0x8000_0000, 0xFFFF_FFFF] as [UInt32] {
      try check(
        "makeCookie(client:address:time:secret:), the first 16 octets",
        Making(client: client, address: address, time: time, secret: secret),
        returns: client + [1, 0, 0, 0] + plainOctets(of: time), "the time, from its highest octet on"
      ) { Array(try $0.cookie().prefix(16)) }
    }
  }

  // RFC 7873 §4: eight octets
  @Test func `a client cookie has eight octets`() throws {
    for count in [0, 7, 9, 16, 24, 40] {
      let client = [UInt8](repeating: 1, count: count)
      try check(
        "makeCookie(client:address:time:secret:)",
        Making(client: client, address: address, time: 0, secret: secret),
        throws: DNS.CookieError.clientLength(count), "8 octets, neither more nor less"
      ) { try $0.cookie() }
    }
  }

  // RFC 7873 §5.2.2: malformed; RFC 9018 §4: the server's part has sixteen octets
  @Test func `the length says what kind of cookie came`() throws {
    try judges(client, as: .clientOnly, "8 octets are the client's part alone")
    try judges(client, secrets: [], as: .clientOnly, "8 octets are the client's part alone")
    for count in [0, 7, 9, 15, 41, 48] {
      let judging = Judging(
        cookie: [UInt8](repeating: 1, count: count), address: address, now: 0, secrets: [secret])
      try check(
        "judgeCookie(_:address:now:secrets:)", judging, throws: DNS.CookieError.optionLength(count),
        "neither 8 nor 16 to 40 octets: FORMERR"
      ) { try $0.verdict() }
    }
    for count in 16...40 where count != 24 {
      try judges(Array((learned + learned).prefix(count)), as: .invalid, "well-formed, but not our form")
    }
  }

  // RFC 9018 §4.4: the hash covers client cookie, version, reserved, time and address
  @Test func `whatever is changed, the hash does not fit`() throws {
    try judges(as: .valid, "nothing is changed")
    for index in learned.indices {
      var changed = learned
      changed[index] ^= 1
      try judges(changed, as: .invalid, "one bit of octet \(index) is changed")
    }
    try judges(from: [198, 51, 100, 101], as: .invalid, "the same cookie from another address")
    let mapped = [UInt8](repeating: 0, count: 10) + [255, 255] + address
    try judges(from: mapped, as: .invalid, "and from ::ffff:198.51.100.100")
  }

  // RFC 9018 §4.1: version 1; its hash alone does not make a cookie of another version ours
  @Test func `another version is invalid, even with a hash that fits`() throws {
    for version in [0, 2, 255] as [UInt8] {
      let front = client + [version, 0, 0, 0] + plainOctets(of: learnedAt)
      try judges(
        front + SipHash24.hash(front + address, key: secret), as: .invalid,
        "version \(version), made with our secret"
      )
    }
  }

  // RFC 9018 §A.3: reserved octets that are set, and part of the hash
  @Test func `reserved octets count as they came`() throws {
    let cookie = bytes(hex: "fc93fc62807ddb86 01abcdef 5cf78f71 a314227b6679ebf5")
    try judges(
      Judging(cookie: cookie, address: [203, 0, 113, 203], now: 1_559_727_985, secrets: [secret]), as: .valid,
      "abcdef is reserved, and the hash was made with it")
  }

  // RFC 9018 §4.3: an hour back, five minutes ahead; a new one after half an hour
  @Test func `a cookie ages`() throws {
    for (age, now, before) in [
      (0, .valid, .renew), (1800, .valid, .renew), (1801, .renew, .renew), (3600, .renew, .renew),
      (3601, .invalid, .invalid), (1_000_000, .invalid, .invalid), (-1, .valid, .renew),
      (-300, .valid, .renew),
      (-301, .invalid, .invalid), (-1_000_000, .invalid, .invalid),
    ] as [(Int, DNS.CookieVerdict, DNS.CookieVerdict)] {
      try judges(after: age, as: now, "\(age) seconds after it was made")
      try judges(
        after: age, secrets: [others[0], secret], as: before,
        "\(age) seconds after it was made, by an old secret")
    }
  }

  // RFC 9018 §5: a secret counts until no cookie of it is left
  @Test func `every secret that is kept counts, and the first one is the current one`() throws {
    try judges(secrets: others + [secret], as: .renew, "the third secret made it")
    try judges(secrets: [secret] + others, as: .valid, "the first secret made it")
    try judges(
      secrets: [secret, others[0], secret], as: .valid,
      "the first secret made it; that it is there twice is no matter")
    try judges(secrets: others, as: .invalid, "no secret made it")
    try judges(secrets: [], as: .invalid, "no secret made it")
  }

  // RFC 9018 §4.3: serial number arithmetic (RFC 1982), for the counter wraps in 2106
  @Test func `the counter may wrap`() throws {
    for (time, now, expected) in [
      (0xFFFF_FFF0, 0x10, .valid), (0xFFFF_FFF0, 0x800, .renew), (0xFFFF_FFF0, 0x1000, .invalid),
      (0x10, 0xFFFF_FFF0, .valid), (0x200, 0xFFFF_FFF0, .invalid), (0x8000_0000, 0, .invalid),
      (0, 0x8000_0000, .invalid), (0, 0x7FFF_FFFF, .invalid), (0, 0xFFFF_FFFF, .valid),
      (0x7FFF_FFFF, 0x8000_0000, .valid),
    ] as [(UInt32, UInt32, DNS.CookieVerdict)] {
      let cookie = try makeCookie(client: client, address: address, time: time, secret: secret)
      try judges(
        Judging(cookie: cookie, address: address, now: now, secrets: [secret]), as: expected,
        "made at \(time), judged at \(now)")
    }
  }

  // Recorded from NSD 4.6.1, Knot 3.2.6 and BIND 9.18 with this secret, asked from 127.0.0.1
  @Test func `real servers make the same cookies`() throws {
    let local: [UInt8] = [127, 0, 0, 1]
    for recorded in WireMessage.all where recorded.direction == "reply" {
      guard let line = recorded.told("edns").first,
        let option = line.split(separator: " 10=").dropFirst().first
      else { continue }
      let cookie = bytes(hex: String(option))
      let time = cookie[12..<16].reduce(0) { $0 << 8 | UInt32($1) }
      let making = Making(client: client, address: local, time: time, secret: secret)
      try makes(making, String(option), "\(recorded)")
      try judges(
        Judging(cookie: cookie, address: local, now: time + 60, secrets: [secret]), as: .valid,
        "\(recorded), a minute later")
    }
  }
}
