import Foundation
import LabKit
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The drawings of chapter 7's page are what `lab world` draws of its script. With POSTROAD_DRAW=1 they are written anew.
@Suite struct BookDrawingsTests {
  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Chapters/PostRoad/PostRoad.docc/Resources").standardizedFileURL
  private static let isDrawing = ProcessInfo.processInfo.environment["POSTROAD_DRAW"] == "1"

  @Test(arguments: [(TraceStyle.Scheme.light, ""), (.dark, "~dark")])
  func `the page shows what happens in its script`(_ scheme: TraceStyle.Scheme, _ suffix: String) throws {
    let script = Self.resources.appending(path: "../../../Lab/Worlds/first-second.world").standardizedFileURL
    var world = try World(
      WorldScript(String(contentsOf: script, encoding: .utf8)), parts: Parts(nil).mark)
    #expect(try world.run() == nil)
    let drawings = BookDrawings.all(world.trace, visits: ["laptop/1", "laptop/2"], scheme: scheme)
    #expect(drawings.map(\.name) == ["visit-arrows", "visit-phases", "visit-sites"])
    for (name, svg) in drawings {
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name) is well-formed")
      let file = Self.resources.appending(path: "\(name)\(suffix).svg")
      if Self.isDrawing { try Data(svg.utf8).write(to: file) }
      let isSame = (try? String(contentsOf: file, encoding: .utf8)) == svg
      #expect(
        isSame,
        "\(file.lastPathComponent) is not what lab draws: POSTROAD_DRAW=1 writes it anew, then look at it")
    }
  }
}
