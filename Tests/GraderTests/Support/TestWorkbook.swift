import Foundation
import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import StaffKit
@testable import SystemKit

/// A copy of the workbook to try things on, in a folder with a space and an accent in its name.
final class TestWorkbook: Sendable {
  let root: String
  let workbook: Workbook

  /// Where this package stands.
  static let origin = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  /// The one that the suites of `RealBuilds` share, so that the bench is built once. It has the first exercises of some chapters
  /// alone, so that what is built does not grow with the course.
  static let shared = try! TestWorkbook(keeping: first)
  /// The same for `AuthorBuilds`, `EditBuilds` and `ClassBuilds`.
  static let authored = try! TestWorkbook(keeping: first)
  static let edited = try! TestWorkbook(keeping: ["1.1", "1.2", "6.1"])
  static let handedIn = try! TestWorkbook(keeping: ["1.1", "1.2", "6.1"])

  private static let first: Set = ["1.1", "1.2", "5.1", "5.2", "5.3", "6.1", "6.2", "6.3"]

  /// A copy of the whole course, or of these exercises with all their parts.
  init(keeping kept: Set<String>? = nil) throws {
    let files = FileManager.default
    root = files.temporaryDirectory.path(percentEncoded: false) + "/postroad tést \(UUID().uuidString)"
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    for name in ["Package.swift", "Chapters", "Exercises", "Solutions", "Tests"] {
      try files.copyItem(atPath: Self.origin + name, toPath: root + "/" + name)
    }
    workbook = Workbook(root: root)
    leftovers.withLock { $0.append(root) }
    for exercise in try curriculum.exercises where kept?.contains(exercise.id) == false {
      let folder = "\(Alternatives.folder)/\(exercise.chapter.folder)"
      let alternatives = Alternatives.names(
        of: exercise, among: try workbook.namesIfPresent(in: folder) ?? [])
      let parts =
        [
          exercise.solution, exercise.file, exercise.suiteFile, exercise.mistakes, exercise.recorded,
          exercise.page,
        ] + alternatives.map { "\(folder)/\($0)" }
        + (workbook.exists(exercise.equivalents) ? [exercise.equivalents] : [])
      for part in parts { try files.removeItem(atPath: workbook.absolute(part)) }
    }
    // A chapter that nothing is left of is none.
    for chapter in try curriculum.chapters where try curriculum.exercises(of: chapter).isEmpty {
      try files.removeItem(atPath: workbook.absolute("Solutions/\(chapter.folder)"))
    }
    try resetExercises()
  }

  var curriculum: Curriculum { get throws { try Curriculum(workbook) } }

  func exercise(_ id: String) throws -> Exercise {
    try #require(try curriculum.exercises.first { $0.id == id }, "no exercise \(id)")
  }

  /// Fresh stubs everywhere, and nothing else.
  func resetExercises() throws {
    try? FileManager.default.removeItem(atPath: root + "/Exercises")
    for exercise in try curriculum.exercises {
      try write(try curriculum.stub(of: exercise), to: exercise.file)
    }
  }

  /// Puts the solution of each exercise in its place, markers and all.
  func solve(_ ids: String...) throws {
    for id in ids {
      let exercise = try exercise(id)
      try write(try workbook.text(exercise.solution), to: exercise.file)
    }
  }

  func write(_ text: String, to path: String) throws {
    try Files.write(Array(text.utf8), to: root + "/" + path)
  }

  /// Changes a file's text; the words have to stand there.
  func edit(_ path: String, replacing old: String, with new: String) throws {
    let text = try workbook.text(path)
    try #require(text.contains(old), "\(path) does not hold \(old)")
    try write(text.replacing(old, with: new, maxReplacements: 1), to: path)
  }

  /// Runs a command line of the grader's here.
  func grader(_ arguments: String...) -> GraderRun { GraderRun(arguments, in: root) }
}

/// What a command line of the grader's came to.
struct GraderRun {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: [String], in folder: String, width: Int = 80, grader: Grader = Staff.grader) {
    nonisolated(unsafe) var output = ""
    nonisolated(unsafe) var errors = ""
    let console = Console(
      write: { output += $0 }, writeError: { errors += $0 }, width: width)
    status = grader.run(arguments, from: folder, console: console)
    self.output = output
    self.errors = errors
  }

  /// The JSON report on standard output, which has to be one object and nothing else.
  var report: Report {
    get throws { try JSONDecoder().decode(Report.self, from: Data(output.utf8)) }
  }

  /// The verdicts by id.
  var verdicts: [String: ExerciseStatus] {
    get throws { Dictionary(uniqueKeysWithValues: try report.exercises.map { ($0.id, $0.verdict) }) }
  }
}
