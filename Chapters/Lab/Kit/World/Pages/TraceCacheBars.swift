/// What was kept, and for how long: a bar that runs down from when an answer was new to when it is over, and a tick for each visit that
/// made use of it.
struct TraceCacheBars {
  private struct Bar: Hashable {
    var owner: String
    var what: String
    var from: Int64
    var seconds: Int
    var style: String
  }

  private static let width = 860.0
  private static let margin = 190.0
  /// More are not drawn.
  private static let most = 12

  let trace: WorldTrace

  /// Nil where nothing was kept.
  func svg() -> String? {
    let bars = Array(self.bars().prefix(Self.most))
    guard let end = trace.visits.map(\.ended).max(), end > 0, !bars.isEmpty else { return nil }
    let scale = (Self.width - Self.margin - 20) / Double(end)
    var shapes = ""
    var y = 4.0
    for bar in bars {
      let x = Self.margin + Double(bar.from) * scale
      let full = Double(bar.seconds) * 1_000 * scale
      let right = min(x + full, Self.width - 10)
      // Where the picture ends before the lifetime does, the bar is cut.
      let left = full > 0 ? (x + full - right) / full : 0
      shapes += Markup.text(bar.owner, 0, y + 14, "name")
      shapes += Markup.text(bar.what, 0, y + 29, "small quiet")
      let points = [(x, y + 32), (x, y + 6), (right, y + 32 - 26 * left), (right, y + 32)]
      let text = points.map { "\(Markup.number($0.0)),\(Markup.number($0.1))" }.joined(separator: " ")
      shapes +=
        "<polygon points=\"\(text)\" class=\"\(bar.style)-fill\" opacity=\"0.45\"><title>\(bar.seconds) s from \(bar.from) ms on</title></polygon>\n"
      for time in uses(bar) {
        let at = Self.margin + Double(time) * scale
        shapes += Markup.line(at, y + 4, at, y + 34, "tick")
      }
      y += 46
    }
    shapes += Markup.text("0", Self.margin, y + 10, "small quiet", anchor: "middle")
    shapes += Markup.text("\(end) ms", Self.width - 20, y + 10, "small quiet", anchor: "end")
    return Markup.drawing(Self.width, y + 18, title: "What was kept", isAlone: false, shapes)
  }

  private func bars() -> [Bar] {
    var bars: [Bar] = []
    for visit in trace.visits.sorted(by: { $0.began < $1.began }) {
      if let ttl = visit.ttl, ttl > 0, let dns = visit.spans.first(where: { $0.phase == .dns }) {
        let from = visit.began + Int64(dns.start + dns.duration)
        bars.append(
          Bar(owner: client(visit), what: "address of \(host(visit))", from: from, seconds: ttl, style: "dns")
        )
      }
      if let site = visit.site, let lifetime = visit.lifetime, lifetime > 0, visit.outcome == "miss" {
        bars.append(Bar(owner: site, what: path(visit), from: visit.ended, seconds: lifetime, style: "wait"))
      }
    }
    return bars
  }

  /// When somebody made use of it.
  private func uses(_ bar: Bar) -> [Int64] {
    let until = bar.from + Int64(bar.seconds) * 1_000
    return trace.visits.filter { visit in
      guard visit.began >= bar.from, visit.began < until else { return false }
      if bar.style == "dns" {
        return client(visit) == bar.owner && bar.what.hasSuffix(host(visit)) && visit.ttl == nil
      }
      return visit.site == bar.owner && path(visit) == bar.what && visit.outcome == "hit"
    }.map(\.began)
  }

  private func client(_ visit: WorldTrace.Visit) -> String { String(visit.id.prefix { $0 != "/" }) }
  private func host(_ visit: WorldTrace.Visit) -> String {
    String(visit.url.split(separator: "/").dropFirst().first ?? "")
  }
  private func path(_ visit: WorldTrace.Visit) -> String {
    let path = "/" + visit.url.split(separator: "/").dropFirst(2).joined(separator: "/")
    return path.count <= 26 ? path : path.prefix(25) + "…"
  }
}
