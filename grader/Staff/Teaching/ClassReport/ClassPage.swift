import CurriculumKit
import SystemKit

/// What a class does and does not know as one page, without scripts and without anything from elsewhere.
struct ClassPage {
  let facts: ClassFacts

  var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>What the class knows</title>
    <style>
    \(ClassStyle.css)
    </style>
    </head>
    <body>
    <h1>What the class knows</h1>
    \(summary)
    \(legend)
    \(facts.chapters.map(heatMap).joined(separator: "\n"))
    \(stops)
    <h2>What went wrong, exercise by exercise</h2>
    \(details)
    </body>
    </html>

    """
  }

  private var summary: String {
    let count = facts.students.count
    let sum = facts.students.reduce(0) { $0 + $1.solved }
    // In tenths, and without Foundation's formats.
    let tenths = count == 0 ? 0 : Int((Double(10 * sum) / Double(count)).rounded())
    return
      "<p>\(count.pluralized("submission")), \(facts.total.pluralized("exercise")). A student has solved \(tenths / 10).\(tenths % 10) of them on average.</p>"
  }

  private var legend: String {
    let items = ClassStyle.marks.map { mark in
      "<li><span class=\"cell \(mark.verdict.rawValue)\">\(mark.sign)</span> \(Self.escaped(mark.verdict.words))</li>"
    }
    return "<ul class=\"legend\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  // MARK: The map

  private func heatMap(_ chapter: ClassFacts.ChapterFacts) -> String {
    let head = chapter.exercises.map {
      "<th scope=\"col\" title=\"\(Self.escaped($0.title))\">\($0.id.split(separator: ".").last ?? "")</th>"
    }
    let rows = facts.students.map { student in
      let cells = chapter.exercises.map { exercise in
        let verdict = student.verdicts[exercise.id] ?? .notJudged
        return
          "<td class=\"cell \(verdict.rawValue)\" title=\"\(exercise.id): \(verdict.words)\">\(ClassStyle.sign(of: verdict))</td>"
      }
      let solved = chapter.exercises.count { student.verdicts[$0.id] == .solved }
      return
        "<tr><th scope=\"row\">\(Self.escaped(student.name))</th>\(cells.joined())<td class=\"sum\">\(solved)</td></tr>"
    }
    let sums = chapter.exercises.map { "<td class=\"sum\">\($0.solved)</td>" }
    return """
      <section>
      <h2>\(chapter.number). \(Self.escaped(chapter.title))</h2>
      <div class="wide"><table class="map">
      <thead><tr><th scope="col"></th>\(head.joined())<th scope="col">solved</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot><tr><th scope="row">solved by</th>\(sums.joined())<td></td></tr></tfoot>
      </table></div>
      </section>
      """
  }

  // MARK: The words

  private var stops: String {
    guard !facts.stops.isEmpty else { return "" }
    let titles = Dictionary(facts.chapters.flatMap(\.exercises).map { ($0.id, $0.title) }) { first, _ in first
    }
    let rows = facts.stops.map { stop in
      "<tr><th scope=\"row\">\(stop.name) \(Self.escaped(titles[stop.name] ?? ""))</th><td class=\"sum\">\(stop.count)</td></tr>"
    }
    return """
      <section>
      <h2>Where people stop</h2>
      <p>The last exercise that somebody began and did not solve.</p>
      <table class="list"><thead><tr><th scope="col">exercise</th><th scope="col">students</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      </section>
      """
  }

  private var details: String {
    let told = facts.chapters.flatMap(\.exercises).filter { $0.begun > $0.solved }
    if told.isEmpty { return "<p>Nothing that was begun is unsolved.</p>" }
    return told.map(details).joined(separator: "\n")
  }

  private func details(_ exercise: ClassFacts.ExerciseFacts) -> String {
    let verdicts = exercise.verdicts.filter { $0.verdict != .notStarted }.map {
      "\($0.count) \(Self.escaped($0.verdict.words))"
    }
    return """
      <section class="exercise">
      <h3>\(exercise.id) \(Self.escaped(exercise.title))</h3>
      <p>\(verdicts.joined(separator: " · "))</p>
      \(list("Recognised mistakes", exercise.mistakes))
      \(list("Tests that failed most", exercise.tests))
      </section>
      """
  }

  private func list(_ title: String, _ counts: [ClassFacts.Count]) -> String {
    guard !counts.isEmpty else { return "" }
    let items = counts.map { "<li><b>\($0.count)</b> \(Self.escaped($0.name))</li>" }
    return "<h4>\(title)</h4>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }

  /// As text of HTML and of an attribute in double quotes.
  static func escaped(_ text: String) -> String { JUnitFormat.escaped(text) }
}
