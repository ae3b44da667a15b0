@testable import GraderKit

extension Chapter {
  /// A chapter without a folder.
  static func fixture(_ folder: String = "01-DNSMessages") -> Chapter {
    // The name is of the right form.
    Chapter(folder: folder)!
  }
}

extension Recipe {
  /// 1.1 as it was handed in, the reference of 1.2, and the suite of 1.1.
  static func fixture() -> Recipe {
    let chapter = Chapter.fixture()
    let first = Exercise(chapter: chapter, number: 1, name: "Header")
    let second = Exercise(chapter: chapter, number: 2, name: "HeaderEncoding")
    func file(_ name: String, _ path: String, _ origin: SourceFile.Origin, _ exercise: Exercise) -> SourceFile
    {
      SourceFile(name: name, path: path, origin: origin, content: Content(""), exercise: exercise)
    }
    return Recipe(
      chapter: chapter,
      subjects: [
        file(first.fileName, first.file, .submission, first),
        file(second.fileName, second.solution, .reference, second),
      ],
      suites: [first: Suite(file: file(first.suiteFileName, first.suiteFile, .suite, first), tests: [])],
      blanks: [file(second.suiteFileName, second.suiteFile, .blank, second)])
  }
}

extension LinkedSuite {
  /// A suite with these tests in a program that is nowhere.
  static func fixture(_ exercise: Exercise, tests: [SuiteSource.Test]) -> LinkedSuite {
    let paths = LaidPaths(recipe: .fixture(), workspace: "/nowhere/bench", workbook: "/nowhere")
    return LinkedSuite(
      exercise: exercise, tests: tests,
      program: TestProgram(recipe: .fixture(), path: "/nowhere/program", paths: paths))
  }
}

extension RecordedCrash {
  /// The folders that the recordings name.
  static let paths = LaidPaths(
    recipe: .fixture(), workspace: "/home/ada/post road/.build/grader/bench", workbook: "/home/ada/post road")
}
