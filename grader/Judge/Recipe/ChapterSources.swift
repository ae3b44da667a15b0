import CurriculumKit
import SystemKit

/// The sources of a chapter as they were read once: what all recipes of one judging are made of.
package struct ChapterSources: Sendable {
  package let chapter: Chapter
  /// In the order of the book.
  package let exercises: [Exercise]
  /// What was handed in, with how it is to be taken; nil for an exercise that only its reference speaks for.
  package let submissions: [Exercise: Submission]
  /// Whether what was handed in is the learner's, or stands in the place of a solution.
  package let isLearners: Bool
  /// Whether references can stand in; else stubs do, and the learner's own work has to.
  package let hasReferences: Bool
  /// Further files of the learner's.
  package internal(set) var helpers: [SourceFile]
  package let references: [Exercise: SourceFile]
  package let stubs: [Exercise: SourceFile]
  package let suites: [Exercise: Recipe.Suite]

  /// What was handed in and can be compiled.
  package var written: [Exercise] { exercises.filter { submissions[$0]?.text != nil } }

  /// The recipe that lays `submitted` as it was handed in, and references for all else that the judged may call.
  ///
  /// An exercise may call earlier ones of its chapter, so up to the last one that is judged or laid references stand in; what
  /// comes after it needs only to be declared.
  package func recipe(
    laying submitted: [Exercise], judging judged: [Exercise], without dropped: Set<String> = []
  )
    throws -> Recipe
  {
    let last = (submitted + judged).map(\.number).max() ?? 0
    let files = try exercises.map { exercise in
      if submitted.contains(exercise), let content = submissions[exercise]?.content {
        return SourceFile(
          name: exercise.fileName, path: isLearners ? exercise.file : exercise.solution, origin: .submission,
          content: content,
          exercise: exercise)
      }
      let source = exercise.number <= last ? references[exercise] : stubs[exercise]
      guard let source else { throw GraderError.missing(exercise.solution) }
      return source
    }
    var asked: [Exercise: Recipe.Suite] = [:]
    for exercise in judged {
      guard let suite = suites[exercise] else { throw GraderError.missing(exercise.suiteFile) }
      asked[exercise] = suite
    }
    let blanks = exercises.filter { asked[$0] == nil }.map { exercise in
      SourceFile(
        name: exercise.suiteFileName, path: exercise.suiteFile, origin: .blank, content: Self.blank,
        exercise: exercise)
    }
    return Recipe(
      chapter: chapter,
      subjects: files + (submitted.isEmpty ? [] : helpers.filter { !dropped.contains($0.name) }),
      suites: asked, blanks: blanks)
  }

  /// The same without the learner's further files.
  package var withoutHelpers: ChapterSources {
    var sources = self
    sources.helpers = []
    return sources
  }

  private static let blank = Content("// Filled when its exercise is judged.\n")

  package func tests(of exercise: Exercise) throws -> [SuiteSource.Test] {
    guard let suite = suites[exercise] else { throw GraderError.missing(exercise.suiteFile) }
    return suite.tests
  }
}
