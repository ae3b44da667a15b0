import LabKit
import PostRoad
import Testing

/// A world's text, and what is said of one that is wrong.
@Suite struct WorldScriptTests {
  @Test func `steps come in the order of time, and of one time in that of the text`() throws {
    let script = try WorldScript(
      SmallWorld.server + """
        at 2s expect served 1
        at 300 visit \(SmallWorld.map) from laptop # a comment
        at 0.3s kill shop
        """)
    #expect(script.steps.map(\.at) == [300, 300, 2_000])
    #expect(
      script.steps.map(\.text) == [
        "visit \(SmallWorld.map) from laptop", "kill shop", "expect served 1",
      ])
    #expect(script.seed == 7)
    #expect(script.nodes.map(\.name) == ["root", "example", "postroad", "home", "laptop", "shop"])
  }

  @Test(arguments: [
    ("client laptop resolver home", "expected the address of a resolver like 192.0.2.53, found home"),
    ("client laptop", "expected resolver at the end"),
    ("edge fra origin gate", "edge fra needs an address after its name, like 192.0.2.53"),
    (
      "tower fra",
      "expected one of seed, late, authority, zone, resolver, client, edge, balancer, backend, road, link, checks, at, found tower"
    ),
    ("road a b", "the delay is missing at the end"),
    ("road a b 10", "there is no node a"),
    ("road a b ten", "expected the delay like 40ms or 2s, found ten"),
    ("road a b 10ms loss 1", "expected a loss like 1%, found 1"),
    ("road a b 10ms rate fast", "expected a rate like 10Mbit or 512kbit, found fast"),
    ("road a b 10ms slow", "expected rate, jitter, loss or duplicate, found slow"),
    ("link AS1 to AS2", "expected > (provider and customer) or - (peers), found to"),
    ("link 1 > 2", "expected a network like AS64500, found 1"),
    ("balancer gate backends a*300", "expected a backend with a weight up to 256 like a*3, found a*300"),
    (
      "balancer gate backends a pick best",
      "expected one of roundrobin, leastconn, swrr, p2c, ring, iphash, found best"
    ),
    ("seed seven", "expected a whole number, found seven"),
    (
      "at 0 visit map from laptop",
      "expected a URL like http://www.postroad.example/map without a port, found map"
    ),
    (
      "at 0 visit http://www.postroad.example/ from laptop expect 200 quickly",
      "expected hit, miss, stale, shared, direct, within, messages or by, found quickly"
    ),
    ("at 0 visit http://www.postroad.example/ from laptop", "there is no client laptop"),
    ("at 0 burn fra", "expected visit, cut, mend, kill, start, forge or expect, found burn"),
    ("at 0 kill fra", "there is no node fra"),
    (
      "at 0 expect joy",
      "expected served, stale, late, failed, recovered by, no trouble, asked or origin, found joy"
    ),
    ("  at 0 kill fra", "only the lines of a zone are indented"),
    ("authority root 192.0.2.1", "root has no zone: add a line zone root and its text"),
    ("zone root", "there is no authority root"),
  ]) func `what is expected is said, with the line`(_ line: String, _ reason: String) {
    #expect(throws: WorldScript.Failure(line: 3, reason: reason)) {
      try WorldScript("seed 1\nbackend z\n\(line)\n")
    }
  }

  @Test func `sites of one address need networks`() {
    let text = "backend z\nedge fra 192.0.2.10 origin z\nedge nyc 192.0.2.10 in AS1 origin z\n"
    #expect(
      throws: WorldScript.Failure(
        line: 2, reason: "fra and nyc have one address: each needs a network of its own, like in AS64500")
    ) { try WorldScript(text) }
  }

  @Test func `an empty text is no world`() {
    #expect(throws: WorldScript.Failure.self) { try WorldScript("# nothing\n") }
  }

  @Test func `a zone that cannot be read is told by its line, and that within it`() {
    #expect(
      throws: WorldScript.Failure(
        line: 2,
        reason: "the zone of root, line 2: there is no type that is known; write it as TYPE257")
    ) {
      try World(WorldScript("authority root 192.0.2.1\nzone root\n  . 60 SOA a. b. 1 2 3 4 5\n  . 60 XX 1\n"))
    }
  }

  @Test func `a road that is missing is named`() throws {
    var world = try World(
      WorldScript(
        "backend shop 192.0.2.10\nclient laptop resolver 192.0.2.10\nat 0 visit \(SmallWorld.map) from laptop"
      ))
    #expect(
      throws: WorldScript.Failure(
        line: 2, reason: "laptop sends to shop, and there is no road: add road laptop shop 10ms")
    ) { try world.run() }
  }

  @Test func `what did not come true is told with the last arrows and where to read on`() throws {
    let failure = try SmallWorld.failure(
      SmallWorld.server + "at 0 visit \(SmallWorld.map) from laptop expect 200 within 100ms")
    let line = SmallWorld.server.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      "\(failure)" == """
        line \(line), at 150 ms
          expected  an end within 100 ms
          got       150 ms, dns 110, tcp 20, wait 20, of laptop/1
          the last arrows
            55  example > home  ask postroad.example.  at 70
            70  home > postroad  www.postroad.example. A?  at 85
            85  postroad > home  192.0.2.10 for 60 s  at 100
            100  home > laptop  192.0.2.10 for 60 s  at 110
            110  laptop > shop  SYN  at 120
            120  shop > laptop  SYN ACK  at 130
            130  laptop > shop  GET /map  at 140
            140  shop > laptop  200, 24 octets  at 150
          see RFC 1034 §5.3.3: how a resolver finds an answer
        """)
  }

  @Test(arguments: [
    ("at 0 visit \(SmallWorld.map) from laptop expect 404", "404", "200, of laptop/1"),
    ("at 0 visit \(SmallWorld.map) from laptop expect failed", "a failure", "200, of laptop/1"),
    ("at 0 visit \(SmallWorld.map) from laptop expect 200 hit", "hit", "direct, of laptop/1"),
    ("at 0 visit \(SmallWorld.map) from laptop expect 200 messages 3", "3 messages", "12, of laptop/1"),
    (
      "at 0 visit \(SmallWorld.map) from laptop expect 200 by fra", "an answer by fra",
      "one by no edge, of laptop/1"
    ),
    ("at 1s expect served 1", "1 served", "0 served"),
    ("at 1s expect asked shop 1", "1 questions to shop", "0 questions to shop"),
    ("at 1s expect origin 1", "1 responses of backends", "0 responses of backends"),
    ("at 1s expect recovered by 2s", "recovered by 2000 ms", "no trouble"),
  ]) func `each expectation can fail`(_ line: String, _ expected: String, _ got: String) throws {
    let failure = try SmallWorld.failure(SmallWorld.server + line)
    #expect(failure.expected == expected)
    #expect(failure.got == got)
  }
}
