import CurriculumKit
import Foundation
import GraderKit
import JudgeKit
import SystemKit

/// What verdicts depend on beside the submissions, by its content alone: two clones of the course are the same wherever they are.
struct CohortEnvironment {
  let toolchain: String
  let suites: String

  /// The grader's own sources without what only shows and hands on.
  private static let grader = ["System", "Curriculum", "Judge", "Kit"].map { "grader/" + $0 }

  init(_ session: Session, exercises: [Exercise], isolation: Isolation) throws {
    toolchain = try Toolchain().version()
    let curriculum = session.curriculum
    let nothing = try Subject.handedIn(HandIn(), curriculum: curriculum)
    var parts: [String] = []
    for chapter in curriculum.chapters {
      let chosen = exercises.filter { $0.chapter == chapter }
      guard !chosen.isEmpty else { continue }
      let sources = try ChapterSources(chapter, subject: nothing, curriculum: curriculum)
      let judged = chosen.filter { sources.suites[$0] != nil }
      parts.append(try sources.recipe(laying: [], judging: judged).digest)
      // Recorded words name mistakes.
      for exercise in chosen {
        for path in [exercise.mistakes, exercise.recorded] {
          parts.append(try session.workbook.readIfPresent(path).map { Fingerprint.of($0) } ?? "")
        }
      }
    }
    let given = LaidPaths.links.map(\.1) + Self.grader
    parts += try given.map { try Self.digest(ofFolder: $0, session.workbook) }
    parts += [isolation.rawValue, "\(session.patience)"]
    suites = Fingerprint.of(parts.joined(separator: " ").utf8)
  }

  private static func digest(ofFolder path: String, _ workbook: Workbook) throws -> String {
    guard workbook.isFolder(path) else {
      return try workbook.readIfPresent(path).map { Fingerprint.of($0) } ?? ""
    }
    let names = try workbook.names(in: path).filter { !$0.hasPrefix(".") }
    let parts = try names.map { "\($0) \(try digest(ofFolder: "\(path)/\($0)", workbook))" }
    return Fingerprint.of(parts.joined(separator: "\n").utf8)
  }
}
