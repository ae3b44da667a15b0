import CurriculumKit
import JudgeKit

/// *Your Progress*: the face of the course.
package struct ProgressView {
  let report: Report
  let curriculum: Curriculum
  let style: Style
  let width: Int
  /// The id of the exercise where the learner is; nil where all are solved.
  let next: String?

  /// The columns of the sample in the README.
  package static let sampleWidth = 80

  /// What a fresh clone shows, without colours.
  package static func fresh(_ curriculum: Curriculum, width: Int) -> String {
    let judgements = Dictionary(uniqueKeysWithValues: curriculum.exercises.map { ($0, Judgement.notStarted) })
    return ProgressView(
      report: Report(judgements, curriculum: curriculum, subject: .exercises), curriculum: curriculum,
      style: Style(isColored: false), width: width, next: curriculum.exercises.first?.id
    ).text
  }

  var text: String {
    var lines = [style.bold("Your Progress"), ""]
    for chapter in report.chapters { lines += self.chapter(chapter) }
    lines.append("")
    let share = "\(report.solved) of \(report.total) solved"
    lines += [style.bold(share), ""]
    if let story { lines += [story.wrapped(to: width), ""] }
    lines += step
    return lines.joined(separator: "\n")
  }

  private func chapter(_ chapter: Report.ChapterPart) -> [String] {
    let barWidth = 10
    let filled = chapter.total == 0 ? 0 : chapter.solved * barWidth / chapter.total
    let bar =
      style.green(String(repeating: "█", count: filled))
      + style.dim(String(repeating: "░", count: barWidth - filled))
    let marks = chapter.exercises.map { style.mark($0.verdict) }.joined()
    let count = "\(chapter.solved)/\(chapter.total)"
    let nameWidth = min(30, width - barWidth - 12)
    guard nameWidth >= Self.leastName else {
      return ["\(chapter.number)  \(chapter.title)".cut(to: width), "   \(count)"]
    }
    let name = "\(chapter.number)  \(chapter.title)".cut(to: nameWidth).padded(to: nameWidth)
    let head = "\(name) \(bar) \(count.padded(to: 5))"
    guard head.columns + 2 + chapter.exercises.count <= width else { return [head, "   " + marks] }
    return ["\(head) \(marks)"]
  }

  /// The least width of a title that has a bar beside it.
  private static let leastName = 12

  /// The chapter that the learner is in: the one of the next exercise, or the last.
  private var current: Report.ChapterPart? {
    report.chapters.first { chapter in chapter.exercises.contains { $0.id == next } }
      ?? report.chapters.last
  }

  /// The line of the chapter's story that belongs to how far the learner has come.
  private var story: String? {
    guard let current, let chapter = curriculum.chapters.first(where: { $0.number == current.number }),
      let page = try? curriculum.workbook.text(chapter.page)
    else { return nil }
    return Story(lines: Page(page).numberedList(in: "The story so far")).line(
      solved: current.solved, of: current.total)
  }

  /// The untouched exercises of the chapter that the learner went past: where to go is the learner's to say.
  private var skipped: [String] {
    guard let current, let place = current.exercises.firstIndex(where: { $0.id == next }) else { return [] }
    let ids = current.exercises[..<place].filter { $0.verdict == .notStarted }.map(\.id)
    guard !ids.isEmpty else { return [] }
    let more = ids.count > Self.mostSkipped ? " and \(ids.count - Self.mostSkipped) more" : ""
    let words = "skipped  \(ids.prefix(Self.mostSkipped).joined(separator: ", "))\(more)"
    return [style.dim(words.wrapped(to: width, first: "  ", indent: "           "))]
  }

  /// Skipped exercises that are named.
  private static let mostSkipped = 4

  private var step: [String] {
    guard let next = report.exercises.first(where: { $0.id == next }) else {
      return [
        "Every exercise is solved. Read your own code once more: what would you do differently now?"
          .wrapped(to: width)
      ]
    }
    return [
      ("Next: \(style.bold("\(next.id) \(next.title)"))"
        + (next.verdict == .notStarted ? "" : " (\(next.verdict.words))")).wrapped(to: width),
      "  read   \(style.cyan("swift run grader read \(next.id)"))",
      "  edit   \(next.file)",
      "  judge  \(style.cyan("swift run grader run \(next.id)"))",
      "  or     \(style.cyan("swift run grader watch")): each save is judged".wrapped(
        to: width, indent: "         "),
    ] + skipped
  }
}
