/// Visits as a waterfall in a terminal of 80 columns.
package enum VisitPicture {
  /// The columns of the longest bar.
  private static let columns = 56
  /// Blocks of one to seven eighths of a column.
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A row for each phase, with its milliseconds and a bar where it lies in time; then the total. All visits have the same scale.
  ///
  ///     cold
  ///       dns      118.0 ms  ██████████████████████
  ///       tcp       22.0 ms                        ████
  package static func text(_ visits: [(name: String, timeline: VisitTimeline)]) -> String {
    let longest = visits.map(\.timeline.total).max() ?? 0
    let parts = visits.map { name, timeline in
      let rows = timeline.spans.map { row($0, longest) }
      return ([name] + rows + ["  total  \(number(timeline.total, width: 8)) ms"]).joined(separator: "\n")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What was learned in each phase.
  package static func notes(_ timeline: VisitTimeline) -> String {
    timeline.spans.filter { !$0.note.isEmpty }
      .map { "  \(padded($0.phase.rawValue))\($0.note)\n" }.joined()
  }

  private static func row(_ span: VisitSpan, _ longest: Double) -> String {
    let scale = longest > 0 ? Double(columns * 8) / longest : 0
    let from = Int((span.start * scale).rounded(.down)) / 8
    // Something that took time is seen, however short it was.
    let length = max(span.duration > 0 ? 1 : 0, Int((span.duration * scale).rounded()))
    let bar = String(repeating: "█", count: length / 8) + eighths[length % 8]
    let line =
      "  \(padded(span.phase.rawValue))\(number(span.duration, width: 8)) ms  "
      + String(repeating: " ", count: min(from, columns - 1)) + bar
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 7 - name.count))
  }

  /// With one digit after the point.
  private static func number(_ value: Double, width: Int) -> String {
    let tenths = Int((value * 10).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
