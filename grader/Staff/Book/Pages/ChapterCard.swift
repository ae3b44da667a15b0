import CurriculumKit
import SystemKit

/// The table at the top of a chapter's page, as far as it says how hard and how long the chapter is.
package struct ChapterCard {
  package enum Difficulty: String, CaseIterable {
    case easy
    case medium
    case hard
  }

  private let rows: [(name: String, text: String)]

  package init(_ page: Page) {
    rows = page.lead.lines.compactMap { MarkdownTable.cells(of: $0) }.filter { $0.count == 2 }.map {
      ($0[0].replacing("*", with: ""), $0[1])
    }
  }

  func row(_ name: String) -> String? { rows.first { $0.name == name }?.text }

  /// How hard an exercise is; nil where the card does not say it.
  ///
  /// The row *Difficulty* is a list like `easy at first, medium from 5.4 on, hard at 5.13 to 5.15 and 5.19`. A level without numbers
  /// is that of all exercises, and what comes later in the list counts more.
  package func difficulty(of exercise: Exercise) -> Difficulty? {
    guard let text = row("Difficulty") else { return nil }
    let levels = text.matches(of: /\b(easy|medium|hard)\b((?:(?!\b(?:easy|medium|hard)\b).)*)/)
    return levels.last { Self.clause(String($0.2), isAbout: exercise) }.flatMap {
      Difficulty(rawValue: String($0.1))
    }
  }

  /// `from 5.4 on`, `at 5.13 to 5.15 and 5.19`, or words without a number.
  private static func clause(_ text: String, isAbout exercise: Exercise) -> Bool {
    let spans = text.matches(of: /([0-9]+)\.([0-9]+)(?: to [0-9]+\.([0-9]+))?/)
    guard !spans.isEmpty else { return true }
    return spans.contains { span in
      guard Int(span.1) == exercise.chapter.number, let first = Int(span.2) else { return false }
      let last = text.contains("from ") ? Int.max : span.3.flatMap { Int($0) } ?? first
      return first <= exercise.number && exercise.number <= last
    }
  }

  /// The chapter's minutes: of `9 to 11 hours` those in the middle; nil where the row *Time* has no hours in digits.
  var minutes: Int? {
    guard let match = row("Time")?.firstMatch(of: /([0-9]+)(?: to ([0-9]+))? hours?/), let low = Int(match.1)
    else { return nil }
    return (low + (match.2.flatMap { Int($0) } ?? low)) * 30
  }
}
