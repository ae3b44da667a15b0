/// The last verdicts on what a learner handed in, each with whether it still holds.
struct VerdictRecord {
  private let session: Session
  private let subject: Subject
  private let evidence: Evidence
  private let memory: Memory
  /// What could not be read, in a sentence.
  let warning: String?

  init(session: Session, subject: Subject) throws {
    self.session = session
    self.subject = subject
    evidence = Evidence(curriculum: session.curriculum, subject: subject)
    (memory, warning) = try session.memory.read()
  }

  /// The verdict of the last judging; `isStale` where something it depends on has changed since.
  func last(_ exercise: Exercise) -> (verdict: Memory.Verdict, isStale: Bool)? {
    guard let verdict = memory.verdicts[exercise.path] else { return nil }
    return (verdict, verdict.evidence != evidence.of(exercise))
  }

  func isSolved(_ exercise: Exercise) -> Bool {
    guard case .written = subject.submission(of: exercise), let last = last(exercise) else { return false }
    return last.verdict.verdict == .solved && !last.isStale
  }

  /// The judgement of what was solved and has not changed since.
  func solved(_ exercise: Exercise) throws -> Judgement? {
    guard isSolved(exercise) else { return nil }
    let tests = try session.curriculum.suite(of: exercise).tests
    guard tests.count == memory.verdicts[exercise.path]?.tests else { return nil }
    var judgement = Judgement(verdict: .solved)
    judgement.tests = tests.map { ($0, TestOutcome(verdict: .passed)) }
    judgement.diagnostics = session.curriculum.importNotes(on: exercise, in: subject)
    return judgement
  }

  /// Remembers verdicts. A workbook that cannot be written is judged all the same.
  func keep(_ judgements: [Exercise: Judgement]) {
    guard memory.verdicts.isEmpty == false || judgements.values.contains(where: { $0.verdict != .notStarted })
    else { return }
    if let warning { session.console.errorLine("grader: \(warning)") }
    try? session.memory.change { memory in
      for (exercise, judgement) in judgements {
        // What is not started says so itself.
        guard judgement.verdict != .notStarted else {
          memory.verdicts[exercise.path] = nil
          continue
        }
        memory.verdicts[exercise.path] = Memory.Verdict(
          verdict: judgement.verdict, passed: judgement.passed, tests: judgement.tests.count,
          evidence: evidence.of(exercise))
      }
    }
  }
}
