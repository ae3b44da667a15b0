import CurriculumKit
import SystemKit

/// What the class does not know: in a few lines first, and then exercise by exercise.
extension ClassPage {
  /// Exercises, and mistakes, that the first lines name.
  private static let mostNamed = 5

  var need: String {
    guard !needs.exercises.isEmpty else { return "" }
    let exercises = needs.exercises.prefix(Self.mostNamed).map { exercise in
      "<li><b>\(exercise.solved) of \(exercise.begun)</b> \(exercise.id) \(Self.escaped(exercise.title))</li>"
    }
    let mistakes = needs.mistakes.prefix(Self.mostNamed).map { mistake in
      "<li><b>\(mistake.count)</b> \(Self.escaped(mistake.name)) (\(mistake.exercise))</li>"
    }
    return """
      <section class="need">
      <h2>What the class does not know</h2>
      <h3>Least solved of those begun</h3>
      \(Self.list(exercises))
      \(mistakes.isEmpty ? "" : "<h3>Most frequent recognised mistakes</h3>\n" + Self.list(mistakes))
      \(needs.unrecognised == 0 ? "" : "<p>\(needs.unrecognised.pluralized("failure")) in all without a recognised mistake.</p>")
      </section>
      """
  }

  var details: String {
    if needs.exercises.isEmpty { return "<p>Nothing that was begun is unsolved.</p>" }
    return needs.exercises.map(details).joined(separator: "\n")
  }

  private func details(_ exercise: ClassFacts.ExerciseFacts) -> String {
    let verdicts = exercise.verdicts.filter { $0.verdict != .solved }.map {
      "\($0.count) \(Self.escaped($0.verdict.words))"
    }
    let summary = ["solved by \(exercise.solved) of the \(exercise.begun) who began"] + verdicts
    var mistakes = exercise.mistakes.map { "<li><b>\($0.count)</b> \(Self.escaped($0.name))</li>" }
    if exercise.unrecognised > 0 {
      mistakes.append("<li><b>\(exercise.unrecognised)</b> <i>no recognised mistake</i></li>")
    }
    let tests = exercise.tests.map { "<li><b>\($0.count)</b> \(Self.escaped($0.name))</li>" }
    let rules = exercise.rules.map { "<li><b>\($0.count)</b> <code>\(Self.escaped($0.name))</code></li>" }
    return """
      <section class="exercise">
      <h3>\(exercise.id) \(Self.escaped(exercise.title))</h3>
      <p>\(summary.joined(separator: " · "))</p>
      \(mistakes.isEmpty ? "" : "<h4>Recognised mistakes</h4>\n" + Self.list(mistakes))
      \(rules.isEmpty ? "" : "<h4>Rules that refused files break</h4>\n" + Self.list(rules))
      \(tests.isEmpty ? "" : "<h4>Tests that failed most</h4>\n" + Self.list(tests))
      </section>
      """
  }
}
