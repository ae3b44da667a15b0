/// Which client is led to which site, before and after. Only what has moved is coloured.
struct TraceMap {
  private static let width = 860.0

  let trace: WorldTrace

  /// Nil where there is no choice of sites.
  func svg() -> String? {
    guard let before = trace.routes.first, !before.ways.isEmpty else { return nil }
    let after = trace.routes.dropFirst().first ?? before
    let routes = [before] + (trace.routes.count > 1 ? [after] : [])
    var names = trace.routes.flatMap(\.ways).compactMap(\.site)
    names = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    let rows = max(before.ways.count, names.count)
    let step = 30.0
    var shapes = ""
    for (column, routes) in routes.enumerated() {
      let left = Double(column) * Self.width / 2 + 100
      let right = left + 220
      shapes += Markup.text(
        column == 0 ? "at first" : "from \(routes.time) ms on", left - 90, 14, "quiet small")
      for (index, name) in names.enumerated() {
        shapes += Markup.text(name, right + 10, place(index, names.count, rows, step) + 4, "name")
      }
      for (index, way) in routes.ways.enumerated() {
        let y = place(index, routes.ways.count, rows, step)
        let hasMoved = way.site != before.ways.first { $0.client == way.client }?.site
        shapes += Markup.text(way.client, left - 10, y + 4, anchor: "end")
        guard let site = way.site.flatMap({ names.firstIndex(of: $0) }) else {
          shapes += Markup.text("nobody", left + 6, y + 4, "alarm-fill small")
          continue
        }
        shapes += Markup.line(
          left, y, right, place(site, names.count, rows, step), hasMoved ? "alarm" : "other")
      }
    }
    return Markup.drawing(
      Self.width, Double(rows) * step + 30, title: "Who is led where", isAlone: false, shapes)
  }

  private func place(_ index: Int, _ count: Int, _ rows: Int, _ step: Double) -> Double {
    34 + (Double(index) + 0.5) * Double(rows) / Double(count) * step - step / 2
  }
}
