import Foundation
import LabKit
import Testing

/// The scripts that come with the course.
@Suite struct WorldFileTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Chapters/Lab/Worlds").standardizedFileURL

  static let names: [String] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasSuffix(".world") }.sorted()
  }()

  @Test func `they are there`() { #expect(Self.names.contains("first-second.world")) }

  @Test(arguments: names) func `everything that a script expects comes true`(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let world = try SmallWorld.play(text)
    #expect(!world.visits.isEmpty)
    // Another seed changes losses and numbers, and nothing of what the script promises.
    #expect(try SmallWorld.play(text).trace.lines == world.trace.lines)
  }
}
