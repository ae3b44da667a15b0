import LabKit
import Testing

@Suite struct TracePictureTests {
  private func trace(_ more: String) throws -> WorldTrace {
    try SmallWorld.play(SmallWorld.server + more).trace
  }

  @Test func `the picture is that of chapter 7`() throws {
    let trace = try trace("at 0 visit \(SmallWorld.map) from laptop")
    #expect(
      TracePicture.text(trace, visit: try #require(trace.visits.first)) == """
            ms  laptop       home         root         example      postroad     shop
             0  ├────A?─────▶│            │            │            │            │
                │            │            │            │            │            │
            10  │            ├────A?─────▶│            │            │            │
                │            │            │            │            │            │
                │            │            │            │            │            │
            25  │            │◀example.───┤            │            │            │
                │            │            │            │            │            │
                │            │            │            │            │            │
            40  │            ├──────────A?────────────▶│            │            │
                │            │            │            │            │            │
                │            │            │            │            │            │
            55  │            │◀ask postroad.example.───┤            │            │
                │            │            │            │            │            │
                │            │            │            │            │            │
            70  │            ├──────www.postroad.example. A?───────▶│            │
                │            │            │            │            │            │
                │            │            │            │            │            │
            85  │            │◀───────192.0.2.10 for 60 s───────────┤            │
                │            │            │            │            │            │
                │            │            │            │            │            │
           100  │◀───────────┤ 192.0.2.10 for 60 s     │            │            │
                │            │            │            │            │            │
           110  ╞═════════════════════════════SYN═══════════════════════════════▶│
                │            │            │            │            │            │
           120  │◀══════════════════════════SYN ACK══════════════════════════════╡
                │            │            │            │            │            │
           130  ╞═══════════════════════════GET /map════════════════════════════▶│
                │            │            │            │            │            │
           140  │◀═══════════════════════200, 24 octets══════════════════════════╡

        """)
  }

  @Test func `a stretch in which nothing happens is folded, and says how long it is`() throws {
    let trace = try trace(
      "at 0 cut laptop home\nat 1 mend laptop home\nat 0 visit \(SmallWorld.map) from laptop")
    let lines = TracePicture.text(trace, visit: try #require(trace.visits.first)).split(separator: "\n")
    // From 0 to 5,000 in rows of 200 ms there are 24 between the first and the second question.
    #expect(lines.filter { $0.contains("~") }.map { $0.contains("4800 ms") } == [true])
    #expect(lines.count < 20)
  }

  @Test func `no line is wider than a terminal, with one lane or with twelve`() throws {
    let many = (1...9).map {
      "authority n\($0) 198.51.100.\($0)\nzone n\($0)\n  n\($0). 60 SOA a. b. 1 2 3 4 5\n"
    }
    let world = try SmallWorld.play(
      SmallWorld.edge + many.joined()
        + "at 0 visit \(SmallWorld.map)/\(String(repeating: "x", count: 90)) from laptop")
    var trace = world.trace
    for (index, lane) in trace.lanes.enumerated() where index + 1 < trace.lanes.count {
      var arrow = trace.arrows[0]
      (arrow.from, arrow.to) = (lane.name, trace.lanes[index + 1].name)
      trace.arrows.append(arrow)
    }
    let text = TracePicture.text(trace, visit: try #require(trace.visits.first))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    #expect(text.contains("n5"))
  }

  @Test func `totals stand beside the least that is possible`() throws {
    let trace = try SmallWorld.play(
      SmallWorld.edge + "at 0 visit \(SmallWorld.map)?max-age=2 from laptop every 1s count 7"
    ).trace
    // Seven visits in 6.1 s; lifetimes of 2 s: at 0, 2, 4 and 6 the page is over (RFC 9111 §4.2: fresh while its age is below it).
    #expect(
      TraceSummary.totalsText(trace) == """
        messages                    34  least 14: a request and a response for each visit
        questions to authorities     3  least 1: one for each time that an address is over
        requests to backends         4  least 4: time over lifetime, for each page
        lost packets                 0

        """)
  }
}
