@testable import CurriculumKit
@testable import JudgeKit

/// Builds recipes of the imagined chapter in memory, by the rules that a compiler has.
final class ImaginedCompiler: Building {
  private(set) var builds = 0
  /// What was ever built, in the order in which it was.
  private(set) var newest = ""

  func build(_ recipe: Recipe) throws -> BuildOutcome {
    builds += 1
    let errors = Self.errors(recipe)
    guard errors.isEmpty else { return .rejected(Rejection(diagnostics: errors, lastError: "error: no")) }
    newest = recipe.digest
    let paths = LaidPaths(recipe: recipe, workspace: "/imagined/bench", workbook: "/imagined")
    return .program(TestProgram(recipe: recipe, path: recipe.digest, paths: paths))
  }

  func compiles(_ exercise: Exercise, in recipe: Recipe) throws -> Bool {
    !Self.errors(recipe).contains { $0.file == exercise.file }
  }

  private static func errors(_ recipe: Recipe) -> [Diagnostic] {
    let behaviours = recipe.subjects.map { (file: $0, behaviour: Behaviour($0)) }
    let lends = behaviours.contains { $0.behaviour == .lending }
    var errors: [Diagnostic] = []
    for (index, (file, behaviour)) in behaviours.enumerated() {
      func find(_ message: String) { errors.append(Diagnostic(message: message, file: file.path)) }
      if behaviour == .broken { find("broken") }
      if behaviour.borrows, !lends { find("cannot find what others lend") }
      // The second of two equal declarations is the one that is named.
      if index > 0, behaviours[index - 1].behaviour == .colliding, file.exercise != nil {
        find("declared twice")
      }
      if index > 0, behaviours[index - 1].behaviour == .renamed, file.origin != .stub, file.exercise != nil {
        find("cannot find what the exercise before declared")
      }
    }
    // Suites are compiled once the chapter is.
    guard errors.isEmpty else { return errors }
    return behaviours.compactMap { file, behaviour in
      guard behaviour == .renamed, let exercise = file.exercise, recipe.suites[exercise] != nil else {
        return nil
      }
      return Diagnostic(message: "cannot find it", file: exercise.suiteFile)
    }
  }
}

/// Runs suites of the imagined chapter.
struct ImaginedRunner: Running {
  func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
    -> SuiteRun
  {
    let files = suite.program.recipe.subjects.filter { $0.exercise != nil }
    guard let index = files.firstIndex(where: { $0.exercise == suite.exercise }) else {
      return SuiteRun(records: [], ending: .exited(69), errors: "")
    }
    let own = Behaviour(files[index])
    let called = index > 0 ? Behaviour(files[index - 1]) : .reference
    let wanted = suite.tests.filter { !skipping.contains($0) }
    var records = wanted.map { StreamRecord.test(id: $0.name, name: $0.name) }
    for test in wanted {
      records.append(.event(.init(kind: "testStarted", testID: test.name)))
      if test.name == "two" {
        if own == .crashing {
          return SuiteRun(records: records, ending: .signalled(4), errors: "", seconds: 0.1)
        }
        if own == .hanging {
          return SuiteRun(
            records: records, ending: .stopped(.silence(seconds: patience)), errors: "", seconds: patience)
        }
        if !Self.passes(own, calling: called) {
          let issue = StreamRecord.Issue(isFailure: true, message: "\(own) with \(called)")
          records.append(.event(.init(kind: "issueRecorded", testID: test.name, issue: issue)))
        }
      }
      records.append(.event(.init(kind: "testEnded", testID: test.name)))
    }
    records.append(.event(.init(kind: "runEnded")))
    let failed = wanted.contains { $0.name == "two" } && !Self.passes(own, calling: called)
    return SuiteRun(records: records, ending: .exited(failed ? 1 : 0), errors: "", seconds: 0.1)
  }

  private static func passes(_ own: Behaviour, calling called: Behaviour) -> Bool {
    let isServed = ![.mistake, .subtle, .borrowingMistake, .crashing, .hanging].contains(called)
    return switch own {
    case .mistake, .borrowingMistake, .stub: false
    case .compensating: called == .mistake
    default: isServed
    }
  }
}
