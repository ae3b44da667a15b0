import Foundation
import LabKit
import Testing

extension Live {
  /// Interop: a world of processes beside the same world in virtual time.
  @Suite struct LabWorldTests {
    /// What a visit was, but for its times.
    private struct Shape: Hashable {
      let visit: String
      let phases: [VisitPhase]
      let outcome: String
      let status: Int?
      let site: String?
      let messages: Int

      init(_ visit: WorldTrace.Visit) {
        self.visit = visit.id
        phases = visit.spans.map(\.phase)
        (outcome, status, site) = (visit.outcome, visit.status, visit.site)
        messages = visit.messages
      }
    }

    /// The page's script. The death of a site is found out sooner, and fewer visits follow it, so that all is over after five seconds.
    private static func script() throws -> String {
      let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Chapters/Lab/Worlds/first-second.world")
      var text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
      let changes: KeyValuePairs = [
        "every 1s timeout 500ms fall 3 converge 200ms": "every 200ms timeout 100ms fall 2 converge 100ms",
        "count 16": "count 3",
        "at 20s   expect failed 0 recovered by 8s": "at 5s expect served 13",
      ]
      for (old, new) in changes {
        try #require(text.contains(old), "\(path.lastPathComponent) has changed: this test looks for \(old)")
        text = text.replacingOccurrences(of: old, with: new)
      }
      return text
    }

    private static func really(_ text: String) throws -> WorldTrace {
      let folder = FileManager.default.temporaryDirectory
      let name = "postroad-\(UUID().uuidString)"
      let (script, trace) = (folder.appending(path: "\(name).world"), folder.appending(path: "\(name).jsonl"))
      defer { for file in [script, trace] { try? FileManager.default.removeItem(at: file) } }
      try Data(text.utf8).write(to: script)
      let (status, printed) = try LabProcess.output([
        "world", script.path(percentEncoded: false), "--real", "--trace", trace.path(percentEncoded: false),
      ])
      // Status 1 would say that something did not come true.
      #expect(status == 0, "\(printed)")
      return try WorldTrace(lines: String(contentsOf: trace, encoding: .utf8))
    }

    /// Who sent what to whom for a visit. Between two seconds an answer may have lost one of its own.
    private static func arrows(_ trace: WorldTrace, of visit: String) -> [String] {
      trace.arrows.filter { $0.visit == visit }.map { arrow in
        let text = arrow.text.replacing(/[ ]for [0-9]+ s/, with: " for a while")
        return "\(arrow.phase?.rawValue ?? "") \(arrow.from) > \(arrow.to): \(text)"
      }
    }

    @Test func `the page's script has the same phases with processes as in virtual time`() throws {
      let text = try Self.script()
      var world = try World(WorldScript(text))
      #expect(try world.run() == nil)
      let virtual = world.trace
      let real = try Self.really(text)
      let shapes = { (trace: WorldTrace) in trace.visits.map(Shape.init).sorted { $0.visit < $1.visit } }
      #expect(virtual.visits.count == 13)
      #expect(shapes(real) == shapes(virtual))
      // Those before the cut, arrow by arrow: cold, warm, a neighbour, and another site.
      for visit in ["laptop/1", "laptop/2", "phone/1", "tram/1"] {
        #expect(!Self.arrows(virtual, of: visit).isEmpty)
        #expect(Self.arrows(real, of: visit) == Self.arrows(virtual, of: visit))
      }
      // The clock is a real one: no packet is there before its road's end.
      for arrow in real.arrows where arrow.from == "home" && arrow.to == "root" {
        #expect((arrow.arrives ?? 0) - arrow.time == 15)
      }
      #expect(real.arrows.contains { $0.visit == "laptop/1" && $0.from == "a" && $0.to == "gate" })
    }
  }
}
