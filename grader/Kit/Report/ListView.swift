/// All exercises, a line each.
struct ListView {
  let report: Report
  /// The ids of what has changed since it was judged.
  let stale: Set<String>
  let style: Style
  let width: Int
  /// The id that is pointed at, in `watch`.
  var current: String?

  var text: String { lines.joined(separator: "\n") }

  var lines: [String] {
    let numberWidth = 5
    let nameWidth = report.exercises.map(\.name.count).max() ?? 0
    return report.chapters.flatMap { chapter -> [String] in
      let head =
        style.bold("\(chapter.number) \(chapter.title)") + style.dim("  \(chapter.solved)/\(chapter.total)")
      return [head]
        + chapter.exercises.map { part in
          let mark = style.mark(part.verdict)
          let words = stale.contains(part.id) ? "to be judged again" : part.verdict.words
          let start =
            "\(part.id == current ? ">" : " ") \(mark) \(part.id.padded(to: numberWidth)) \(part.name.padded(to: nameWidth))"
          let full = "\(start)  \(words)"
          return full.columns <= width ? full : start
        }
    }
  }
}
