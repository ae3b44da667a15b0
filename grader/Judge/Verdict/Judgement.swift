import CurriculumKit

/// Which files a verdict was reached over.
package enum Evidence: String, Sendable {
  /// The exercise's own, among references.
  case alone
  /// All that the learner wrote in the chapter.
  case amongOwn
}

/// All that is said of one exercise.
package struct Judgement: Sendable {
  package var verdict: ExerciseVerdict
  /// In the order of the suite's source; empty where nothing was run.
  package var tests: [(source: SuiteSource.Test, outcome: TestOutcome)] = []
  package var diagnostics: [Diagnostic] = []
  /// What the verdict was reached over.
  package var evidence = Evidence.alone
  /// What the code printed while its suite ran.
  package var printed = PrintedOutput()
  /// The files of the stubs that were called while its suite ran, as `NotStarted` names them.
  package var calledStubs: Set<String> = []
  /// The ids of the exercises that have to be solved before this one can be judged.
  package var waitsFor: [String] = []

  package static let notStarted = Judgement(verdict: .notStarted)

  package static func doesNotCompile(_ diagnostics: [Diagnostic]) -> Judgement {
    Judgement(verdict: .doesNotCompile, diagnostics: diagnostics)
  }

  /// A suite's outcome in the order of its source, with the paths of the workbook.
  package init(_ outcome: Outcome, of suite: LinkedSuite, printed: PrintedOutput = PrintedOutput()) {
    self.printed = printed
    let exercise = suite.exercise
    verdict = outcome.verdict
    tests = suite.tests.map { test in
      var result = outcome.tests[test.name] ?? TestOutcome(verdict: .notRun)
      result.issues = result.issues.map { $0.placed(in: exercise) }
      return (test, result)
    }
    if let fault = outcome.fault?.placed(in: exercise) {
      diagnostics.append(Diagnostic(message: fault.message, file: fault.file, line: fault.line))
    }
  }

  package init(verdict: ExerciseVerdict, diagnostics: [Diagnostic] = []) {
    self.verdict = verdict
    self.diagnostics = diagnostics
  }

  package var passed: Int { tests.count { $0.outcome.verdict == .passed } }
}

extension TestIssue {
  /// The stream names a suite's file by module: `DNSMessagesTests/01-HeaderTests.swift`.
  fileprivate func placed(in exercise: Exercise) -> TestIssue {
    var placed = self
    if file == "\(exercise.chapter.suiteModule)/\(exercise.suiteFileName)" {
      placed.file = exercise.suiteFile
    }
    return placed
  }
}
