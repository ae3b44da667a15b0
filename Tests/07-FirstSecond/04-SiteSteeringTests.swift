import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

private let fra = Steering.Site("fra", StubText.address("192.0.2.10"))
private let nyc = Steering.Site("nyc", StubText.address("198.51.100.10"))
private let sin = Steering.Site("sin", StubText.address("203.0.113.10"))

@Suite struct SiteSteeringTests {
  // Our rule: the first of the preference that is up
  @Test func `a client gets its nearest site that is up`() throws {
    for (down, site) in [
      ([], fra), ([nyc], fra), ([sin, nyc], fra), ([fra], nyc), ([fra, sin], nyc),
      ([fra, nyc], sin),
    ] as [([Steering.Site], Steering.Site)] {
      try steer([fra, nyc, sin], down: down, to: site, "the first one that is up")
    }
    try steer([sin, fra], down: [], to: sin, "the order is the client's own")
    try steer([sin, fra], down: [sin], to: fra, "the order is the client's own")
  }

  // Our rule: better an answer that may lead nowhere than none
  @Test func `where no site is up the nearest is the answer`() throws {
    try steer([fra, nyc, sin], down: [fra, nyc, sin], to: fra, "all are down")
    try steer([nyc], down: [nyc], to: nyc, "it is the only one")
  }

  // RFC 7871 §7.2.1: SCOPE says for whom the answer is
  @Test func `ttl and scope are those that were given`() throws {
    for (ttl, scope) in [(0, 24), (60, 0), (.max, 32), (1, 56), (20, 128)] as [(UInt32, Int)] {
      for down in [[], [fra], [fra, nyc]] {
        let site = down.isEmpty || down.count == 2 ? fra : nyc
        try steer([fra, nyc], down: down, ttl: ttl, scope: scope, to: site, "whichever site it is")
      }
    }
  }

  // Our rule: who is asked about, and how often
  @Test func `each site is asked about once, until one is up`() throws {
    let cases: [(sites: [Steering.Site], up: [Steering.Site], wanted: [String])] = [
      ([fra, nyc, sin], [fra, nyc, sin], ["fra"]), ([fra, nyc, sin], [nyc], ["fra", "nyc"]),
      ([fra], [], ["fra"]),
      ([fra, nyc, sin], [sin], ["fra", "nyc", "sin"]), ([nyc, sin, fra], [], ["nyc", "sin", "fra"]),
    ]
    for (sites, up, wanted) in cases {
      let call = "whom steer(by: \(sites.map(\.name)), ttl: 60, isUp: \(up.map(\.name))) asks about"
      try check(call, up.map(\.name), returns: wanted, "once each, until one is up") { _ in
        var asked: [String] = []
        _ = try FirstSecond.steer(by: .init(sites, scope: 24), ttl: 60) {
          asked.append($0.name)
          return up.contains($0)
        }
        return asked
      }
    }
    let call = "steer(by: fra nyc, ttl: 60, isUp: throws)"
    try check(call, "nyc", throws: Unknown(name: "nyc"), "it is passed on") { _ in
      try FirstSecond.steer(by: .init([fra, nyc], scope: 24), ttl: 60) {
        if $0 == nyc { throw Unknown(name: $0.name) }
        return false
      }
    }
  }

  // Our rule: there has to be somebody
  @Test func `a preference without sites is refused`() throws {
    let error = Steering.SetupError.noSites
    try check("steer(by: _, ttl: 60, isUp: _)", "no sites", throws: error, "nobody to answer with") { _ in
      try FirstSecond.steer(by: .init([], scope: 24), ttl: 60) { _ in true }
    }
  }

  // By hand: of the checks at 0, 2,000, 4,000 … the third one that fails ends a second after it began
  @Test func `a death is known when the last of the checks has failed`() throws {
    for (death, wanted) in [
      (0, 5_000), (1, 7_000), (1_999, 7_000), (2_000, 7_000), (2_001, 9_000), (3_000, 9_000), (-1, 5_000),
      (-90_000, 5_000), (86_400_000, 86_405_000),
    ] as [(Int64, Int64)] {
      try detect(
        death, OutageCase.checks, wanted, "three checks that began at \(death) or later, and 1,000 ms")
    }
    let later = Steering.Checks(first: -4_500, interval: 3_000, timeout: 3_000, fall: 1)
    for (death, wanted) in [
      (-9_000, -1_500), (-4_500, -1_500), (-4_499, 1_500), (-1_500, 1_500), (-1_499, 4_500),
      (0, 4_500), (1_501, 7_500),
    ] as [(Int64, Int64)] {
      try detect(death, later, wanted, "checks at -4500, -1500, 1500 …, the first one that fails is enough")
    }
    let most = Steering.Checks(first: 7, interval: .max, timeout: .max, fall: .max)
    try detect(7, most, 7 + 65_535 * 4_294_967_295, "65,535 checks of 4,294,967,295 ms")
    let shortest = Steering.Checks(first: 7, interval: 1, timeout: 1, fall: 1)
    try detect(1 << 61, shortest, (1 << 61) + 1, "a check in every millisecond")
    try detect(-(1 << 61), shortest, 8, "the first check is at 7")
  }

  // OutageWalk goes from millisecond to millisecond
  @Test func `any death is known when a walk through time finds it`() throws {
    var random = SeededRandom(seed: 74)
    for _ in 0..<300 {
      let interval = UInt32.random(in: 1...40, using: &random)
      let checks = Steering.Checks(
        first: .random(in: -90...90, using: &random), interval: interval,
        timeout: .random(in: 1...interval, using: &random), fall: .random(in: 1...5, using: &random)
      )
      let death = Int64.random(in: -200...200, using: &random)
      let walk = OutageWalk(.init(death: death, checks: checks, method: .anycast(convergence: 0)))
      try detect(death, checks, walk.detected, "so the walk")
    }
  }

  // Our rule: settings are checked before they are used
  @Test func `checks that cannot work are refused`() throws {
    let cases: [(interval: UInt32, timeout: UInt32, fall: UInt16, error: Steering.SetupError)] = [
      (0, 0, 0, .noInterval), (5, 0, 0, .timeoutOutside(0)), (5, 6, 0, .timeoutOutside(6)),
      (1, .max, 0, .timeoutOutside(.max)),
      (5, 5, 0, .noFall), (5, 1, 0, .noFall),
    ]
    for (interval, timeout, fall, error) in cases {
      let checks = Steering.Checks(first: 0, interval: interval, timeout: timeout, fall: fall)
      let outage = Steering.Outage(death: 0, checks: checks, method: .anycast(convergence: 0))
      try check("detection(of: 0, by: _)", checks, throws: error, "the first that is wrong") {
        try detection(of: 0, by: $0)
      }
      try check("recovery(of: _)", checks, throws: error, "as detection") { _ in
        try recovery(of: outage)
      }
      for method in [.anycast(convergence: 0), .dns(ttl: 0, kept: 0...9)] as [Steering.Method] {
        let outage = Steering.Outage(death: 0, checks: checks, method: method)
        try check("fate(ofVisitAt: 9, askedAt: -9, in: _)", checks, throws: error, "as detection") { _ in
          try fate(ofVisitAt: 9, askedAt: -9, in: outage)
        }
      }
    }
  }

  // By hand: OutageCase; RFC 2181 §8: a TTL in seconds
  @Test func `all are safe when the last answer is over`() throws {
    for (method, time) in OutageCase.recovered {
      let wanted = Steering.Recovery(detected: 9_000, recovered: time)
      try check("recovery(of: 2001, known at 9000)", "\(method)", returns: wanted, "known, and what is kept")
      {
        _ in try recovery(of: OutageCase.outage(method))
      }
    }
  }

  // By hand: OutageCase
  @Test func `with DNS an answer decides until it is too old`() throws {
    for visit in OutageCase.visits {
      try expect(visit.fate, at: visit.now, asked: visit.asked, .dns(ttl: 60, kept: 0...86_400), visit.rule)
    }
    let kept = Steering.Method.dns(ttl: 5, kept: 30...40)
    try expect(.lost, at: 30_000, asked: 1, kept, "kept for 30 s, whatever the TTL")
    try expect(.asksAgain, at: 30_001, asked: 1, kept, "kept for 30 s, whatever the TTL")
    try expect(.asksAgain, at: 42_000, asked: 2_000, .dns(ttl: 90, kept: 30...40), "40 s, whatever the TTL")
    for (time, fate) in [(2_000, .served), (2_001, .lost), (8_999, .lost), (9_000, .moved)]
      as [(Int64, Steering.Fate)]
    {
      try expect(fate, at: time, asked: time, .dns(ttl: 0, kept: 0...9), "TTL 0 is good for one visit")
      try expect(.asksAgain, at: time + 1, asked: time, .dns(ttl: 0, kept: 0...9), "and for no other")
    }
  }

  // By hand: death at 2,001, known at 9,000, all routes gone at 11,500
  @Test func `with anycast the answer is always the same`() throws {
    for asked in [-9_000_000, 0, 2_000] as [Int64] {
      for (now, fate) in [
        (2_000, .served), (2_001, .lost), (9_000, .lost), (11_499, .lost), (11_500, .moved),
        (1 << 61, .moved),
      ] as [(Int64, Steering.Fate)] {
        try expect(fate, at: now, asked: asked, .anycast(convergence: 2_500), "routes decide, not answers")
      }
    }
    try expect(.lost, at: 8_999, asked: 8_999, .anycast(convergence: 0), "the death is not known")
    try expect(.moved, at: 9_000, asked: 0, .anycast(convergence: 0), "it is known, and the route is gone")
  }

  // OutageWalk keeps each answer, and counts who is lost
  @Test func `after the recovery nobody is lost, just before it somebody is`() throws {
    var random = SeededRandom(seed: 75)
    for round in 0..<40 {
      let checks = Steering.Checks(
        first: .random(in: -90...90, using: &random), interval: 20,
        timeout: .random(in: 1...20, using: &random),
        fall: .random(in: 1...4, using: &random))
      let anycast = Steering.Method.anycast(convergence: .random(in: 1...50, using: &random))
      let dns = Steering.Method.dns(ttl: .random(in: 0...2, using: &random), kept: 0...1)
      let death = Int64.random(in: -50...50, using: &random)
      let outage = Steering.Outage(death: death, checks: checks, method: round % 2 == 0 ? anycast : dns)
      let walk = OutageWalk(outage)
      let asked = walk.detected - 9...walk.detected + 9
      let last = asked.flatMap { walk.lostTimes(askedAt: $0) }.max() ?? .min
      try check(
        "recovery(of: _), and the last one is lost at \(last)", outage, returns: true,
        "up to 2 ms later"
      ) {
        (last + 1...last + 2).contains(try recovery(of: $0).recovered)
      }
      for time in asked {
        let lost = Set(walk.lostTimes(askedAt: time))
        for now in [time, time + 1, time + 30, time + 999, time + 1_000, last, last + 1]
        where now >= time {
          let call = "fate(ofVisitAt: \(now), askedAt: \(time), in: _) == .lost"
          try check(call, outage, returns: lost.contains(now), "so the walk") {
            try fate(ofVisitAt: now, askedAt: time, in: $0) == .lost
          }
        }
      }
    }
  }

  private struct Unknown: Error, Hashable { var name: String }

  private func steer(
    _ sites: [Steering.Site], down: [Steering.Site], ttl: UInt32 = 60, scope: Int = 24,
    to site: Steering.Site, _ rule: String
  ) throws {
    let call =
      "steer(by: \(sites.map(\.name).joined(separator: " ")) of scope \(scope), ttl: \(ttl)), down are"
    let wanted = "\(StubText.text(site.address)) for \(ttl) s, scope \(scope)"
    try check(call, down.map(\.name), returns: wanted, rule) { _ in
      let answer = try FirstSecond.steer(by: .init(sites, scope: scope), ttl: ttl) {
        !down.contains($0)
      }
      return "\(StubText.text(answer.address)) for \(answer.ttl) s, scope \(answer.scope)"
    }
  }

  private func detect(_ death: Int64, _ checks: Steering.Checks, _ wanted: Int64, _ rule: String)
    throws
  {
    let call =
      "detection(of: _, by: first \(checks.first), interval \(checks.interval), timeout \(checks.timeout), fall \(checks.fall))"
    try check(call, death, returns: wanted, rule) { try detection(of: $0, by: checks) }
  }

  /// Death at 2,001, known at 9,000.
  private func expect(
    _ wanted: Steering.Fate, at now: Int64, asked: Int64, _ method: Steering.Method, _ rule: String
  ) throws {
    let call = "fate(ofVisitAt: \(now), askedAt: \(asked), in: death at 2001, known at 9000)"
    try check(call, "\(method)", returns: wanted, rule) { _ in
      try fate(ofVisitAt: now, askedAt: asked, in: OutageCase.outage(method))
    }
  }
}
