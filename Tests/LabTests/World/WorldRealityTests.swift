import LabKit
import Testing

/// What processes cannot play is refused, and the line is named.
@Suite struct WorldRealityTests {
  private func refusal(_ line: String) throws -> WorldScript.Failure? {
    let script = try WorldScript(SmallWorld.edge + line + "\n")
    return #expect(throws: WorldScript.Failure.self) { try script.forReality() }
  }

  /// The line that is added to the small world.
  private let last = SmallWorld.edge.split(separator: "\n", omittingEmptySubsequences: false).count

  @Test func `a forged answer would need rights`() throws {
    let failure = try refusal("at 0 forge www.postroad.example 203.0.113.66 from shop to home as 192.0.2.53")
    #expect(failure?.line == last)
    #expect(failure?.reason.hasPrefix("forge is for virtual time alone") == true)
  }

  @Test func `a page over TLS would need TLS`() throws {
    let failure = try refusal("at 0 visit https://www.postroad.example/map from laptop")
    #expect(failure?.line == last)
    #expect(failure?.reason.contains("has to be http") == true)
  }

  @Test(arguments: ["1500ms", "500ms"])
  func `a timeout that is not whole seconds cannot be told to an edge or a balancer`(_ time: String) throws {
    for line in [
      "edge nyc 192.0.2.11 origin shop timeout \(time)", "balancer gate backends shop timeout \(time)",
    ] {
      let failure = try refusal(line)
      #expect(failure?.line == last)
      #expect(failure?.reason == "with --real a timeout is whole seconds, at least 1s, not \(time)")
    }
  }

  @Test func `health checks need their time`() throws {
    let failure = try refusal("balancer gate backends shop health /up every 50ms")
    #expect(failure?.line == last)
    #expect(failure?.reason.contains("at least 100 ms") == true)
  }

  @Test func `all else is played, and times are not judged`() throws {
    let script = try WorldScript(
      SmallWorld.edge + """
        balancer gate backends shop timeout 2s health /up every 100ms
        road laptop fra 10ms rate 10Mbit jitter 2ms loss 1% duplicate 1%
        at 0 visit \(SmallWorld.map) from laptop expect 200 miss within 1ms messages 16
        at 1s cut fra
        at 2s mend fra
        at 3s kill shop
        at 4s start shop

        """)
    let real = try script.forReality()
    #expect(real.nodes == script.nodes)
    #expect(real.steps.map(\.text) == script.steps.map(\.text))
    // With the script's own step a world says that one millisecond is too short; with this one it does not.
    var virtual = try World(script)
    #expect(try virtual.run() != nil)
    var unjudged = try World(real)
    #expect(try unjudged.run() == nil)
  }
}
