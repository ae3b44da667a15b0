import Synchronization

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit

/// Answers from memory what an audit tries out, and remembers what it was asked.
final class ScriptedTryout: Tryout {
  /// The judgement of a text, by words that are in it; what has none of them is solved.
  var answers: [(words: String, judgement: Judgement)] = []
  var strict: [SourceKind: Compilation] = [:]
  var plain = Compilation.compiled
  private(set) var judged: [String] = []
  private(set) var compiled: [String] = []

  private let parts: ExerciseParts

  /// The suite of the sample exercise, where the mistakes are caught with the recorded words and the stub is not started.
  init(_ sample: SampleExercise = SampleExercise()) {
    parts = sample.parts
    let words = ["let sum = a - b", "let sum = a\n", "return sum + 1"]
    for (words, mistake) in zip(words, SampleExercise.mistakes) {
      answers.append((words, judgement(SampleExercise.failures(mistake))))
    }
    answers.append(("throw NotStarted()", notStarted(SampleExercise.tests)))
  }

  /// The judgement with these failures; all other tests pass.
  func judgement(_ failures: [Recorded.Failure]) -> Judgement {
    var outcome = Outcome()
    for test in parts.tests { outcome.tests[test.name] = TestOutcome(verdict: .passed) }
    for failure in failures {
      outcome.tests[failure.test] = TestOutcome(
        verdict: failure.verdict,
        issues: failure.failures.map { TestIssue(message: "no", failure: $0) }
          + failure.messages.map { TestIssue(message: $0) })
    }
    return Judgement(outcome, of: .fixture(parts.exercise, tests: parts.tests))
  }

  /// The judgement where these tests met the stub, and these fail; all other tests pass.
  func notStarted(_ tests: some Sequence<String>, _ failures: [Recorded.Failure] = []) -> Judgement {
    var judgement = judgement(failures)
    let issue = TestIssue.notStarted(in: parts.exercise.file)
    for index in judgement.tests.indices where tests.contains(judgement.tests[index].source.name) {
      judgement.tests[index].outcome = TestOutcome(verdict: .failed, issues: [issue])
    }
    judgement.verdict = .failing
    return judgement
  }

  /// Answers something else to the texts with these words.
  func answer(_ words: String, _ failures: [Recorded.Failure]) { answer(words, judgement(failures)) }
  func answer(_ words: String, _ judgement: Judgement) { answers.insert((words, judgement), at: 0) }

  func judge(_ exercise: Exercise, text: String, patience: Double?, linking suites: [Exercise]) throws
    -> Judgement
  {
    judged.append(text)
    return answers.first { text.contains($0.words) }?.judgement ?? judgement([])
  }

  /// Nothing is told of several at once.
  func judge(_ chapter: Chapter, _ texts: [Exercise: String], linking suites: [Exercise]) throws
    -> [Exercise: Judgement]
  { [:] }

  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation
  {
    compiled.append("\(kind.rawValue) \(strictly ? "strictly" : "plainly")")
    return strictly ? strict[kind] ?? .compiled : plain
  }

  func say(_ doing: String) {}
}

extension Trial {
  /// The trial of an exercise that is alone in its chapter; nil where its solution or its suite is missing.
  static func run(_ parts: ExerciseParts, on tryout: any Tryout) throws -> Trial? {
    try BatchedTrials(benches: OneBench(tryout: tryout)).run([parts]).first
  }
}

extension SampleExercise {
  /// What all rules on trials say, each with its rule's name.
  func trialFindings(_ change: (ScriptedTryout) -> Void = { _ in }) throws -> [String] {
    let tryout = ScriptedTryout(self)
    change(tryout)
    let trial = try Trial.run(parts, on: tryout)
    return trial.map { RuleBook.trial.findings($0).map { "\($0.rule): \($0.message)" } } ?? []
  }
}
