/// A row of the picture: characters in columns.
struct TraceRow {
  let lanes: [String]
  let width: Int
  let margin: Int

  /// Where the lane's line is.
  private func column(_ lane: Int) -> Int {
    // The names begin at their lines, so the last one needs room to the right.
    let room = max(1, (width - margin - 2 - longestLast) / max(1, lanes.count - 1))
    return margin + lane * min(room, 24)
  }

  private var longestLast: Int { min(lanes.last?.count ?? 0, 10) }

  func heads() -> String {
    var cells = blank(bars: false)
    put("ms", at: margin - 4, in: &cells)
    for (index, name) in lanes.enumerated() {
      let next = index + 1 < lanes.count ? column(index + 1) - 1 : width
      put(Self.clipped(name, next - column(index)), at: column(index), in: &cells)
    }
    return text(cells)
  }

  func empty() -> String { text(blank(bars: true)) }

  /// An idle stretch.
  func fold(_ duration: String) -> String {
    var cells = blank(bars: false)
    for lane in lanes.indices { cells[column(lane)] = "┊" }
    put("~", at: margin - 3, in: &cells)
    put(duration, at: margin + 2, in: &cells)
    return text(cells)
  }

  func arrow(_ arrow: WorldTrace.Arrow, at time: Int64) -> String {
    var cells = blank(bars: true)
    let number = "\(time)"
    put(number, at: max(0, margin - 2 - number.count), in: &cells)
    guard let from = lanes.firstIndex(of: arrow.from), let to = lanes.firstIndex(of: arrow.to), from != to
    else {
      return text(cells)
    }
    let (left, right) = (min(column(from), column(to)), max(column(from), column(to)))
    let line: Character = arrow.phase == .dns ? "─" : "═"
    for place in (left + 1)..<right { cells[place] = line }
    let isRight = to > from
    let head = isRight ? right - 1 : left + 1
    cells[head] =
      arrow.end == .lost ? "×" : arrow.end == .arrived ? (isRight ? "▶" : "◀") : (isRight ? "▷" : "◁")
    cells[column(from)] = arrow.phase == .dns ? (isRight ? "├" : "┤") : (isRight ? "╞" : "╡")
    write(arrow, between: left, right, in: &cells)
    return text(cells)
  }

  /// Puts the words on the line where they fit there, otherwise beside it.
  private func write(_ arrow: WorldTrace.Arrow, between left: Int, _ right: Int, in cells: inout [Character])
  {
    let inside = right - left - 5
    let short = Self.short(arrow.text)
    if let words = [arrow.text, short].first(where: { $0.count <= inside }) {
      put(words, at: left + 2 + (inside - words.count) / 2, in: &cells)
    } else if arrow.text.count < width - right - 2 {
      put(arrow.text, at: right + 2, in: &cells)
    } else if arrow.text.count < left - margin - 2 {
      put(arrow.text, at: left - 1 - arrow.text.count, in: &cells)
    } else if inside > 3 {
      put(Self.clipped(short, inside), at: left + 2, in: &cells)
    }
  }

  /// `A?` for `www.postroad.example. A?`, `192.0.2.10` for `192.0.2.10 for 60 s`, `200` for `200 hit, 90 octets`.
  static func short(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    if text.hasSuffix("?"), let last = words.last { return last }
    if words.first == "ask" || words.first == "SYN" { return words.last ?? text }
    return words.first.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 } ?? text
  }

  private static func clipped(_ text: String, _ count: Int) -> String {
    text.count <= count ? text : String(text.prefix(max(0, count - 1))) + "…"
  }

  private func blank(bars: Bool) -> [Character] {
    var cells = [Character](repeating: " ", count: width)
    if bars { for lane in lanes.indices { cells[column(lane)] = "│" } }
    return cells
  }

  private func put(_ text: String, at place: Int, in cells: inout [Character]) {
    for (offset, character) in text.enumerated() where cells.indices.contains(place + offset) {
      cells[place + offset] = character
    }
  }

  private func text(_ cells: [Character]) -> String {
    String(String(cells).reversed().drop { $0 == " " }.reversed())
  }
}
