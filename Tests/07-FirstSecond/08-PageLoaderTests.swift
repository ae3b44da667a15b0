import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct PageLoaderTests {
  private let url = Visit.URL("www.postroad.example", "/map")
  private let plain = Visit.URL("www.postroad.example", "/map", isSecure: false)

  /// Resolver 2 ms away; root and TLD 15 ms from it, the authority 27 ms; the edge 11 ms from the reader, and the origin 21 ms from
  /// the edge.
  private func newWorld(ttl: Int64 = 60, keepAlive: Int64 = 0, asked: [Int64] = [21]) -> VisitWorld {
    VisitWorld(
      Visit.Lookup("192.0.2.10", ttl: ttl, asked: [15, 15, 27]), Visit.Site(delay: 11),
      Visit.Reply(asked: asked, transfer: 3, keepAlive: keepAlive))
  }

  // RFC 8446 §2, RFC 9293 §3.5: one round trip each; Resource Timing's names
  @Test func `a cold visit is a sum of round trips`() throws {
    var reader = try newReader(newWorld())
    try reader.visit(
      url, at: 0, [0, 0, 118, 118, 140, 162, 162, 226, 229], messages: 16,
      "2·(2+15+15+27) = 118, TCP 22, TLS 22, 22 and 2·21 for the origin, 3")
    var later = try newReader(newWorld())
    try later.visit(
      url, at: 5_000, [5_000, 5_000, 5_118, 5_118, 5_140, 5_162, 5_162, 5_226, 5_229], messages: 16,
      "the same, 5 s later")
  }

  // RFC 8446 §2 and RFC 5246 §7.3: one round trip or two; Resource Timing: secureConnectionStart
  @Test func `TLS takes the round trips of its version`() throws {
    for (handshake, connectEnd) in [(1, 162), (2, 184), (0, 140), (3, 206)] as [(Int64, Int64)] {
      let world = newWorld()
      world.sites["192.0.2.10"]?.handshake = handshake
      var reader = try newReader(world)
      let (start, end) = (connectEnd + 64, connectEnd + 67)
      try reader.visit(
        url, at: 0, [0, 0, 118, 118, 140, connectEnd, connectEnd, start, end],
        messages: 14 + 2 * Int(handshake), "\(handshake) of 22 ms each, and TCP before it")
    }
    var reader = try newReader(newWorld(keepAlive: 100))
    try reader.visit(
      plain, at: 0, [0, 0, 118, 118, nil, 140, 140, 204, 207], messages: 14, "http has no TLS")
    try reader.visit(
      plain, at: 207, [207, 207, 207, 207, nil, 207, 207, 271, 274], messages: 4, "nor has an open one")
  }

  // Each part of the chain is one of its own
  @Test func `every delay counts, there and back`() throws {
    for (resolver, asked, delay, chain, lookup, connect, wait) in [
      (0, [], 0, [], 0, 0, 0), (7, [], 0, [], 14, 0, 0), (0, [5], 0, [], 10, 0, 0), (0, [], 9, [], 0, 36, 18),
      (0, [], 0, [6], 0, 0, 12), (0, [], 0, [6, 50], 0, 0, 112), (1, [2, 3, 4, 5], 6, [7], 30, 24, 26),
    ] as [(Int64, [Int64], Int64, [Int64], Int64, Int64, Int64)] {
      let world = VisitWorld(
        Visit.Lookup("192.0.2.10", ttl: 60, asked: asked), Visit.Site(delay: delay), Visit.Reply(asked: chain)
      )
      var reader = try newReader(world, resolver: resolver)
      let ready = lookup + connect
      try reader.visit(
        url, at: 0,
        [0, 0, lookup, lookup, lookup + connect / 2, ready, ready, ready + wait, ready + wait],
        messages: 8 + 2 * asked.count + 2 * chain.count, "a round trip is twice the delay, and two messages")
    }
  }

  // RFC 1035 §3.2.1: the time that a record may be cached
  @Test func `an address is kept for its TTL`() throws {
    for (ttl, last) in [(60, 60_117), (1, 1_117)] as [(Int64, Int64)] {
      for (now, isKept) in [(last, true), (last + 1, false)] {
        var reader = try newReader(newWorld(ttl: ttl))
        try reader.visit(url, at: 0, end: 229, messages: 16, "it is looked up by 118")
        try reader.visit(
          url, at: now, end: now + (isKept ? 111 : 229), messages: isKept ? 8 : 16, "for \(ttl) s from 118 on"
        )
      }
    }
    var reader = try newReader(newWorld(ttl: 60))
    try reader.visit(url, at: 0, end: 229, messages: 16, "it is looked up by 118")
    try reader.visit(
      url, at: 60_000, [60_000, 60_000, 60_000, 60_000, 60_022, 60_044, 60_044, 60_108, 60_111],
      messages: 8, "no lookup, and a new connection")
    try reader.visit(url, at: 60_118, end: 60_347, messages: 16, "a use does not make it last longer")
    try reader.visit(url, at: 120_235, end: 120_346, messages: 8, "the new one is kept from 60,236 on")
  }

  // RFC 1035 §3.2.1: zero values are for the transaction in progress, and should not be cached
  @Test func `a TTL of 0 is for this visit alone`() throws {
    var reader = try newReader(newWorld(ttl: 0))
    for now in [0, 229, 500] as [Int64] {
      try reader.visit(url, at: now, end: now + 229, messages: 16, "it is looked up each time")
    }
    let world = VisitWorld(Visit.Lookup("192.0.2.10", ttl: 0), Visit.Site(delay: 0), Visit.Reply())
    var near = try newReader(world, resolver: 0)
    for _ in 0..<2 { try near.visit(url, at: 9, end: 9, messages: 8, "even in the same millisecond") }
    try near.calls(
      ["resolve www.postroad.example at 9", "site 192.0.2.10", "serve \(url) by 192.0.2.10 at 9"], times: 2,
      "each visit calls each part once")
  }

  // RFC 9112 §9.3: persistent connections; Resource Timing: the same value as fetchStart
  @Test func `an open connection spares everything up to the request`() throws {
    for (now, isOpen) in [(229, true), (5_228, true), (5_229, false), (60_000, false)] as [(Int64, Bool)] {
      var reader = try newReader(newWorld(keepAlive: 5_000))
      try reader.visit(url, at: 0, end: 229, messages: 16, "it is kept open until 5,229")
      guard isOpen else {
        try reader.visit(url, at: now, end: now + 111, messages: 8, "it is closed")
        continue
      }
      try reader.visit(
        url, at: now, [now, now, now, now, now, now, now, now + 64, now + 67], messages: 4, "it is open")
      try reader.visit(
        url, at: now + 5_066, end: now + 5_133, messages: 4, "each response keeps it open anew")
    }
    var reader = try newReader(newWorld(keepAlive: 0))
    try reader.visit(url, at: 0, end: 229, messages: 16, "it is closed at once")
    try reader.visit(url, at: 229, end: 340, messages: 8, "in the same millisecond")
    reader.world.reply.keepAlive = 1_000
    try reader.visit(url, at: 340, end: 451, messages: 8, "now it is kept open")
    reader.world.reply.keepAlive = 0
    try reader.visit(url, at: 451, end: 518, messages: 4, "and is closed after this one")
    try reader.visit(url, at: 518, end: 629, messages: 8, "so there is none")
  }

  // RFC 9110 §4.3.1: scheme, host and port make the origin; our visits name no port
  @Test func `a connection is an origin's, and an address a host's`() throws {
    let world = newWorld(keepAlive: 9_000)
    world.lookups["img.postroad.example"] = Visit.Lookup("192.0.2.10", ttl: 60, asked: [4])
    var reader = try newReader(world)
    try reader.visit(url, at: 0, end: 229, messages: 16, "the first visit")
    try reader.visit(plain, at: 300, end: 389, messages: 6, "http: the address is known, and TCP is new")
    let image = Visit.URL("img.postroad.example", "/map")
    try reader.visit(image, at: 400, end: 523, messages: 12, "another host, though at the same address")
    let other = Visit.URL("www.postroad.example", "/index")
    try reader.visit(other, at: 600, end: 667, messages: 4, "another path is the same origin")
    for (now, each) in [(700, url), (800, plain), (900, image)] as [(Int64, Visit.URL)] {
      try reader.visit(each, at: now, end: now + 67, messages: 4, "all three are open")
    }
  }

  // Fetch, "obtain a connection": an open one comes before the lookup
  @Test func `a site that moves is noticed when the connection is closed`() throws {
    var reader = try newReader(newWorld(ttl: 1, keepAlive: 2_000))
    try reader.visit(url, at: 0, end: 229, messages: 16, "192.0.2.10")
    reader.world.lookups[url.host]?.address = "198.51.100.20"
    reader.world.sites["198.51.100.20"] = Visit.Site(delay: 100)
    try reader.visit(
      url, at: 2_000, end: 2_067, messages: 4, "the TTL has passed, and the connection is open")
    _ = reader.world.takeCalls()
    try reader.visit(url, at: 4_067, end: 4_830, messages: 16, "118, three times 200, 42 and 3")
    try reader.calls(
      [
        "resolve www.postroad.example at 4069", "site 198.51.100.20",
        "serve \(url) by 198.51.100.20 at 4685",
      ], "half a round trip after it was sent")
  }

  // Our rule: who is asked, when it gets there
  @Test func `each part is asked at the moment when the question comes there`() throws {
    var reader = try newReader(newWorld(keepAlive: 1_000))
    try reader.visit(url, at: 1_000, end: 1_229, messages: 16, "a cold visit")
    let first = [
      "resolve www.postroad.example at 1002", "site 192.0.2.10", "serve \(url) by 192.0.2.10 at 1173",
    ]
    try reader.calls(first, "2 ms and 11 ms after it was sent")
    try reader.visit(url, at: 2_000, end: 2_067, messages: 4, "the connection is open")
    try reader.calls(["site 192.0.2.10", "serve \(url) by 192.0.2.10 at 2011"], "nobody is asked for a name")
    try reader.visit(url, at: 9_000, end: 9_111, messages: 8, "the address is known")
    try reader.calls(["site 192.0.2.10", "serve \(url) by 192.0.2.10 at 9055"], "nor here")
  }

  // Our rule: what was learned before an error stays learned
  @Test func `after an error the name is known, and the connection is gone`() throws {
    var reader = try newReader(newWorld(keepAlive: 9_000))
    try reader.refuse(url, at: 0, .resolve, "the resolver is silent")
    try reader.visit(url, at: 10, end: 239, messages: 16, "nothing was learned")
    try reader.refuse(url, at: 300, .serve, "the site is gone, and the connection with it")
    try reader.visit(url, at: 400, end: 511, messages: 8, "a new connection")
    try reader.refuse(url, at: 600, .site, "no road leads there")
    try reader.visit(url, at: 700, end: 811, messages: 8, "a new connection")
    for failure in [VisitWorld.Failure.site, .serve] {
      var cold = try newReader(newWorld(keepAlive: 9_000))
      try cold.refuse(url, at: 0, failure, "after the lookup")
      try cold.visit(url, at: 300, end: 411, messages: 8, "the address is known, and nothing is open")
      _ = cold.world.takeCalls()
      try cold.refuse(url, at: 60_118, .serve, "the connection is closed by then")
      try cold.calls(
        ["resolve www.postroad.example at 60120", "site 192.0.2.10", "serve \(url) by 192.0.2.10 at 60291"],
        "the TTL counts from 118, not from the next visit")
    }
  }

  // VisitLedger, which writes down every message
  @Test func `random visits take what the messages take`() throws {
    var random = SeededRandom(seed: 78)
    for _ in 0..<60 {
      let world = VisitWorld(Visit.Lookup("", ttl: 0), Visit.Site(delay: 0), Visit.Reply())
      let resolver = Int64.random(in: 0...3, using: &random)
      var reader = try newReader(world, resolver: resolver)
      var ledger = VisitLedger(resolver: resolver, world)
      var now = Int64.random(in: -5...5, using: &random)
      for _ in 0..<25 {
        func delays() -> [Int64] {
          (0..<Int.random(in: 0...3, using: &random)).map { _ in .random(in: 0...9, using: &random) }
        }
        let host = ["a.example", "b.example"].randomElement(using: &random) ?? ""
        let address = ["192.0.2.1", "192.0.2.2"].randomElement(using: &random) ?? ""
        world.lookups[host] = Visit.Lookup(address, ttl: .random(in: 0...2, using: &random), asked: delays())
        world.sites[address] = Visit.Site(
          delay: .random(in: 0...9, using: &random), handshake: .random(in: 0...2, using: &random))
        world.reply = Visit.Reply(
          asked: delays(), transfer: .random(in: 0...5, using: &random),
          keepAlive: [0, 1, 90, 2_000].randomElement(using: &random) ?? 0)
        let url = Visit.URL(host, isSecure: Bool.random(using: &random))
        let expected = try ledger.visit(url, now: now)
        try reader.visit(url, at: now, expected, "every message once, one after the other")
        now = expected.responseEnd + ([0, 1, 89, 500, 1_500].randomElement(using: &random) ?? 0)
      }
    }
  }

  /// A reader's machine, the trail of what is done with it, and the world around it.
  private func newReader(_ world: VisitWorld, resolver: Int64 = 2) throws -> VisitStory {
    var reader = try PageLoader(
      resolver: resolver, resolve: { try world.resolve($0, $1) }, site: { try world.site($0) },
      serve: { try world.serve($0, $1, $2) })
    return VisitStory(world) { try reader.visit($0, now: $1) }
  }
}
