import CurriculumKit
import GraderKit
import JudgeKit

/// Lays every two mistakes of an exercise at once and looks whom the report names: one of the two, or nobody.
struct PairAudit {
  /// What came of the pairs of one exercise.
  struct Count: Sendable {
    var pairs = 0
    /// Their places in the solution overlap, or together they do not compile.
    var apart = 0
    var oneOfThem = 0
    var nobody = 0
    /// A third mistake, which does just what the two do together: the suite says the same, word for word.
    var third = 0
    /// Somebody who was not there: a wrong diagnosis.
    var wrong: [String] = []

    mutating func add(_ other: Count, of exercise: Exercise) {
      pairs += other.pairs
      apart += other.apart
      oneOfThem += other.oneOfThem
      nobody += other.nobody
      third += other.third
      wrong += other.wrong.map { "\(exercise.id): \($0)" }
    }
  }

  let workshop: JudgingContext

  func run(on exercise: Exercise) throws -> Count {
    let workbook = workshop.curriculum.workbook
    let solution = try workbook.text(exercise.solution)
    let mistakes = try Mistakes.read(exercise, workbook).mistakes
    let answers = try Recorded.read(exercise, workbook)?.answers ?? []
    var count = Count()
    for (index, first) in mistakes.enumerated() {
      for second in mistakes[(index + 1)...] {
        count.pairs += 1
        guard let text = first.applied(to: solution).flatMap(second.applied(to:)) else {
          count.apart += 1
          continue
        }
        let patience = first.ends == .hung || second.ends == .hung ? 2.0 : nil
        workshop.activity.say(
          "\(exercise.id) pair \(count.pairs) of \(mistakes.count * (mistakes.count - 1) / 2)")
        let judgement = try workshop.judge(exercise, as: text, patience: patience)
        guard judgement.verdict != .doesNotCompile else {
          count.apart += 1
          continue
        }
        switch MistakeFinder.diagnose(judgement, of: exercise, in: workbook)?.mistake {
        case nil: count.nobody += 1
        case first.name, second.name: count.oneOfThem += 1
        case let other?
        where answers.contains(Recorded.Answer(mistake: other, failures: Recorded.failures(in: judgement))):
          count.third += 1
        case let other?: count.wrong.append("\"\(first.name)\" with \"\(second.name)\" is named \"\(other)\"")
        }
      }
    }
    return count
  }
}
