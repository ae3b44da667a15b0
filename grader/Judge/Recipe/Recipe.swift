import CurriculumKit
import SystemKit

/// Everything of a chapter that decides what a build produces. Equal recipes give equal programs.
package struct Recipe: Hashable, Sendable {
  /// A suite with the tests that its source promises.
  package struct Suite: Hashable, Sendable {
    package let file: SourceFile
    package let tests: [SuiteSource.Test]
  }

  package let chapter: Chapter
  /// The files of the chapter's module, by name.
  package let subjects: [SourceFile]
  /// The suites that were asked for.
  package let suites: [Exercise: Suite]
  /// Blank files for the other suites.
  package let blanks: [SourceFile]
  /// Names all of the above.
  package let digest: String

  package init(chapter: Chapter, subjects: [SourceFile], suites: [Exercise: Suite], blanks: [SourceFile] = [])
  {
    self.chapter = chapter
    self.subjects = subjects.sorted { $0.name < $1.name }
    self.suites = suites
    self.blanks = blanks
    let files = self.subjects + suites.values.map(\.file).sorted { $0.name < $1.name }
    let lines = files.map { "\($0.name) \($0.origin.rawValue) \($0.content.fingerprint)" }
    digest = Fingerprint.of(([chapter.folder] + lines).joined(separator: "\n").utf8)
  }

  /// The files of the runner's module, by name: each of the chapter's suites, blank where it was not asked for.
  package var runnerFiles: [SourceFile] {
    (suites.values.map(\.file) + blanks).sorted { $0.name < $1.name }
  }

  /// What is judged or helps it: everything that a learner wrote.
  package var submitted: [SourceFile] { subjects.filter { $0.origin == .submission || $0.origin == .helper } }
}
