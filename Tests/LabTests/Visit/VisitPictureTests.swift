import LabKit
import Testing

@Suite struct VisitPictureTests {
  private let cold = VisitTimeline([
    VisitSpan(.dns, start: 0, duration: 118, note: "www.postroad.example is 192.0.2.80 for 60 s"),
    VisitSpan(.tcp, start: 118, duration: 22, note: "connected to 127.0.0.1:8080"),
    VisitSpan(.wait, start: 140, duration: 64, note: ""),
    VisitSpan(.body, start: 204, duration: 3.04, note: ""),
  ])
  private let warm = VisitTimeline([
    VisitSpan(.wait, start: 0, duration: 22, note: ""), VisitSpan(.body, start: 22, duration: 0.02, note: ""),
  ])

  @Test func `phases are bars, one after the other, on one scale`() {
    #expect(
      VisitPicture.text([("cold", cold), ("warm", warm)]) == """
        cold
          dns       118.0 ms  ███████████████████████████████▉
          tcp        22.0 ms                                 ██████
          wait       64.0 ms                                       █████████████████▎
          body        3.0 ms                                                         ▉
          total     207.0 ms

        warm
          wait       22.0 ms  ██████
          body        0.0 ms       ▏
          total      22.0 ms

        """)
  }

  @Test func `no line is wider than a terminal`() {
    let text = VisitPicture.text([
      ("cold", VisitTimeline([VisitSpan(.dns, start: 0, duration: 9_999, note: "")]))
    ])
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(VisitPicture.text([("cold", VisitTimeline())]) == "cold\n  total       0.0 ms\n")
  }

  @Test func `what was learned is a line for each phase`() {
    #expect(
      VisitPicture.notes(cold)
        == "  dns    www.postroad.example is 192.0.2.80 for 60 s\n  tcp    connected to 127.0.0.1:8080\n")
  }

  @Test func `phases add up`() {
    #expect(cold.duration(of: .dns) == 118)
    #expect(warm.duration(of: .dns) == 0)
  }
}
