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

  /// Whether it was never judged as it is now.
  func isChanged(_ exercise: Exercise) throws -> Bool { try last(exercise)?.isStale ?? true }

  /// The exercise that was judged last.
  var lastJudged: Exercise? { session.curriculum.exercises.first { $0.name == memory.last } }

  /// Where the learner is. What these judgements say counts more than what is remembered. What is remembered as solved counts
  /// as that even where something it depends on has changed since; the last one alone has to be solved as it is now.
  func place(knowing judgements: [Exercise: Judgement] = [:]) -> Place {
    let last = lastJudged
    func isBegun(_ exercise: Exercise) throws -> Bool {
      if case .untouched = try sources.subject.submission(of: exercise) { return false }
      return true
    }
    return Place(
      exercises: session.curriculum.exercises, last: last,
      isSolved: { exercise in
        if let judgement = judgements[exercise] { return judgement.verdict == .solved }
        if exercise == last { return try isSolved(exercise) }
        return try memory.verdicts[exercise.name]?.verdict == .solved && isBegun(exercise)
      }, isBegun: isBegun)
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

  /// Remembers verdicts, and what the learner works on. A workbook that cannot be written is judged all the same, and that is
  /// reported.
  func keep(_ judgements: [Exercise: Judgement], working: [Exercise] = []) throws {
    let last = Place.last(lastJudged, judging: working) { judgements[$0]?.verdict == .solved }
    guard
      last != lastJudged || memory.verdicts.isEmpty == false
        || judgements.values.contains(where: { $0.verdict != .notStarted })
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
      if let last { memory.last = last.name }
    }
  }

  private func remembered(_ judgement: Judgement, of exercise: Exercise) throws -> LearnerState.Verdict {
    LearnerState.Verdict(
      verdict: judgement.verdict, passed: judgement.passed, tests: judgement.tests.count,
      evidence: try sources.digest(of: exercise, judgement.evidence))
  }
}
