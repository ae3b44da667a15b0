/// A trace as one file for a browser, without scripts.
package enum TracePages {
  /// The space-time diagram of a visit alone.
  package static func svg(_ trace: WorldTrace, visit: WorldTrace.Visit) -> String {
    TraceDiagram(trace, visit).svg(isAlone: true)
  }

  /// The first later visit to the same page by the same client that was shorter: the warm one beside a cold one.
  static func warm(_ visits: [WorldTrace.Visit], after visit: WorldTrace.Visit) -> WorldTrace.Visit? {
    let client = visit.id.prefix { $0 != "/" }
    return visits.first {
      $0.url == visit.url && $0.began > visit.began && $0.id.prefix { $0 != "/" } == client
        && $0.ended - $0.began < visit.ended - visit.began
    }
  }

  package static func html(_ trace: WorldTrace, visit: WorldTrace.Visit) -> String {
    let warm = warm(trace.visits.sorted { ($0.began, $0.id) < ($1.began, $1.id) }, after: visit)
    let cold = visit.ended - visit.began
    let keys = VisitPhase.allCases.map { phase in
      "<span class=\"key\" style=\"background:var(--\(phase.rawValue))\"></span>\(phase.rawValue)"
    }.joined()
    var sections = section(
      "The visit, arrow by arrow",
      "<p class=\"muted\">Time goes down, and is to scale. A slanted line is a packet under way; point at it to read it.\(keys)</p>"
        + wide(TraceDiagram(trace, visit).svg(isAlone: false)))
    if let warm {
      sections += section(
        "The same page again, after \(warm.began - visit.began) ms",
        wide(TraceDiagram(trace, warm).svg(isAlone: false)))
    }
    sections += section(
      "Where the time went", wide(TraceWaterfall(visits: [visit] + (warm.map { [$0] } ?? [])).svg()))
    if let bars = TraceCacheBars(trace: trace).svg() {
      sections += section(
        "What was kept",
        "<p class=\"muted\">A bar runs down from a whole lifetime to its end. A mark is a visit that needed nobody else for it.</p>"
          + wide(bars))
    }
    if let map = TraceMap(trace: trace).svg() {
      sections += section(
        "Who is led where", "<p class=\"muted\">Only what has moved is coloured.</p>" + wide(map))
    }
    sections += section("All visits", visits(trace)) + section("Totals", totals(trace))
    if !trace.notes.isEmpty { sections += section("What happened besides", notes(trace)) }
    let details = trace.arrows.filter { $0.visit == visit.id }.compactMap(MessageDetails.html).joined()
    if !details.isEmpty { sections += section("The messages, octet by octet", details) }
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(visit.url))</title>
      <style>
      \(TraceStyle.colors)\(TraceStyle.shapes)\(TraceStyle.page)</style></head>
      <body>
      <h1>\(Markup.escaped(visit.url))</h1>
      <p class="muted">\(visit.id): \(cold) ms, \(visit.messages) messages. Seed \(trace.seed).</p>
      \(sections)</body></html>

      """
  }

  private static func section(_ title: String, _ text: String) -> String {
    "<section><h2>\(Markup.escaped(title))</h2>\n\(text)</section>\n"
  }

  private static func wide(_ drawing: String) -> String { "<div class=\"wide\">\n\(drawing)</div>\n" }

  /// More are counted, and not listed.
  private static let listed = 60

  private static func visits(_ trace: WorldTrace) -> String {
    let sorted = trace.visits.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
    let rows = sorted.prefix(listed).map { visit in
      """
      <tr><td class="n">\(visit.began)</td><td>\(Markup.escaped(visit.id))</td>\
      <td>\(visit.status.map(String.init) ?? "") \(visit.outcome)\(visit.site.map { " by \(Markup.escaped($0))" } ?? "")</td>\
      <td class="n">\(visit.ended - visit.began)</td><td class="n">\(visit.messages)</td></tr>

      """
    }
    let more = sorted.count > listed ? "<p class=\"muted\">… and \(sorted.count - listed) more</p>\n" : ""
    return """
      <div class="wide"><table><tr><th class="n">at ms</th><th>visit</th><th>result</th><th class="n">took ms</th>\
      <th class="n">messages</th></tr>
      \(rows.joined())</table></div>
      \(more)
      """
  }

  private static func totals(_ trace: WorldTrace) -> String {
    let rows = TraceSummary.totals(trace).map { total in
      """
      <tr><td>\(total.name)</td><td class="n">\(total.count)</td><td class="n">\(total.least)</td>\
      <td>\(Markup.escaped(total.reason))</td></tr>

      """
    }
    return """
      <table><tr><th>what</th><th class="n">number</th><th class="n">least possible</th><th>why no less</th></tr>
      \(rows.joined())</table>

      """
  }

  private static func notes(_ trace: WorldTrace) -> String {
    let rows = trace.notes.prefix(listed).map { note in
      "<tr><td class=\"n\">\(note.time)</td><td>\(Markup.escaped(note.node.isEmpty ? note.text : "\(note.node): \(note.text)"))</td></tr>\n"
    }
    return "<table>\(rows.joined())</table>\n"
  }
}
