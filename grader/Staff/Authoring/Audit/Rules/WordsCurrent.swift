import JudgeKit
import SystemKit

extension Rule where Input == Trial {
  /// What the suite says to each mistake is what was recorded; a learner's failure is recognised by these words.
  static var wordsCurrent: Rule {
    Rule("wordsCurrent") { (trial: Trial) -> [String] in
      let parts = trial.parts
      guard !parts.scope.isRecording, trial.solution.verdict == .solved, parts.knownMistakes.value != nil
      else { return [] }
      let remedy = "swift run grader check --record \(parts.exercise.id), and read the difference"
      switch parts.knownAnswers {
      case .missing: return []
      case .damaged(let reason):
        return ["\(parts.recorded.path) is damaged: \(reason) Write it anew: \(remedy)."]
      case .value(let old):
        return changedTests(trial, old, remedy) + changedAnswers(trial, old, remedy)
      }
    }
  }

  private static func changedTests(_ trial: Trial, _ old: Recorded, _ remedy: String) -> [String] {
    let (suite, recorded) = (trial.parts.suite.path, trial.parts.recorded.path)
    let now = trial.assertions
    let known = now.keys.sorted().compactMap { test -> String? in
      guard let count = now[test], old.assertions[test] != count else { return nil }
      guard let before = old.assertions[test] else {
        return "\(recorded) does not know the test `\(test)`: \(remedy)."
      }
      return before > count
        ? "\(suite): `\(test)` had \(before.pluralized("expectation")) and has \(count): put it back, or \(remedy)."
        : "\(recorded): `\(test)` has a new expectation: \(remedy)."
    }
    return known
      + old.assertions.keys.sorted().filter { now[$0] == nil }.map {
        "\(suite): the test `\($0)` is gone: put it back, or \(remedy)."
      }
  }

  /// One finding for each kind of change, however many answers have it: one word in a suite may change them all.
  private static func changedAnswers(_ trial: Trial, _ old: Recorded, _ remedy: String) -> [String] {
    let file = trial.parts.recorded.path
    // What tests say that were changed themselves follows from that.
    let stable = Set(trial.assertions.filter { old.assertions[$0.key] == $0.value }.keys)
    let before = Dictionary(old.answers.map { ($0.mistake, $0.failures) }) { first, _ in first }
    var changed: [String] = []
    var new: [String] = []
    for answer in trial.soundAnswers {
      guard let known = before[answer.mistake] else {
        new.append(answer.mistake)
        continue
      }
      if known.filter({ stable.contains($0.test) }) != answer.failures.filter({ stable.contains($0.test) }) {
        changed.append(answer.mistake)
      }
    }
    let all = Set((trial.parts.knownMistakes.value?.mistakes ?? []).map(\.name))
    let gone = before.keys.sorted().filter { !all.contains($0) }
    var messages: [String] = []
    if !changed.isEmpty {
      messages.append("\(file): the suite's answer to \(list(changed)) has changed: \(remedy).")
    }
    if !new.isEmpty { messages.append("\(file) has no answer to \(list(new)): \(remedy).") }
    if !gone.isEmpty {
      messages.append("\(file) has an answer to \(list(gone)), which is no mistake any more: \(remedy).")
    }
    return messages
  }

  private static func list(_ names: [String]) -> String {
    let shown = 3
    let quoted = names.prefix(shown).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > shown ? "\(quoted) and \(names.count - shown) more" : quoted
  }
}
