import CurriculumKit
import GraderKit
import SystemKit

/// The page that lists all exercises with what they are judged by, which the suites' comments say.
struct AllExercisesPage {
  let curriculum: Curriculum
  let links: BookLinks

  static let name = "All-Exercises"

  private static let lead = """
    Every exercise with the sources that its tests name. How hard it is, its chapter's page says. The time is the chapter's, shared out by
    the length of our solution to a quarter of an hour: an estimate for a reader who knows some Swift, and not measured.
    """

  var page: BookPage {
    get throws {
      let chapters = try curriculum.chapters.map { chapter in
        let card = ChapterCard(Page(try curriculum.workbook.text(chapter.page)))
        let times = try ExerciseTimes(chapter, card: card, curriculum: curriculum)
        let rows = curriculum.exercises(of: chapter).map { exercise in
          let cells = [
            "<doc:\(exercise.stem)>", card.difficulty(of: exercise)?.rawValue ?? "–",
            times.text(of: exercise) ?? "–", judges(of: exercise),
          ]
          return "| \(cells.joined(separator: " | ")) |"
        }
        let time = card.row("Time").map { "Time: \($0)." } ?? ""
        return [
          "## \(chapter.number) \(curriculum.title(of: chapter))", time,
          (["| exercise | difficulty | time | judged by |", "|---|---|---|---|"] + rows).joined(
            separator: "\n"),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
      }
      return BookPage(
        name: Self.name, title: "All exercises", parent: FrontPage.name,
        body: ([Self.lead] + chapters).joined(separator: "\n\n"))
    }
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
