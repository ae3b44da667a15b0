import CurriculumKit
import Synchronization

/// Collects what came of mutants, exercise by exercise, and shows each exercise once it is complete.
final class MutantTally: Sendable {
  private struct State {
    var fates: [Int: [(mutant: Mutant, fate: MutantTrial.Fate)]] = [:]
    var left: [Int: Int]
    var results: [MutantAudit.Result] = []
  }

  private let subjects: [MutantAudit.Subject]
  private let state: Mutex<State>
  private let show: @Sendable (MutantAudit.Result) -> Void

  /// The jobs come in the order of the subjects.
  init(
    _ subjects: [MutantAudit.Subject], jobs: [MutantAudit.Job],
    show: @escaping @Sendable (MutantAudit.Result) -> Void
  ) {
    self.subjects = subjects
    self.show = show
    state = Mutex(State(left: jobs.reduce(into: [:]) { $0[$1.subject, default: 0] += 1 }))
  }

  var results: [MutantAudit.Result] { state.withLock(\.results) }

  @Sendable func add(_ done: MutantAudit.Done) {
    let index = done.job.subject
    let complete = state.withLock { state -> MutantAudit.Result? in
      state.fates[index, default: []] += zip(done.job.mutants, done.fates).map { ($0, $1) }
      state.left[index, default: 1] -= 1
      guard state.left[index] == 0 else { return nil }
      let result = MutantAudit.Result(subjects[index], state.fates[index] ?? [])
      state.results.append(result)
      return result
    }
    if let complete { show(complete) }
  }
}

extension MutantAudit.Result {
  /// What the fates of an exercise's mutants come to, with what its author says of them.
  init(_ subject: MutantAudit.Subject, _ fates: [(mutant: Mutant, fate: MutantTrial.Fate)]) {
    let exercise = subject.exercise
    count = MutantReport.PerExercise(exercise: exercise.id, name: exercise.name)
    var killed: Set<MutantPlace> = []
    for (mutant, fate) in fates {
      let place = MutantPlace(mutant)
      switch fate {
      case .uncompilable: count.uncompilable += 1
      case .killed:
        killed.insert(place)
        count.killed += 1
      case .survived where subject.equivalents.names(place): count.equivalent += 1
      case .survived:
        count.survived += 1
        survivors.append(
          MutantReport.Survivor(
            exercise: exercise.id, name: exercise.name, file: exercise.solution, line: mutant.line,
            operator: mutant.kind, before: mutant.before, after: mutant.after,
            ordinal: mutant.ordinal > 1 ? mutant.ordinal : nil))
      }
    }
    count.mutants = count.killed + count.survived + count.equivalent
    count.score = MutantReport.score(killed: count.killed, survived: count.survived)
    stale =
      subject.equivalents.problems(of: exercise, among: subject.all)
      + subject.equivalents.caught(of: exercise, killed: killed)
  }
}
