import CurriculumKit

/// What `watch` shows of an exercise: its task, and the last verdict below it.
extension WatchScreen {
  /// The page's task: as much of it as leaves room for the verdict before anything is written, and then what it begins with.
  func task(_ room: Int) -> [String] {
    let page = (try? curriculum.workbook.text(model.exercise.page)).map { Page($0) }
    let lines = split(PageView(style: style, width: width).render(page?.section("Task")?.body ?? ""))
    var most = Self.mostTask
    if case .judged(let part) = model.verdict, part.verdict == .notStarted { most = max(most, room - 3) }
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [style.dim("… r reads the page")]
  }

  /// Lines of the task that are shown above a verdict.
  private static let mostTask = 2

  /// Failed tests that are told at most.
  private static let maxShownTests = 3

  func verdict(_ room: Int) -> [String] {
    switch model.verdict {
    case .none: return []
    case .trouble(let text): return split(withKeys("Could not judge: " + text).wrapped(to: width))
    case .judged(let part):
      var view = RunView(
        report: Report(only: part), style: style, width: width, source: curriculum.workbook.line(of:_:),
        startsWithDiagnosis: true)
      // As many failed tests as leave room for what follows them: how many more there are, and what it looks like.
      var lines: [String] = []
      for told in (1...Self.maxShownTests).reversed() {
        view.maxShownTests = told
        lines = split(withKeys(view.text))
        if lines.count <= room { break }
      }
      return lines
    }
  }

  /// Names the key where another place would name the command.
  private func withKeys(_ text: String) -> String {
    text.replacing(/`swift run grader (reset|undo|hint|read|solution) [0-9.]+`/) { match in
      switch match.1 {
      case "reset": "x"
      case "undo": "u"
      case "hint": "h"
      case "read": "r"
      default: "s"
      }
    }
  }
}
