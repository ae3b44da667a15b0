import GraderKit
import SystemKit

/// What `cohort` tells on a terminal or in an engine's log.
struct CohortView {
  let console: Console
  let target: String

  func tell(_ result: CohortRun.Result, of cohort: Cohort, shard: Shard, _ isolation: Isolation) {
    let outcome = result.outcome
    tell(outcome.grades)
    let remembered = outcome.grades.count + outcome.unstable.count - result.judged
    let counts =
      "\(result.judged.pluralized("submission")) judged"
      + (remembered > 0 ? ", \(remembered) known already" : "")
    let place = shard == .all ? "results.csv" : shard.journal
    say("\(counts). \(target)/\(place)")
    say("Compiled and run \(isolation).")
    for name in cohort.others { complain("\(name) is no submission.") }
    tell(unstable: outcome.unstable)
    for (place, name) in outcome.missing {
      complain(
        "\(name) was not judged: \(result.troubles[place] ?? "it was not begun") The same command judges it again."
      )
    }
  }

  func tell(merged outcome: CohortOutcome, shards: Int?) {
    tell(outcome.grades)
    say("\(outcome.grades.count.pluralized("submission")) merged. \(target)/results.csv")
    tell(unstable: outcome.unstable)
    guard !outcome.missing.isEmpty else { return }
    for (_, name) in outcome.missing { complain("\(name) has no verdict yet.") }
    if let shards {
      for index in Set(outcome.missing.map { $0.place % shards }).sorted() {
        complain(
          "judge what is missing: swift run grader cohort <submissions> --out <folder> --shard \(index)/\(shards)"
        )
      }
    } else {
      complain("judge what is missing: swift run grader cohort <submissions> --out <folder>")
    }
  }

  private func tell(_ grades: [GradeReport]) {
    for grade in grades {
      let end =
        grade.refused.map { "refused: \($0)" }
        ?? (["\(grade.report.solved) of \(grade.report.total) solved"] + grade.refusals).joined(
          separator: "; ")
      say("\(grade.submission): \(end)")
    }
    if !grades.isEmpty { console.line("") }
  }

  private func tell(unstable names: [String]) {
    for name in names {
      complain(
        "\(name) is unstable: two runs of the same files came to different verdicts. None was chosen; remove its lines from the journals to judge it again."
      )
    }
  }

  private func say(_ text: String) { console.line(text.wrapped(to: console.width, indent: "  ")) }
  private func complain(_ text: String) { console.errorLine("grader: \(text)".wrapped(to: console.width)) }
}
