import CurriculumKit
import SystemKit

extension Rule where Input == ExerciseParts {
  private static var requiredSections: [String] {
    ["Why it matters", "Task", "What passing does not prove", "Hints"]
  }
  private static var leastHints: Int { 3 }

  /// A page says why, shows the bytes or the rule, gives the task, says what is not proved, and ends with a ladder of hints.
  static var pageSections: Rule {
    Rule("pageSections") { (parts: ExerciseParts) -> [String] in
      guard let text = parts.page.text else { return [] }
      let page = Page(text)
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(parts.page.path): \(message)") }
      if page.title == nil { find("no title. Start with `# …`.") }
      let titles = page.sections.filter { $0.level == 2 }.map(\.title)
      for title in requiredSections where !titles.contains(title) { find("no section `## \(title)`.") }
      let order = titles.filter(requiredSections.contains)
      if order.count == requiredSections.count, order != requiredSections {
        find("the order of the sections has to be \(requiredSections.joined(separator: ", ")).")
      }
      if titles.contains("Task"), !showsSomething(page) {
        find("no section of its own before `## Task` shows the bytes or the rule in a table or a code block.")
      }
      let hints = page.hints
      if titles.contains("Hints"), hints.count < leastHints {
        find(
          "\(hints.count.pluralized("hint")): \(leastHints) or more are needed, as `### Hint 1` under `## Hints`."
        )
      }
      for (index, hint) in hints.enumerated() where hint.isEmpty { find("hint \(index + 1) is blank.") }
      for title in requiredSections where title != "Hints" && page.section(title)?.body.isEmpty == true {
        find("`## \(title)` is blank.")
      }
      return messages
    }
  }

  private static func showsSomething(_ page: Page) -> Bool {
    page.sections.prefix { $0.title != "Task" }.filter { !requiredSections.contains($0.title) }.contains {
      $0.body.contains("```") || $0.body.contains("\n|") || $0.body.hasPrefix("|")
    }
  }
}
