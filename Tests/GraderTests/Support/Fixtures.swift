@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

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

extension CheckFailure {
  /// A failure that says so.
  static func fixture(_ actual: String = "no") -> CheckFailure {
    CheckFailure(call: "call(_:)", input: "1", expected: "yes", actual: actual, rule: "it is yes")
  }
}

extension TestIssue {
  /// A check's failure.
  static func fixture(_ actual: String = "no") -> TestIssue {
    TestIssue(message: "words of a toolchain", failure: .fixture(actual))
  }

  /// What a stub throws.
  static func notStarted(in file: String) -> TestIssue {
    let words = "not started: write it in \(file), line 7"
    return TestIssue(
      message: "words of a toolchain: \(words)",
      thrown: ThrownError(type: ThrownError.notStarted, description: words))
  }
}

extension RecordedCrash {
  /// A run that ended so. The runtime writes its last words to standard error, and the backtrace to a file.
  static func run(_ words: String, _ ending: ChildProcess.Ending, records: [StreamRecord] = []) -> SuiteRun {
    let end = words.firstRange(of: "*** Signal ")?.lowerBound ?? words.endIndex
    let backtrace = end == words.endIndex ? words : String(words[end...])
    return SuiteRun(
      records: records, ending: ending, errors: words[..<end] + "\n*** Signal 4: Backtracing",
      backtrace: backtrace)
  }

  /// The folders that the recordings name.
  static let paths = LaidPaths(
    recipe: .fixture(), workspace: "/home/ada/post road/.build/grader/bench", workbook: "/home/ada/post road")
}
