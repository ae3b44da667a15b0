import CurriculumKit
import SystemKit

/// The chapters' sources of one judging, each read when it is first asked for and never again: a verdict and its evidence are
/// made from the same bytes.
package final class SourceSet {
  package let curriculum: Curriculum
  package let subject: Subject
  private var known: [Chapter: ChapterSources] = [:]
  private var given: String?

  package init(_ curriculum: Curriculum, subject: Subject) {
    self.curriculum = curriculum
    self.subject = subject
  }

  package func sources(of chapter: Chapter) throws -> ChapterSources {
    if let sources = known[chapter] { return sources }
    // Named before anything is judged: what changes meanwhile makes the verdict stale, and not the other way round.
    _ = try environment()
    let sources = try ChapterSources(chapter, subject: subject, curriculum: curriculum)
    known[chapter] = sources
    return sources
  }

  /// Names all that a verdict on an exercise depends on: where it has changed, the verdict is stale.
  package func digest(of exercise: Exercise, _ evidence: Evidence) throws -> String {
    let sources = try sources(of: exercise.chapter)
    let laid =
      switch evidence {
      case .alone: [exercise]
      case .amongOwn: sources.written
      }
    // What never had a suite was never judged by one.
    let judged = sources.suites[exercise] == nil ? [] : [exercise]
    let recipe = try sources.recipe(laying: laid, judging: judged)
    return Fingerprint.of("\(evidence.rawValue) \(try environment()) \(recipe.digest)".utf8)
  }

  /// The given files, the compiler and the grader, wherever the workbook is.
  private func environment() throws -> String {
    if let given { return given }
    let toolchain = try Toolchain()
    // By its sources: the program is linked anew for reasons that change no verdict. What authors and instructors use is another one.
    let workbook = curriculum.workbook
    let grader = try (workbook.namesIfPresent(in: "grader") ?? []).map { "grader/\($0)" }
      .filter { $0 != Workbook.staff }.sorted().map { Fingerprint.ofFolder(workbook.absolute($0)) }.joined()
    let all = try
      "\(BuildEnvironment.given(curriculum.workbook)) \(toolchain.identity(cachedIn: curriculum.workbook.absolute(".build/grader/toolchain"))) \(grader)"
    given = all
    return all
  }
}
