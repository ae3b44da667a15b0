/// A visit as a picture in a terminal of 80 columns: a lane for each node, a row for each arrow, and time to scale where something
/// happens.
///
///       ms  laptop     home       root       example
///        0  ├─────A?──▶│          │          │
///       10  │          ├──────A?─▶│          │
package enum TracePicture {
  static let width = 80
  /// The columns of the time, and of the space after it.
  private static let margin = 8
  /// Idle stretches of more rows are folded.
  private static let patience = 2
  /// A picture is longer than this only where there are more arrows.
  private static let rows = 40

  /// The arrows of a visit, in the order of time.
  package static func text(_ trace: WorldTrace, visit: WorldTrace.Visit) -> String {
    text(trace, arrows: trace.arrows.filter { $0.visit == visit.id }, from: visit.began, to: visit.ended)
  }

  static func text(_ trace: WorldTrace, arrows: [WorldTrace.Arrow], from: Int64, to: Int64) -> String {
    let lanes = trace.lanes(of: arrows).map(\.name)
    guard !lanes.isEmpty else { return "" }
    let row = TraceRow(lanes: lanes, width: width, margin: margin)
    let scale = Self.scale(to - from)
    var lines = [row.heads()]
    var last: Int64?
    for arrow in arrows.sorted(by: { $0.time < $1.time }) {
      let place = (arrow.time - from) / scale
      let idle = last.map { place - $0 - 1 } ?? 0
      if idle > Int64(patience) {
        lines.append(row.fold("\(idle * scale) ms"))
      } else if idle > 0 {
        for _ in 0..<idle { lines.append(row.empty()) }
      }
      last = place
      lines.append(row.arrow(arrow, at: arrow.time - from))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The milliseconds of a row: 1, 2 or 5 times a power of ten, so that a picture has at most so many rows.
  static func scale(_ duration: Int64) -> Int64 {
    var power: Int64 = 1
    while true {
      for step in [power, 2 * power, 5 * power] where duration / step <= Int64(rows) { return step }
      power *= 10
    }
  }
}
