@testable import CurriculumKit
@testable import JudgeKit

/// A chapter whose files are words, and where each exercise calls the one before it.
struct ImaginedChapter {
  let chapter = Chapter.fixture("01-Imagined")
  let exercises: [Exercise]

  init(count: Int) {
    let chapter = chapter
    exercises = (1...count).map { Exercise(chapter: chapter, number: $0, name: "E\($0)") }
  }

  static let tests = ["one", "two", "three"].enumerated().map {
    SuiteSource.Test(name: $1, reference: nil, line: $0 + 1, assertions: 1)
  }

  /// The sources with these answers, one for each exercise, and these helper files.
  func sources(_ answers: [Behaviour], helpers: [Behaviour] = []) -> ChapterSources {
    func file(_ exercise: Exercise, _ origin: SourceFile.Origin, _ behaviour: Behaviour) -> SourceFile {
      SourceFile(
        name: exercise.fileName, path: exercise.solution, origin: origin,
        content: Content(behaviour.rawValue), exercise: exercise)
    }
    func each<Value>(_ make: (Exercise) -> Value) -> [Exercise: Value] {
      Dictionary(uniqueKeysWithValues: exercises.map { ($0, make($0)) })
    }
    return ChapterSources(
      chapter: chapter, exercises: exercises,
      submissions: Dictionary(
        uniqueKeysWithValues: zip(exercises, answers).map {
          ($0, $1 == .stub ? .untouched : .written(Content($1.rawValue)))
        }),
      isLearners: true, hasReferences: true,
      helpers: helpers.enumerated().map { index, behaviour in
        SourceFile(
          name: "Helper\(index).swift", path: "Exercises/01-Imagined/Helper\(index).swift", origin: .helper,
          content: Content(behaviour.rawValue))
      },
      references: each { file($0, .reference, .reference) }, stubs: each { file($0, .stub, .stub) },
      suites: each { exercise in
        Recipe.Suite(
          file: SourceFile(
            name: exercise.suiteFileName, path: exercise.suiteFile, origin: .suite,
            content: Content(exercise.suite), exercise: exercise),
          tests: Self.tests)
      })
  }
}
