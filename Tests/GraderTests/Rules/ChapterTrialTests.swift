import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit

/// What the compiler says of a chapter: the first cause alone.
@Suite struct ChapterTrialTests {
  private let header = SampleExercise.neighbour
  private let sum = SampleExercise.exercise

  private func run(_ change: (ScriptedTryout) -> Void) throws -> (trial: ChapterTrial, findings: [Finding]) {
    let tryout = ScriptedTryout()
    change(tryout)
    let trial = try ChapterTrial.run(SampleChapter().parts, on: tryout)
    return (trial, RuleBook.chapterTrial.findings(trial))
  }

  private func error(_ file: String, _ line: Int, _ message: String = "no such name") -> Diagnostic {
    Diagnostic(message: message, file: file, line: line)
  }

  /// The findings where a chapter does not compile at all.
  private func blocked(_ errors: Diagnostic...) throws -> [Finding] {
    let (trial, findings) = try run {
      $0.strict[.solutions] = .failed(Rejection(diagnostics: errors, lastError: ""))
      $0.plain = .failed(Rejection(diagnostics: errors, lastError: ""))
    }
    #expect(trial.isBlocked)
    #expect(trial.strict[.stubs] == nil, "the stubs would say the same again")
    return findings
  }

  @Test func `nothing is found where all compiles`() throws {
    let (trial, findings) = try run { _ in }
    #expect(findings == [])
    #expect(!trial.isBlocked)
    #expect(trial.brokenStubs == [])
  }

  @Test func `an error in the vocabulary is one finding, whatever follows from it`() throws {
    let findings = try blocked(
      error(sum.solution, 3), error(sum.suiteFile, 9), error("Tests/Support/HexBytes.swift", 4),
      error("Chapters/PostRoad/01-DNSMessages/Name.swift", 2), error(header.solution, 1))
    #expect(
      findings == [
        Finding(
          exercise: "1", rule: "compilesStrictly",
          message: "Chapters/PostRoad/01-DNSMessages/Name.swift:2: no such name")
      ])
  }

  @Test func `an error in a support file comes before those of solutions and suites`() throws {
    let findings = try blocked(
      error(sum.suiteFile, 9), error(header.solution, 1), error("Tests/Support/HexBytes.swift", 4))
    #expect(findings.map(\.message) == ["Tests/Support/HexBytes.swift:4: no such name"])
  }

  @Test func `an error in a solution is that exercise's`() throws {
    let findings = try blocked(error(header.suiteFile, 9), error(sum.solution, 3), error(header.solution, 1))
    #expect(findings.map(\.message) == ["\(sum.solution):3: no such name"])
    #expect(findings.map(\.exercise) == ["1.2"])
  }

  @Test func `of each suite that does not compile the first error is reported`() throws {
    let findings = try blocked(
      error(sum.suiteFile, 9), error(sum.suiteFile, 12), error(header.suiteFile, 1))
    #expect(
      findings.map(\.message) == ["\(sum.suiteFile):9: no such name", "\(header.suiteFile):1: no such name"])
  }

  @Test func `a build that names no file is reported with its last words`() throws {
    let (trial, findings) = try run {
      $0.strict[.solutions] = .failed(
        Rejection(diagnostics: [], lastError: "the build failed: undefined symbol"))
      $0.plain = $0.strict[.solutions]!
    }
    #expect(trial.isBlocked)
    #expect(findings.map(\.message) == ["Solutions/01-DNSMessages: the build failed: undefined symbol"])
  }

  @Test func `warnings are reported each, and block nothing`() throws {
    let (trial, findings) = try run {
      $0.strict[.solutions] = .failed(
        Rejection(diagnostics: [self.error(self.sum.solution, 3, "never used")], lastError: ""))
      $0.strict[.stubs] = .failed(
        Rejection(diagnostics: [self.error(self.sum.file, 2, "never read")], lastError: ""))
    }
    #expect(!trial.isBlocked)
    #expect(findings.map(\.message) == ["\(sum.solution):3: never used", "\(sum.file):2: never read"])
    #expect(findings.map(\.exercise) == ["1.2", "1.2"])
    #expect(trial.brokenStubs == [sum])
  }

  @Test func `the same cause in two chapters is shown once`() {
    let journal = FindingJournal { _ in }
    for place in ["1", "5"] {
      journal.add([
        Finding(exercise: place, rule: "compilesStrictly", message: "Chapters/PostRoad/A.swift:1: no")
      ])
    }
    journal.add([Finding(exercise: "5", rule: "noStrays", message: "other")])
    #expect(journal.findings.map(\.exercise) == ["1", "5"])
    #expect(journal.findings.map(\.rule) == ["compilesStrictly", "noStrays"])
  }
}
