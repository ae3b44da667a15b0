import CurriculumKit
import GraderKit

/// The map of students and exercises, chapter by chapter.
extension ClassPage {
  /// A map with more columns may be wider than a phone: a line says that it can be scrolled.
  private static let mostNarrow = 6

  /// A map with more columns is drawn smaller, to fit on a page.
  private static let mostRoomy = 16

  /// The verdicts that occur.
  var legend: String {
    let occurring = Set(facts.students.flatMap(\.verdicts.values))
    let items = ClassStyle.marks.filter { occurring.contains($0.verdict) }.map { mark in
      "<li><span class=\"cell \(mark.verdict.rawValue)\">\(mark.sign)</span> \(Self.escaped(mark.verdict.words))</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"legend\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  func heatMap(_ chapter: ClassFacts.ChapterFacts) -> String {
    let head = chapter.exercises.map {
      "<th scope=\"col\" title=\"\(Self.escaped($0.title))\">\($0.id)</th>"
    }
    let rows = facts.students.map { row($0, chapter) }
    let sums = chapter.exercises.map { "<td class=\"sum\">\($0.solved)</td>" }
    let titles = chapter.exercises.map { "<li><b>\($0.id)</b> \(Self.escaped($0.title))</li>" }
    let title = "\(chapter.number). \(Self.escaped(chapter.title))"
    let isMany = chapter.exercises.count > Self.mostRoomy
    let isWide = chapter.exercises.count > Self.mostNarrow
    return """
      <section>
      <h2>\(title)</h2>
      \(isWide ? "<p class=\"sideways\">The map goes on to the right: scroll it.</p>" : "")
      <div class="wide" role="region" tabindex="0" aria-label="\(title)"><table class="map\(isMany ? " many" : "")">
      <thead><tr><th scope="col"></th>\(head.joined())<th scope="col">solved</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot><tr><th scope="row">solved by</th>\(sums.joined())<td></td></tr></tfoot>
      </table></div>
      <ul class="titles">
      \(titles.joined(separator: "\n"))
      </ul>
      </section>
      """
  }

  private func row(_ student: ClassFacts.Student, _ chapter: ClassFacts.ChapterFacts) -> String {
    let cells = chapter.exercises.map { exercise in
      let verdict = student.verdicts[exercise.id] ?? .notJudged
      return
        "<td class=\"cell \(verdict.rawValue)\" title=\"\(exercise.id): \(verdict.words)\">\(ClassStyle.sign(of: verdict))</td>"
    }
    let solved = chapter.exercises.count { student.verdicts[$0.id] == .solved }
    let name = Self.escaped(student.name)
    return
      "<tr><th scope=\"row\" title=\"\(name)\">\(name)</th>\(cells.joined())<td class=\"sum\">\(solved)</td></tr>"
  }
}
