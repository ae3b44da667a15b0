import GraderKit
import SystemKit

/// What `check --mutants` prints.
struct MutantView {
  let style: Style
  let width: Int

  /// The survivors of an exercise and its score.
  func text(_ result: MutantAudit.Result) -> String {
    let count = result.count
    let mark = count.survived == 0 && result.stale.isEmpty ? style.green("✓") : style.red("✗")
    var lines = ["\(mark) \(count.exercise) \(style.bold(count.name)) · \(Self.summary(count))"]
    for survivor in result.survivors {
      lines.append(
        "    \(survivor.file):\(survivor.line) \(style.bold(survivor.operator.rawValue))\(Self.number(survivor))"
      )
      let change =
        survivor.after.isEmpty
        ? "\(survivor.before) → (nothing)" : "\(survivor.before) → \(survivor.after)"
      lines.append(change.wrapped(to: width, first: "      ", indent: "        "))
    }
    for stale in result.stale {
      lines.append("\(stale.file): \(stale.message)".wrapped(to: width, first: "    ", indent: "      "))
    }
    return lines.joined(separator: "\n")
  }

  /// The last line.
  func text(_ report: MutantReport) -> String {
    let all = MutantReport.PerExercise(
      exercise: "", name: "", mutants: report.mutants, killed: report.killed, survived: report.survived,
      equivalent: report.equivalent, uncompilable: report.uncompilable, score: report.score)
    let stale =
      report.stale.isEmpty
      ? "" : ", \(report.stale.count.pluralized("stale entry", plural: "stale entries"))"
    return "\(report.exercises.pluralized("exercise")): \(Self.summary(all))\(stale)."
  }

  /// What an entry of the list of equivalent mutants needs, where a line has several alike.
  private static func number(_ survivor: MutantReport.Survivor) -> String {
    survivor.ordinal.map { ", ordinal \($0)" } ?? ""
  }

  private static func summary(_ count: MutantReport.PerExercise) -> String {
    var parts = ["\(count.killed) of \(count.killed + count.survived) mutants killed"]
    if count.equivalent > 0 { parts.append("\(count.equivalent) equivalent") }
    if count.uncompilable > 0 { parts.append("\(count.uncompilable) do not compile") }
    return parts.joined(separator: ", ") + ", score \(count.score) %"
  }
}

extension Int {
  fileprivate func pluralized(_ noun: String, plural: String) -> String {
    "\(self) \(self == 1 ? noun : plural)"
  }
}
