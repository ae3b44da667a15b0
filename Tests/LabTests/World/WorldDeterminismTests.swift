import LabKit
import PostRoad
import Testing

/// One script and one seed make one run.
@Suite struct WorldDeterminismTests {
  private static let moody =
    SmallWorld.edge.replacing("ms\n", with: "ms jitter 4ms loss 6% duplicate 3%\n") + """
      at 0 visit \(SmallWorld.map)?max-age=1&stale-if-error=5 from laptop every 300ms count 40
      """

  @Test func `equal seeds give equal traces, octet for octet, and others do not`() throws {
    let one = try SmallWorld.play(Self.moody).trace.lines
    #expect(try SmallWorld.play(Self.moody).trace.lines == one)
    #expect(try SmallWorld.play(Self.moody, seed: 8).trace.lines != one)
    #expect(one.contains("\"end\":\"lost\""))
    #expect(one.contains("\"end\":\"unused\""))
  }

  @Test func `a node more changes no arrow of the others`() throws {
    let before = try SmallWorld.play(Self.moody).trace
    // They have roads to all, and ask the same authorities.
    let text =
      Self.moody.replacing("  www A 192.0.2.10\n", with: "  www A 192.0.2.10\n  shop A 192.0.2.77\n") + """

        resolver inn 192.0.2.8 root 192.0.2.1
        client stranger resolver 192.0.2.8
        backend stall 192.0.2.77
        at 50 visit http://shop.postroad.example/other from stranger every 200ms count 40
        """
    let after = try SmallWorld.play(text).trace
    let strangers = ["stranger", "inn", "stall"]
    let others = after.arrows.filter { !strangers.contains($0.from) && !strangers.contains($0.to) }
    #expect(after.arrows.count > others.count + 80)
    #expect(others == before.arrows)
  }

  @Test func `readers with bad roads come to an end, and get what the origin had, recently enough`() throws {
    let text = SmallWorld.edge.replacing("ms\n", with: "ms jitter 9ms loss 20% duplicate 10%\n")
    for seed in 1...8 as ClosedRange<UInt64> {
      let world = try SmallWorld.play(
        text + "at 0 visit \(SmallWorld.map)?max-age=2 from laptop every 700ms count 60", seed: seed)
      #expect(world.visits.count == 60)
      // A stub gives up after 20 s (resolv.conf(5)), a reader 10 s after he has the address.
      #expect(world.visits.allSatisfy { $0.duration <= 30_000 })
      #expect(world.visits.contains { $0.status == 200 })
    }
  }
}
