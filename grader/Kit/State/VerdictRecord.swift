import CurriculumKit
import JudgeKit

/// The last verdicts on what a learner handed in, each with whether it still holds.
struct VerdictRecord {
  private let session: Session
  private let sources: SourceSet
  private let memory: LearnerState
  /// What could not be read, in a sentence.
  let warning: String?

  init(session: Session, sources: SourceSet) throws {
    self.session = session
    self.sources = sources
    (memory, warning) = try session.memory.read()
  }

  /// The verdict of the last judging; `isStale` where something it depends on has changed since.
  func last(_ exercise: Exercise) throws -> (verdict: LearnerState.Verdict, isStale: Bool)? {
    guard let verdict = memory.verdicts[exercise.name] else { return nil }
    for evidence in [Evidence.alone, .amongOwn]
    where verdict.evidence == (try sources.digest(of: exercise, evidence)) {
      return (verdict, false)
    }
    return (verdict, true)
  }

  func isSolved(_ exercise: Exercise) throws -> Bool {
    guard case .written = try sources.subject.submission(of: exercise),
      memory.verdicts[exercise.name]?.verdict == .solved, let last = try last(exercise)
    else { return false }
    return !last.isStale
  }

  /// The judgement of what was solved and has not changed since.
  func solved(_ exercise: Exercise) throws -> Judgement? {
    guard try isSolved(exercise) else { return nil }
    let tests = try sources.sources(of: exercise.chapter).tests(of: exercise)
    guard tests.count == memory.verdicts[exercise.name]?.tests else { return nil }
    var judgement = Judgement(verdict: .solved)
    judgement.tests = tests.map { ($0, TestOutcome(verdict: .passed)) }
    return judgement
  }

  /// Remembers verdicts. A workbook that cannot be written is judged all the same, and that is reported.
  func keep(_ judgements: [Exercise: Judgement]) throws {
    guard memory.verdicts.isEmpty == false || judgements.values.contains(where: { $0.verdict != .notStarted })
    else { return }
    if let warning { session.console.errorLine("grader: \(warning)") }
    var verdicts: [(name: String, verdict: LearnerState.Verdict?)] = []
    for (exercise, judgement) in judgements {
      // What is not started says so itself.
      let isStarted = judgement.verdict != .notStarted
      let verdict = isStarted ? try remembered(judgement, of: exercise) : nil
      verdicts.append((exercise.name, verdict))
    }
    session.memory.change(reportingTo: session.console) { memory in
      for (name, verdict) in verdicts { memory.verdicts[name] = verdict }
    }
  }

  private func remembered(_ judgement: Judgement, of exercise: Exercise) throws -> LearnerState.Verdict {
    LearnerState.Verdict(
      verdict: judgement.verdict, passed: judgement.passed, tests: judgement.tests.count,
      evidence: try sources.digest(of: exercise, judgement.evidence))
  }
}
