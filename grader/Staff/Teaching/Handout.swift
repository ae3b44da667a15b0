import CurriculumKit
import GraderKit
import JudgeKit
import SystemKit

/// What a learner is handed out: the files of a package of their own, by path.
///
/// It is made from the course and never from anybody's work: `Exercises` are the stubs. What is the authors' alone (their suites,
/// the alternatives, the git history) stays out, and so does the lab where a chapter or the solutions are missing that it runs over.
struct Handout {
  let curriculum: Curriculum
  let chapters: [Chapter]
  let hasSolutions: Bool

  /// The lab runs over whatever is not solved yet by the solution.
  private var hasLab: Bool { hasSolutions && chapters == curriculum.chapters }

  private var workbook: Workbook { curriculum.workbook }

  /// What every copy has, where the course has it.
  private static let common = [
    "LICENSE", ".gitignore", ".swift-format", ".vscode", ".devcontainer", "grader", "Tests/Support/Common",
  ]

  /// What authors and instructors use, and what judges classes on other machines.
  private static let staff = [StaffProgram.folder + "/", "grader/Deploy/"]

  /// All files with their bytes.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let lab = try hasLab ? paths(LabManifest.folder) : []
    for path in try Self.common.flatMap(paths) + vocabulary() + lab
    where !Self.staff.contains(where: path.hasPrefix) {
      files[path] = try workbook.read(path)
    }
    files["Package.swift"] = Array(
      HandoutText.manifest(try workbook.text("Package.swift"), keeping: chapters).utf8)
    if let text = try workbook.textIfPresent("README.md") {
      let copy = curriculum.keeping(chapters)
      let readme = HandoutReadme(curriculum: copy, hasSolutions: hasSolutions, hasLab: hasLab)
      files["README.md"] = Array(readme.text(from: text).utf8)
    }
    for chapter in chapters { try add(chapter, to: &files) }
    return files
  }

  private func add(_ chapter: Chapter, to files: inout [String: [UInt8]]) throws {
    for path in try paths("Tests/\(chapter.folder)") + paths(chapter.support) {
      files[path] = try workbook.read(path)
    }
    for exercise in curriculum.exercises(of: chapter) {
      let stub = Array(try curriculum.stub(of: exercise).utf8)
      files[exercise.file] = stub
      if hasSolutions {
        files[exercise.solution] = try workbook.read(exercise.solution)
      } else {
        files[exercise.stub] = stub
      }
      if let recorded = try workbook.readIfPresent(exercise.recorded) { files[exercise.recorded] = recorded }
      guard workbook.exists(exercise.mistakes) else { continue }
      files[exercise.mistakes] =
        hasSolutions
        ? try workbook.read(exercise.mistakes)
        : Array(JSON.text(try Mistakes.read(exercise, workbook).withoutCode).utf8)
    }
  }

  /// The vocabulary of all chapters, which is one module, and the pages of those that are handed out.
  private func vocabulary() throws -> [String] {
    let others = curriculum.chapters.filter { !chapters.contains($0) }.flatMap { chapter in
      [chapter.page, "\(Exercise.book)/\(chapter.folder)/"]
    }
    return try paths("Chapters/PostRoad").filter { path in !others.contains { path.hasPrefix($0) } }
  }

  /// The files in a folder and below it, or the file itself; none where there is nothing. Editors' own begin with a dot.
  private func paths(_ path: String) throws -> [String] {
    guard workbook.isFolder(path) else { return workbook.exists(path) ? [path] : [] }
    return try workbook.names(in: path).filter { !$0.hasPrefix(".") }.flatMap { try paths("\(path)/\($0)") }
  }
}

extension Mistakes {
  /// The same without the lines that make a solution wrong: those are the solution's.
  var withoutCode: Mistakes {
    Mistakes(
      mistakes: mistakes.map { mistake in
        var named = mistake
        named.find = []
        named.replace = []
        return named
      })
  }
}
