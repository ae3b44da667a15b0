import FirstSecond
import LabKit
import PostRoad
import Testing

/// What a visit costs. The expected times are those of the drawing in chapter 7, and of exercise 7.8, which knows nothing of packets.
@Suite struct WorldVisitTests {
  @Test func `a cold visit is the drawing of chapter 7, and a warm one has its last row alone`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        at 0 visit \(SmallWorld.map) from laptop expect 200 direct within 150ms messages 12
        at 1s visit \(SmallWorld.map) from laptop expect 200 within 20ms messages 2
        """)
    let cold = try #require(world.visits.first)
    #expect(cold.duration == 150)
    #expect(VisitPhase.allCases.map { cold.duration(of: $0) } == [110, 20, 0, 20, 0])
    // RFC 1034 §5.3.3: each authority is asked once, from the root down.
    let dns = world.trace.arrows.filter { $0.visit == cold.id && $0.phase == .dns && $0.from != "laptop" }
    #expect(dns.map(\.to) == ["root", "home", "example", "home", "postroad", "home", "laptop"])
    #expect(dns.map(\.time) == [10, 25, 40, 55, 70, 85, 100])
    #expect(
      dns.map(\.text) == [
        "www.postroad.example. A?", "ask example.", "www.postroad.example. A?", "ask postroad.example.",
        "www.postroad.example. A?", "192.0.2.10 for 60 s", "192.0.2.10 for 60 s",
      ])
    #expect(world.visits.last?.spans.map(\.phase) == [.wait, .body])
  }

  @Test func `exercise 7.8 comes to the same times, with TLS and an edge that asks its origin`() throws {
    let url = "https://www.postroad.example/map?max-age=60"
    let world = try SmallWorld.play(
      SmallWorld.edge + "at 0 visit \(url) from laptop\nat 500 visit \(url) from laptop")
    var loader = try PageLoader(
      resolver: 10, resolve: { _, _ in Visit.Lookup("192.0.2.10", ttl: 60, asked: [15, 15, 15]) },
      site: { _ in Visit.Site(delay: 10) },
      // The first time the edge connects, and then asks.
      serve: { _, _, at in Visit.Reply(asked: at < 400 ? [40, 40] : [], keepAlive: 60_000) })
    for (visit, begin) in zip(world.visits, [0, 500] as [Int64]) {
      let wanted = try loader.visit(Visit.URL("www.postroad.example", "/map"), now: begin)
      #expect(visit.ended == wanted.responseEnd)
      #expect(visit.messages == wanted.messages)
      #expect(visit.duration(of: .dns) == wanted.domainLookupEnd - wanted.domainLookupStart)
      let connect = wanted.connectEnd - wanted.connectStart
      #expect(visit.duration(of: .tcp) + visit.duration(of: .tls) == connect)
      #expect(visit.duration(of: .wait) == wanted.responseStart - wanted.requestStart)
    }
    #expect(world.visits.map(\.outcome) == [.miss, .hit])
    #expect(world.visits.first?.duration(of: .tls) == 20)
  }

  // 1,500 octets of body, a head, and 40 octets of headers a packet, at 8 kbit/s: an octet each millisecond.
  @Test func `a road's rate makes the body long`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        road shop > laptop 10ms rate 8kbit
        at 0 visit \(SmallWorld.map)?size=1500 from laptop expect 200
        """)
    let answer = try #require(world.trace.arrows.last)
    #expect(answer.octets > 1_580)
    #expect(world.visits.first?.duration(of: .body) == Int64(answer.octets))
  }

  // The page of chapter 7: "nothing happens for 5,000 ms". resolv.conf(5).
  @Test func `a question that is lost is asked again after five seconds`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        at 0 cut laptop home
        at 0 visit \(SmallWorld.map) from laptop expect 200 messages 13
        at 1 mend laptop home
        """)
    #expect(world.visits.first?.duration(of: .dns) == 5_110)
    #expect(world.trace.arrows.first?.end == .lost)
  }

  // RFC 6298 §2.1, §5.5: one second at first, then twice as long.
  @Test func `a connection's first packet that is lost is sent again after one second, then after two more`()
    throws
  {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        at 0 cut laptop shop
        at 0 visit \(SmallWorld.map) from laptop expect 200
        at 3s mend laptop shop
        """)
    let first = try #require(world.visits.first)
    #expect(first.duration(of: .tcp) == 3_000 + 20)
    let tries = world.trace.arrows.filter { $0.text.hasPrefix("SYN") && $0.to == "shop" }
    #expect(tries.map(\.time) == [110, 1_110, 3_110])
    #expect(tries.map(\.end) == [.lost, .lost, .arrived])
  }

  @Test func `a server whose process has ended refuses at once`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        at 0 kill shop
        at 0 visit \(SmallWorld.map) from laptop expect failed within 130ms
        at 1s start shop
        at 2s visit \(SmallWorld.map) from laptop expect 200 within 40ms
        """)
    #expect(world.visits.first?.failure?.phase == .tcp)
    #expect(world.trace.arrows.contains { $0.text == "SYN" && $0.end == .refused })
  }

  // RFC 9112 §9.3.1: a GET is sent again where a kept connection breaks off.
  @Test func `a kept connection that breaks off is replaced`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        at 0 visit \(SmallWorld.map) from laptop expect 200
        at 1s cut shop laptop
        at 1s kill shop
        at 1100 start shop
        at 1200 mend shop laptop
        at 2s visit \(SmallWorld.map) from laptop expect 200 within 60ms
        """)
    #expect(world.visits.last?.retries == 1)
    #expect(world.visits.last?.spans.map(\.phase) == [.wait, .tcp, .wait, .body])
  }

  // Exercise 1.13, 2.9, 3.11: what does not fit is asked for over TCP.
  @Test func `an answer that is too long for a datagram comes over a connection`() throws {
    let many = (0..<120).map { "  www A 192.0.2.\(100 + $0)\n" }.joined()
    let text = SmallWorld.server.replacing("  www A 192.0.2.10\n", with: "  www A 192.0.2.10\n" + many)
    let world = try SmallWorld.play(text + "at 0 visit \(SmallWorld.map) from laptop expect 200")
    let texts = world.trace.arrows.filter { $0.phase == .dns }.map { "\($0.from) \($0.text)" }
    #expect(texts.contains("postroad truncated"))
    #expect(texts.contains("home truncated"))
    #expect(world.trace.arrows.contains { $0.from == "home" && $0.to == "postroad" && $0.text == "SYN" })
    #expect(world.visits.first?.status == 200)
  }

  // Exercise 4.20.
  @Test func `readers who come at once are one request to the origin`() throws {
    let clients = (1...64).map { "client c\($0) resolver 192.0.2.7\n" }.joined()
    let world = try SmallWorld.play(
      SmallWorld.edge + clients + """
        at 0 visit \(SmallWorld.map)?max-age=60 from all expect 200
        at 9s expect origin 1 served 65
        """)
    #expect(Set(world.visits.map(\.body)) == ["shop: request 1 of /map\n"])
  }
}
