extension Rule {
  static let requiredSections = ["Why it matters", "Task", "What passing does not prove", "Hints"]
  static let leastHints = 3

  /// A page tells why, shows the bytes or the rule, gives the task, says what is not proved, and ends with a ladder of hints.
  static let pageSections = Rule(
    name: "pageSections",
    exercise: { exercise, inspection in
      guard let text = try? inspection.workbook.text(exercise.page) else { return [] }
      let page = Page(text)
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(exercise.page): \(message)") }
      if page.title == nil { find("no title. Start with `# …`.") }
      let titles = page.sections.filter { $0.level == 2 }.map(\.title)
      for title in requiredSections where !titles.contains(title) { find("no section `## \(title)`.") }
      let order = titles.filter(requiredSections.contains)
      if order.count == requiredSections.count, order != requiredSections {
        find("the sections stand in another order than \(requiredSections.joined(separator: ", ")).")
      }
      let shown = page.sections.prefix { $0.title != "Task" }.filter { !requiredSections.contains($0.title) }
      if !shown.contains(where: {
        $0.body.contains("```") || $0.body.contains("\n|") || $0.body.hasPrefix("|")
      }) {
        find("no section of its own before `## Task` shows the bytes or the rule in a table or a code block.")
      }
      let hints = page.hints
      if hints.count < leastHints {
        find("\(hints.count.of("hint")): \(leastHints) or more are wanted, as `### Hint 1` under `## Hints`.")
      }
      for (index, hint) in hints.enumerated() where hint.isEmpty { find("hint \(index + 1) is blank.") }
      for title in requiredSections where title != "Hints" && page.section(title)?.body.isEmpty == true {
        find("`## \(title)` is blank.")
      }
      return messages
    })
}
