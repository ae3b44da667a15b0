import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// The rules on what builds and runs show, on judgements from memory. All of them are applied: one cause has to bring one
/// finding.
@Suite struct TrialRulesTests {
  private let exercise = SampleExercise.exercise
  private let tests = SampleExercise.tests
  private let sample = SampleExercise()

  private func failure(_ test: String, _ verdict: TestVerdict = .failed, _ actual: String = "no")
    -> Recorded.Failure
  {
    Recorded.Failure(test: test, verdict: verdict, failures: verdict == .failed ? [.fixture(actual)] : [])
  }

  /// The sample with one of its mistakes changed.
  private func sample(_ change: (inout Mistakes.Mistake) -> Void) -> SampleExercise {
    var mistakes = SampleExercise.mistakes
    change(&mistakes[0])
    return SampleExercise(mistakes: JSON.text(Mistakes(mistakes: mistakes)))
  }

  @Test func `nothing is found in an exercise as it has to be`() throws {
    #expect(try sample.trialFindings() == [])
  }

  @Test func `a solution that fails is one finding, and nothing else is tried`() throws {
    let tryout = ScriptedTryout()
    tryout.answer("public func", [failure(tests[1])])
    let trial = try #require(try Trial.run(sample.parts, on: tryout))
    #expect(
      RuleBook.trial.findings(trial).map(\.message)
        == ["\(exercise.solution) is failing: `order is the same` failed. Mend the solution or the suite."])
    #expect(tryout.judged == [SampleExercise.solution])
    #expect(trial.recording == nil, "it says nothing about the mistakes")
  }

  @Test func `a solution that does not compile is reported with the line`() throws {
    let error = Diagnostic(message: "no such name", file: exercise.file, line: 7)
    let findings = try sample.trialFindings { $0.answer("public func", .doesNotCompile([error])) }
    #expect(
      findings == [
        "solutionPasses: \(exercise.solution) does not compile: line 7: no such name. Mend the solution or the suite."
      ])
  }

  @Test func `an alternative that the suite refuses, or that does not compile, is reported`() throws {
    let other = "import PostRoad\n// another way\n"
    let sample = SampleExercise(alternatives: [SampleExercise.solution, other])
    #expect(try sample.trialFindings() == [])
    #expect(
      try sample.trialFindings { $0.answer("another way", [self.failure(self.tests[0])]) } == [
        "alternativesSolved: \(exercise.alternative) is failing: `one and one is two` failed. Mend the alternative, or let the suite accept it."
      ])
    let error = Diagnostic(message: "no such name", line: 2)
    #expect(
      try sample.trialFindings { $0.answer("another way", .doesNotCompile([error])) }.first?.contains(
        "does not compile: line 2: no such name") == true)
  }

  @Test func `a test that passes on the stub, and one that fails for another reason, are reported`() throws {
    let stub = "throw NotStarted()"
    let place = "stubFails: \(exercise.suiteFile)"
    let findings = try sample.trialFindings {
      $0.answer(stub, $0.notStarted(self.tests[2...], [self.failure(self.tests[1])]))
    }
    try #require(findings.count == 2)
    #expect(findings[0].hasPrefix("\(place):3: `one and one is two` passes on the stub"))
    #expect(findings[1].hasPrefix("\(place):8: `order is the same` fails on the stub, but not as"))
  }

  @Test func `a stub that crashes is reported at the test that crashed alone`() throws {
    let findings = try sample.trialFindings {
      $0.answer(
        "throw NotStarted()",
        [self.failure(self.tests[0], .crashed)] + self.tests.dropFirst().map { self.failure($0, .notRun) })
    }
    #expect(findings.count == 1)
    #expect(findings.first?.contains("`one and one is two`: crashed on the stub") == true)
  }

  @Test func `a mistake that is not caught is one finding`() throws {
    #expect(
      try sample.trialFindings { $0.answer("a - b", []) } == [
        "mistakeCaught: \(exercise.mistakes): \"subtracts\" is not caught by `one and one is two` (passed) and `order is the same` (passed): sharpen the test, or name another."
      ])
  }

  @Test func `a mistake that does not compile is one finding`() throws {
    let error = Diagnostic(message: "no such name", line: 7)
    #expect(
      try sample.trialFindings { $0.answer("a - b", .doesNotCompile([error])) } == [
        "mistakeCaught: \(exercise.mistakes): \"subtracts\" does not compile: line 7: no such name."
      ])
  }

  @Test func `an end that is not what ends says is one finding`() throws {
    let said = "mistakeCaught: \(exercise.mistakes): \"subtracts\" ends"
    #expect(
      try sample { $0.ends = .crashed }.trialFindings()
        == ["\(said) without a crash or a hang, but `ends` says crashed."])
    #expect(
      try sample.trialFindings { $0.answer("a - b", [self.failure(self.tests[0], .crashed)]) }
        == ["\(said) crashed, but `ends` says nothing."])
  }

  @Test func `a mistake whose target is gone is not tried, and brings no finding here`() throws {
    #expect(try sample { $0.find = ["a bicycle"] }.trialFindings() == [])
  }

  @Test func `two mistakes with the same words are to be merged, said once`() throws {
    let same = SampleExercise.failures(SampleExercise.mistakes[0])
    var recorded = SampleExercise.recorded
    recorded.answers[1].failures = same
    var mistakes = SampleExercise.mistakes
    mistakes[1].caughtBy = mistakes[0].caughtBy
    let sample = SampleExercise(
      mistakes: JSON.text(Mistakes(mistakes: mistakes)), recorded: JSON.text(recorded))
    let findings = try sample.trialFindings { $0.answer("let sum = a\n", same) }
    #expect(
      findings == [
        "testCatches: \(exercise.suiteFile):13: no mistake fails `zero adds nothing`: add one to \(exercise.mistakes) that it catches.",
        "mistakeNamed: \(exercise.mistakes): the suite says the same to \"subtracts\" and \"forgets b\". Merge them, or add a test that tells them apart.",
      ])
  }

  @Test(arguments: [[], ["a bicycle is refused"]])
  func `a mistake without a witness cannot be named, and has nothing to be merged with`(witnesses: [String])
    throws
  {
    let findings = try sample { $0.caughtBy = witnesses }.trialFindings()
    #expect(findings == [], "the rule on the file says it")
  }

  @Test func `two mistakes of one name have nothing to be merged`() throws {
    let findings = try sample { $0.name = SampleExercise.mistakes[1].name }.trialFindings()
    #expect(!findings.contains { $0.hasPrefix("mistakeNamed") }, "\(findings)")
  }

  @Test func `a test that no mistake fails is reported, and not where one is yet to be mended`() throws {
    var mistakes = SampleExercise.mistakes
    mistakes[2].replace = ["return sum - a"]
    mistakes[2].caughtBy = [tests[2]]
    var recorded = SampleExercise.recorded
    recorded.answers[2].failures = [failure(tests[2], .failed, "minus"), failure(tests[3], .notRun)]
    let sample = SampleExercise(
      mistakes: JSON.text(Mistakes(mistakes: mistakes)), recorded: JSON.text(recorded))
    let findings = try sample.trialFindings { $0.answer("return sum - a", recorded.answers[2].failures) }
    #expect(
      findings == [
        "testCatches: \(exercise.suiteFile):18: no mistake fails `less than zero is fine`: add one to \(exercise.mistakes) that it catches."
      ], "a test that did not run caught nothing")
    #expect(try self.sample { $0.caughtBy = [self.tests[3]] }.trialFindings().count == 1)
  }
}
