import CurriculumKit
import SystemKit

/// What a class does and does not know as one page, without scripts and without anything from elsewhere.
struct ClassPage {
  let facts: ClassFacts
  let needs: ClassNeeds

  init(facts: ClassFacts) {
    self.facts = facts
    needs = ClassNeeds(facts)
  }

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
    \(need)
    \(legend)
    \(facts.chapters.map(heatMap).joined(separator: "\n"))
    \(refusals)
    \(stops)
    <h2>What went wrong, the least solved exercise first</h2>
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

  private var refusals: String {
    guard !facts.refused.isEmpty else { return "" }
    let count = facts.refused.count.pluralized("submission")
    let items = facts.refused.map {
      "<li><b>\(Self.escaped($0.name))</b> \(Self.escaped($0.reason))</li>"
    }
    return """
      <section>
      <h2>Refused as a whole</h2>
      <p>\(count), of which nothing was judged.</p>
      \(Self.list(items))
      </section>
      """
  }

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

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }

  /// As text of HTML and of an attribute in double quotes.
  static func escaped(_ text: String) -> String { JUnitFormat.escaped(text) }
}
