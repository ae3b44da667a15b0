import CurriculumKit

/// Judging in a copy without solutions: no reference can stand in for a neighbour, only the learner's own solved work.
extension ChapterJudge {
  /// The verdicts where an exercise is judged among those of the learner's that are solved, and stubs for all else.
  ///
  /// What is solved is the largest set of exercises that all pass in one program. Whatever fails outside of it, and called a stub
  /// of another exercise while its suite ran, cannot be judged before that one is solved: it waits.
  func judgeAmongSolved(_ targets: [Exercise]) throws -> [Exercise: Judgement] {
    guard let last = targets.map(\.number).max() else { return [:] }
    let solved = try acceptTogether(sources.written.filter { $0.number <= last }).accepted
    var verdicts: [Exercise: Judgement] = [:]
    for target in targets {
      var judgement = try solved[target] ?? judge(target, among: Array(solved.keys))
      judgement.evidence = .amongOwn
      verdicts[target] = judgement
    }
    return verdicts
  }

  private func judge(_ target: Exercise, among solved: [Exercise]) throws -> Judgement {
    let attempt = try build(solved + [target], judging: target)
    guard let program = attempt.program else {
      let own = sources.written.filter { $0 != target }
      return try judgeAmongOwn(target, own).map { waiting($0, of: target) }
        ?? verdictOnRejected(target, attempt)
    }
    return waiting(try run(target, in: program, with: attempt), of: target)
  }

  private func waiting(_ judgement: Judgement, of target: Exercise) -> Judgement {
    guard judgement.verdict != .solved else { return judgement }
    let missing = sources.exercises.filter { $0 != target && judgement.calledStubs.contains($0.file) }
    guard !missing.isEmpty else { return judgement }
    var waiting = Judgement(verdict: .waiting)
    waiting.waitsFor = missing.map(\.id)
    return waiting
  }
}
