/// The space-time diagram of a visit: a line down for each node, time downwards on a real scale, and slanted arrows that show how
/// long a packet was under way.
struct TraceDiagram {
  private static let margin = 58.0
  private static let head = 46.0
  private static let width = 860.0
  /// Characters of the labels are about so wide, in pixels.
  private static let character = 6.4
  /// And so high.
  private static let line = 12.0

  let trace: WorldTrace
  let visit: WorldTrace.Visit
  private let arrows: [WorldTrace.Arrow]
  private let lanes: [WorldTrace.Lane]
  private let clock: TraceClock
  /// The arrows that have words: where several are close together between two lanes, the first of them.
  private let labelled: Set<Int>

  init(_ trace: WorldTrace, _ visit: WorldTrace.Visit) {
    self.trace = trace
    self.visit = visit
    let arrows = trace.arrows.filter { $0.visit == visit.id }
    self.arrows = arrows
    lanes = trace.lanes(of: arrows)
    let clock = TraceClock(
      arrows, from: visit.began, to: visit.ended, height: max(220, min(900, Double(arrows.count) * 34)))
    self.clock = clock
    var last: [Set<String>: Double] = [:]
    labelled = Set(
      arrows.indices.filter { index in
        let arrow = arrows[index]
        let place = clock.place((arrow.time + (arrow.arrives ?? arrow.time)) / 2)
        let lanes: Set = [arrow.from, arrow.to]
        if let above = last[lanes], abs(place - above) < Self.line { return false }
        last[lanes] = place
        return true
      })
  }

  func svg(isAlone: Bool) -> String {
    let height = Self.head + clock.height + 24
    return Markup.drawing(
      Self.width, height, title: "\(visit.id): \(visit.url), \(visit.ended - visit.began) ms",
      isAlone: isAlone,
      axis() + lines() + arrows.indices.map(arrow).joined())
  }

  private func x(_ lane: Int) -> Double {
    let right = Self.width - 70
    return lanes.count < 2
      ? Self.margin : Self.margin + Double(lane) * (right - Self.margin) / Double(lanes.count - 1)
  }

  private func y(_ time: Int64) -> Double { Self.head + clock.place(min(time, visit.ended)) }

  private func axis() -> String {
    let ticks = clock.ticks(to: visit.ended, apart: 50).map { time in
      Markup.line(Self.margin - 6, y(time), Self.width - 60, y(time), "grid")
        + Markup.text("\(time - visit.began)", Self.margin - 12, y(time) + 4, "quiet small", anchor: "end")
    }
    let folds = clock.folds.map { fold in
      let middle = (y(fold.from) + y(fold.to)) / 2
      return Markup.line(Self.margin - 6, middle, Self.width - 60, middle, "fold")
        + Markup.text("~ \(fold.to - fold.from) ms", Self.margin + 6, middle - 4, "quiet small")
    }
    return Markup.text("ms", Self.margin - 12, Self.head - 12, "quiet small", anchor: "end") + ticks.joined()
      + folds.joined()
  }

  private func lines() -> String {
    lanes.enumerated().map { index, lane in
      // The first name has no room to its left.
      let anchor = index == 0 ? "start" : "middle"
      let at = index == 0 ? x(index) - 8 : x(index)
      return Markup.line(x(index), Self.head - 4, x(index), Self.head + clock.height, "lane")
        + Markup.text(lane.name, at, 16, "name", anchor: anchor)
        + Markup.text(lane.part, at, 31, "quiet small", anchor: anchor)
    }.joined()
  }

  private func arrow(_ index: Int) -> String {
    let arrow = arrows[index]
    guard let from = lanes.firstIndex(where: { $0.name == arrow.from }),
      let to = lanes.firstIndex(where: { $0.name == arrow.to }), from != to
    else { return "" }
    let style = arrow.phase?.rawValue ?? "other"
    let (x1, y1) = (x(from), y(arrow.time))
    let isLost = arrow.end == .lost
    // What is lost gets half way.
    let x2 = isLost ? (x(from) + x(to)) / 2 : x(to)
    let y2 = arrow.arrives.map(y) ?? y1 + 8
    let title =
      "\(arrow.text)\n\(arrow.from) > \(arrow.to), packet \(arrow.id) of this road, \(arrow.octets) octets\n"
      + "at \(arrow.time) ms" + (arrow.arrives.map { ", there at \($0) ms" } ?? ", lost")
    let line =
      "<line x1=\"\(Markup.number(x1))\" y1=\"\(Markup.number(y1))\" x2=\"\(Markup.number(x2))\" y2=\"\(Markup.number(y2))\" class=\"arrow \(isLost ? "alarm lost" : style)\"/>\n"
    return
      "<g><title>\(Markup.escaped(title))</title>\n\(line)\(end(arrow, x1, y1, x2, y2, style))\(labelled.contains(index) ? label(arrow, x1, y1, x(to), y2, style) : "")</g>\n"
  }

  private func end(
    _ arrow: WorldTrace.Arrow, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> String {
    if arrow.end == .lost {
      return Markup.line(x2 - 5, y2 - 5, x2 + 5, y2 + 5, "alarm")
        + Markup.line(x2 - 5, y2 + 5, x2 + 5, y2 - 5, "alarm")
    }
    let length = max(1, ((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)).squareRoot())
    let (dx, dy) = ((x2 - x1) / length, (y2 - y1) / length)
    let points = [
      (x2, y2), (x2 - 9 * dx - 4 * dy, y2 - 9 * dy + 4 * dx), (x2 - 9 * dx + 4 * dy, y2 - 9 * dy - 4 * dx),
    ]
    let text = points.map { "\(Markup.number($0.0)),\(Markup.number($0.1))" }.joined(separator: " ")
    let fill = arrow.end == .arrived ? "\(style)-fill" : style
    return "<polygon points=\"\(text)\" class=\"\(fill)\"/>\n"
  }

  /// On the line where there is room for the whole text, otherwise for its short form.
  private func label(
    _ arrow: WorldTrace.Arrow, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> String {
    let room = Int((abs(x2 - x1) - 16) / Self.character)
    let short = TraceRow.short(arrow.text)
    let text =
      arrow.text.count <= room ? arrow.text : short.count <= room ? short : String(short.prefix(room))
    let middle = (x1 + x2) / 2
    return Markup.text(text, middle, (y1 + y2) / 2 - 4, "small halo \(style)-text", anchor: "middle")
  }
}
