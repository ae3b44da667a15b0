/// A trace in words: its visits, and what they cost beside the least that they could.
package enum TraceSummary {
  /// More visits are counted, and not listed.
  private static let listed = 12

  /// A line for each visit: when, who, what came, how long, how many messages.
  package static func visits(_ trace: WorldTrace) -> String {
    let rows = trace.visits.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
    let columns = rows.prefix(listed).map { visit in
      let site = visit.site.map { " by \($0)" } ?? ""
      return [
        "\(visit.began)", visit.id, visit.status.map { "\($0) \(visit.outcome)\(site)" } ?? visit.outcome,
        "\(visit.ended - visit.began) ms", "\(visit.messages) messages",
      ]
    }
    let widths = (0..<5).map { place in columns.map { $0[place].count }.max() ?? 0 }
    let lines = columns.map { cells in
      let padded = cells.enumerated().map { place, cell in
        let space = String(repeating: " ", count: widths[place] - cell.count)
        return [0, 3, 4].contains(place) ? space + cell : cell + space
      }
      return padded.joined(separator: "  ")
    }
    let more = rows.count > listed ? ["… and \(rows.count - listed) more"] : []
    return (lines + more).map { "\($0)\n" }.joined()
  }

  /// One of the totals, and the least possible.
  struct Total: Hashable {
    let name: String
    let count: Int
    let least: Int
    /// Why it could not be less.
    let reason: String
  }

  static func totals(_ trace: WorldTrace) -> [Total] {
    let served = trace.visits.filter { $0.status != nil }
    let kinds = Dictionary(trace.lanes.map { ($0.name, $0.kind) }) { first, _ in first }
    let arrows = trace.arrows
    let backends = arrows.filter { kinds[$0.to] == "backend" && isRequest($0) }
    let queries = arrows.filter { kinds[$0.to] == "authority" && $0.text.hasSuffix("?") }
    let visits = trace.visits.reduce(0) { $0 + $1.messages }
    return [
      Total(
        name: "messages", count: visits, least: 2 * served.count,
        reason: "a request and a response for each visit"),
      Total(
        name: "questions to authorities", count: queries.count, least: lookups(trace),
        reason: "one for each time that an address is over"),
      Total(
        name: "requests to backends", count: backends.count, least: fetches(trace),
        reason: "time over lifetime, for each page"),
      Total(name: "lost packets", count: arrows.count { $0.end == .lost }, least: 0, reason: ""),
    ]
  }

  private static func isRequest(_ arrow: WorldTrace.Arrow) -> Bool {
    arrow.phase == .wait && arrow.visit != nil && arrow.text.contains(" /")
  }

  /// ⌈time / lifetime⌉ for each page, and one for each response where it may not be kept.
  private static func fetches(_ trace: WorldTrace) -> Int {
    let urls = Set(trace.visits.map(\.url)).sorted()
    return urls.reduce(0) { sum, url in
      let visits = trace.visits.filter { $0.url == url && $0.status != nil }
      guard let lifetime = visits.compactMap(\.lifetime).max(), lifetime > 0 else {
        return sum + visits.count
      }
      return sum + periods(visits, Int64(lifetime) * 1_000)
    }
  }

  /// ⌈time / TTL⌉ for each host.
  private static func lookups(_ trace: WorldTrace) -> Int {
    let hosts = Set(trace.visits.map { host($0.url) }).sorted()
    return hosts.reduce(0) { sum, host in
      let visits = trace.visits.filter { self.host($0.url) == host }
      guard let ttl = visits.compactMap(\.ttl).max(), ttl > 0 else {
        return sum + (visits.isEmpty ? 0 : 1)
      }
      return sum + periods(visits, Int64(ttl) * 1_000)
    }
  }

  private static func periods(_ visits: [WorldTrace.Visit], _ length: Int64) -> Int {
    guard let first = visits.map(\.began).min(), let last = visits.map(\.began).max() else { return 0 }
    return Int((last - first) / length) + 1
  }

  private static func host(_ url: String) -> String {
    String(url.split(separator: "/").dropFirst().first ?? "")
  }

  /// A line for each total: its number, the least possible, and why it could not be less.
  package static func totalsText(_ trace: WorldTrace) -> String {
    let totals = totals(trace)
    let width = totals.map(\.name.count).max() ?? 0
    return totals.map { total in
      let name = total.name + String(repeating: " ", count: width - total.name.count)
      let number = String(repeating: " ", count: max(0, 6 - "\(total.count)".count)) + "\(total.count)"
      let least = total.reason.isEmpty ? "" : "  least \(total.least): \(total.reason)"
      return "\(name)\(number)\(least)\n"
    }.joined()
  }
}
