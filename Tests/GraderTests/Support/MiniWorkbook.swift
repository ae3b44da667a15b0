import Foundation

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// A workbook of three exercises, all untouched: enough for whatever builds nothing, and always the same.
struct MiniWorkbook {
  let root: String
  let workbook: Workbook

  private static let exercises = [
    ("01-DNSMessages/01-Header", "Parse the header"),
    ("01-DNSMessages/02-HeaderEncoding", "Encode the header"),
    ("05-LoadBalancing/01-RoundRobin", "Take turns"),
  ]
  private static let chapters = [
    ("01-DNSMessages", "DNS on the wire", ["A slip lies on your desk.", "One is read.", "All are read."]),
    (
      "05-LoadBalancing", "A title that is a good deal longer than a row", ["The riders wait.", "They ride."]
    ),
  ]

  static func solution(_ name: String) -> String {
    """
    public func make\(name)() throws -> Int {
      // <write>
      // 1. Say what it is.
      return 1
      // </write>
    }

    """
  }

  init() throws {
    root =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/mini tést \(UUID().uuidString)"
    workbook = Workbook(root: root)
    leftovers.withLock { [root] in $0.append(root) }
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    for (path, title) in Self.exercises {
      let name = String(path.split(separator: "-").last ?? "")
      let solution = Self.solution(name)
      try write(solution, to: "Solutions/\(path).swift")
      try write(try StubCutter.cut(solution), to: "Exercises/\(path).swift")
      try write("# \(title)\n", to: "\(Exercise.book)/\(path).md")
    }
    for (folder, title, story) in Self.chapters {
      let lines = story.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
      try write("# \(title)\n\n## The story so far\n\n\(lines)\n", to: "\(Exercise.book)/\(folder).md")
    }
  }

  var curriculum: Curriculum { get throws { try Curriculum(workbook) } }

  func write(_ text: String, to path: String) throws {
    try Files.write(Array(text.utf8), to: root + "/" + path)
  }

  /// Runs a command line of the grader's here.
  func grader(_ arguments: String...) -> GraderRun { GraderRun(arguments, in: root) }
}
