import LabKit
import PostRoad
import Testing

/// Sites that fall, and the traffic that moves.
@Suite struct WorldFailoverTests {
  private static let sites =
    SmallWorld.text.replacing(
      "client laptop resolver", with: "client laptop in AS64511 resolver") + """
      edge fra 192.0.2.10 in AS64500 origin shop
      edge nyc 192.0.2.10 in AS64501 origin shop
      backend shop
      link AS64502 > AS64500
      link AS64503 > AS64501
      link AS64502 - AS64503
      link AS64502 > AS64511
      checks every 1s timeout 500ms fall 3 converge 200ms
      road laptop fra 10ms
      road laptop nyc 50ms

      """

  // Exercise 7.4: dead at 3,000, the checks that begin at 3,000, 4,000 and 5,000 fail, the last at 5,500; the route is gone 200 ms later.
  @Test func `a site's death is known after three checks, and its clients are led to the other one`() throws {
    let world = try SmallWorld.play(
      Self.sites + """
        at 0 visit \(SmallWorld.map) from laptop expect 200 by fra
        at 3s cut fra
        at 3100 visit \(SmallWorld.map) from laptop every 500ms count 12 expect 200
        at 30s expect failed 0 late 6 recovered by 6100
        """)
    #expect(
      world.trace.notes.map { "\($0.time) \($0.text)" } == [
        "3000 cut fra", "5700 fra no longer announces its address",
      ])
    #expect(world.visits.filter { $0.began > 5_700 }.allSatisfy { $0.site == "nyc" && $0.duration < 1_000 })
    #expect(
      world.visits.filter { 3_000..<5_700 ~= $0.began }.allSatisfy { $0.site == "nyc" && $0.ended > 5_700 })
    #expect(world.trace.routes.map { $0.ways.map(\.site) } == [["fra"], ["nyc"]])
  }

  @Test func `a site that is back before its death was known loses no route`() throws {
    let world = try SmallWorld.play(
      Self.sites + """
        at 3s cut fra
        at 4s mend fra
        at 9s visit \(SmallWorld.map) from laptop expect 200 by fra
        """)
    #expect(world.trace.notes.map(\.text) == ["cut fra", "mend fra"])
  }

  @Test func `a site that is back later announces its address again`() throws {
    let world = try SmallWorld.play(
      Self.sites + """
        client phone in AS64511 resolver 192.0.2.7
        at 3s kill fra
        at 7s visit \(SmallWorld.map) from laptop expect 200 by nyc
        at 8s start fra
        at 9s visit \(SmallWorld.map) from phone expect 200 by fra
        """)
    #expect(world.trace.notes.last.map { "\($0.time) \($0.text)" } == "8200 fra announces its address again")
  }

  // Exercises 5.9 and 5.19: a GET is sent again, and the dead one is left alone.
  @Test func `a backend is killed, and no reader notices`() throws {
    let world = try SmallWorld.play(
      SmallWorld.text + """
        balancer gate 192.0.2.10 backends a,b,c
        backend a
        backend b
        backend c
        at 0 visit \(SmallWorld.map) from laptop every 50ms count 200 expect 200
        at 3s kill b
        at 20s expect served 200 no trouble
        """)
    let bodies = world.visits.filter { $0.began > 3_200 }.map { $0.body.prefix(1) }
    #expect(bodies.count == 135)
    #expect(!bodies.contains("b"))
  }

  // RFC 5861 §4.
  @Test func `an origin that is gone leaves stale answers, for as long as it has allowed`() throws {
    _ = try SmallWorld.play(
      SmallWorld.edge + """
        at 0 visit \(SmallWorld.map)?max-age=2&stale-if-error=10 from laptop expect 200 miss
        at 3s kill shop
        at 5s visit \(SmallWorld.map)?max-age=2&stale-if-error=10 from laptop expect 200 stale
        at 15s visit \(SmallWorld.map)?max-age=2&stale-if-error=10 from laptop expect 502
        at 20s expect served 1 stale 1 failed 1
        """)
  }

  // A TTL is how long an address may be used (RFC 1035 §3.2.1): the laptop's and the resolver's have begun at the same moment.
  @Test func `a site that has moved is followed when the TTL is over`() throws {
    _ = try SmallWorld.play(
      SmallWorld.text + """
        backend old 192.0.2.10
        backend new 192.0.2.11
        zone postroad at 2s
          $ORIGIN postroad.example.
          $TTL 60
          @ SOA ns1 warden 2 7200 900 1209600 300
          www A 192.0.2.11
        client phone resolver 192.0.2.7
        at 0 visit \(SmallWorld.map) from laptop expect 200
        at 59s visit \(SmallWorld.map) from phone expect 200
        at 59s expect asked old 1
        at 61s visit \(SmallWorld.map) from phone expect 200
        at 70s expect asked new 0
        at 125s visit \(SmallWorld.map) from phone expect 200
        at 130s expect asked new 1
        """)
  }

  // RFC 5452 §9.1: the ID, the question with its letters, and the address have to be right. 1,000 guesses of 65,536 · 2^18.
  @Test func `answers that nobody has asked for are not believed`() throws {
    let world = try SmallWorld.play(
      SmallWorld.server + """
        backend thief 203.0.113.66
        at 0 visit \(SmallWorld.map) from laptop expect 200
        at 31 forge www.postroad.example 203.0.113.66 from thief to home as 192.0.2.53 count 1000
        at 5s visit \(SmallWorld.map) from laptop expect 200
        at 9s expect asked thief 0 asked shop 2
        """)
    let lies = world.trace.arrows.filter { $0.from == "thief" && $0.to == "home" }
    #expect(lies.count == 1_000)
    #expect(lies.allSatisfy { $0.end == .unused })
    // They came while the answer was waited for.
    #expect(lies.first.map { 70...100 ~= $0.arrives ?? 0 } == true)
  }
}
