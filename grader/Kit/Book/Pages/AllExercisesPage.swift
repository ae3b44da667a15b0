import CurriculumKit
import SystemKit

/// The page that lists all exercises with what they are judged by, which the suites' comments say.
struct AllExercisesPage {
  let curriculum: Curriculum
  let links: BookLinks

  static let name = "All-Exercises"

  var page: BookPage {
    let chapters = curriculum.chapters.flatMap { chapter -> [String] in
      let rows = curriculum.exercises(of: chapter).map { "| <doc:\($0.stem)> | \(judges(of: $0)) |" }
      return [
        "## \(chapter.number) \(curriculum.title(of: chapter))", card(of: chapter),
        (["| exercise | judged by |", "|---|---|"] + rows).joined(separator: "\n"),
      ]
    }
    let lead =
      "Every exercise with the sources that its tests name. Difficulty and time are those of the chapter."
    return BookPage(
      name: Self.name, title: "All exercises", parent: FrontPage.name,
      body: ([lead] + chapters).filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// `Difficulty: easy to hard. Time: nine to eleven hours.`
  private func card(of chapter: Chapter) -> String {
    let lead = (try? curriculum.workbook.text(chapter.page)).map { Page($0).lead } ?? ""
    let rows = lead.lines.compactMap { MarkdownTable.cells(of: $0) }
    return ["Difficulty", "Time"].compactMap { name in
      rows.first { $0.count == 2 && $0[0] == "**\(name)**" }.map { "\(name): \($0[1])." }
    }.joined(separator: " ")
  }

  /// The number of tests, the RFCs in the order of their numbers, and the servers that recordings are of.
  private func judges(of exercise: Exercise) -> String {
    guard let tests = try? curriculum.suite(of: exercise).tests else { return "" }
    let words = tests.compactMap(\.reference).joined(separator: "\n")
    let rfcs = Set(words.matches(of: /\bRFC ([0-9]+)/).compactMap { Int($0.1) }).sorted()
    let servers = Self.servers.filter { name in
      words.lines.contains { $0.lowercased().contains("recorded") && $0.contains(name) }
    }
    let sources =
      rfcs.map { "[RFC \($0)](https://www.rfc-editor.org/rfc/rfc\($0))" }
      + (servers.isEmpty ? [] : ["recordings of \(servers.listed(with: "and"))"])
    return ([tests.count.pluralized("test")] + sources).joined(separator: ", ")
  }

  /// The programs that the suites' recordings were made from, as the comments spell them.
  private static let servers = ["BIND", "HAProxy", "Knot", "NSD", "dig", "nginx"]
}
