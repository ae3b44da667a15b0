import LabKit
import PostRoad
import Testing

/// The trace as lines of JSON, there and back.
@Suite struct WorldTraceTests {
  private func trace() throws -> WorldTrace {
    try SmallWorld.play(
      SmallWorld.edge.replacing("road laptop fra 10ms", with: "road laptop fra 10ms loss 10%") + """
        at 0 visit \(SmallWorld.map)?max-age=1 from laptop every 250ms count 12
        at 1s kill shop
        at 2s start shop
        """
    ).trace
  }

  @Test func `what is written is read again`() throws {
    let trace = try trace()
    #expect(try WorldTrace(lines: trace.lines) == trace)
    #expect(trace.arrows.contains { $0.end == .lost })
  }

  @Test func `a line is an object with the members of postroad.trace 1`() throws {
    let lines = try SmallWorld.play(SmallWorld.server + "at 0 visit \(SmallWorld.map) from laptop").trace
      .lines
      .split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix(
        #"{"schema":"postroad.trace/1","seed":"7","lanes":[{"name":"root","kind":"authority","part":"reference"},"#
      ))
    // RFC 1035 §4.1: the octets of the question, but for its ID; IP and UDP add 28 octets.
    let name = "03777777" + "08706f7374726f6164" + "076578616d706c65" + "00"
    #expect(
      lines[1].hasPrefix(
        #"{"t":0,"arrives":10,"from":"laptop","to":"home","phase":"dns","visit":"laptop/1","text":"www.postroad.example. A?","octets":66,"bytes":""#
      ))
    #expect(lines[1].hasSuffix("01000001000000000000\(name)00010001\",\"id\":1,\"end\":\"arrived\"}"))
  }

  @Test(arguments: [
    ("", 1, "there is no line"),
    ("{}", 1, "the first line does not say \"schema\":\"postroad.trace/1\""),
    ("{\"schema\":\"postroad.trace/2\"}", 1, "the first line does not say \"schema\":\"postroad.trace/1\""),
    ("{\"schema\":\"postroad.trace/1\"}\n{\"t\":1}", 2, "neither an arrow nor a note nor a visit"),
    ("{\"schema\":\"postroad.trace/1\"}\n\n{\"t\":1,}", 3, "not JSON, from octet 7 on"),
    ("{\"schema\":\"postroad.trace/1\"}\n{\"t\":1} x", 2, "not JSON, from octet 8 on"),
  ]) func `a text that is no trace is refused, with its line`(_ text: String, _ line: Int, _ reason: String) {
    #expect(throws: WorldTrace.Failure(line: line, reason: reason)) { try WorldTrace(lines: text) }
  }

  // RFC 8259 §7.
  @Test func `signs of JSON in a text are escaped, and read again`() throws {
    var trace = WorldTrace(seed: 1, lanes: [])
    trace.notes = [WorldTrace.Note(time: 5, node: "a", text: "\"\\\n\u{1}é ▶")]
    #expect(trace.lines.hasSuffix("{\"t\":5,\"node\":\"a\",\"note\":\"\\\"\\\\\\n\\u0001é ▶\"}\n"))
    #expect(try WorldTrace(lines: trace.lines) == trace)
  }

  @Test func `a text that is nested without end is refused`() {
    let text = "{\"schema\":\"postroad.trace/1\"}\n" + String(repeating: "[", count: 100_000)
    #expect(throws: WorldTrace.Failure.self) { try WorldTrace(lines: text) }
  }
}
