import PostRoad

/// A trace of random visits, made from the end: each visit's fate is drawn first, and its events are written from that.
public struct VisitTrace: Sendable {
  private enum Fate: CaseIterable { case served, stale, lateServed, lateStale, failed, silent }

  public let every: Int64
  public let limit: Int64
  public let visits = 200
  public private(set) var events: [Failover.Event] = []
  public private(set) var account = Failover.Account()

  public init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    every = [1, 7, 50, 1_000].randomElement(using: &random) ?? 1
    limit = Int64.random(in: 0...9, using: &random)
    var fates: [(began: Int64, fate: Fate)] = []
    for visit in 0..<visits {
      let began = Int64.random(in: 100...1_100, using: &random)
      // In the middle of the time everything may happen, and before and after it only good things.
      let fate = (400..<800).contains(began) ? Fate.allCases.randomElement(using: &random) : .served
      fates.append((began, fate ?? .served))
      write(visit, began, fate ?? .served, using: &random)
    }
    // Sorted by time, and of several at one time in the order in which they were written: a visit's begin comes first.
    events = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
      \.element)
    count(fates)
  }

  private mutating func write(_ visit: Int, _ began: Int64, _ fate: Fate, using random: inout SeededRandom) {
    events.append(Failover.Event(at: began, visit, .began))
    let quick = began + Int64.random(in: 0...limit, using: &random)
    let slow = began + limit + Int64.random(in: 1...9, using: &random)
    let (end, kind): (Int64, Failover.Event.Kind?) =
      switch fate {
      case .served: (quick, .served)
      case .stale: (quick, .stale)
      case .lateServed: (slow, .served)
      case .lateStale: (slow, .stale)
      case .failed: ([quick, slow].randomElement(using: &random) ?? slow, .failed)
      case .silent: (slow, nil)
      }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      events.append(Failover.Event(at: Int64.random(in: began...end, using: &random), visit, .retried))
    }
    if let kind { events.append(Failover.Event(at: end, visit, kind)) }
  }

  private mutating func count(_ fates: [(began: Int64, fate: Fate)]) {
    let starts = fates.map { $0.began - $0.began % every }
    var start = starts.min() ?? 0
    while start <= starts.max() ?? 0 {
      let inside = fates.filter { $0.began >= start && $0.began < start + every }.map(\.fate)
      account.intervals.append(
        Failover.Interval(
          start: start, served: inside.count { $0 == .served }, stale: inside.count { $0 == .stale },
          late: inside.count { $0 == .lateServed || $0 == .lateStale },
          failed: inside.count { $0 == .failed || $0 == .silent }))
      start += every
    }
    let bad = fates.filter { $0.fate != .served && $0.fate != .stale }.map(\.began)
    account.trouble = bad.min()
    account.recovered = bad.max().flatMap { last in fates.map(\.began).filter { $0 > last }.min() }
  }

  public var text: String { events.map(\.description).joined(separator: " · ") }

  /// Reads `100 began 1 · 160 served 1`, in lines or in one.
  public static func read(_ text: String) -> [Failover.Event] {
    let kinds: [Substring: Failover.Event.Kind] = [
      "began": .began, "retried": .retried, "served": .served, "stale": .stale, "failed": .failed,
    ]
    return text.split { $0 == "·" || $0.isNewline }.compactMap { part in
      let words = part.split(separator: " ")
      guard words.count == 3, let at = Int64(words[0]), let kind = kinds[words[1]], let visit = Int(words[2])
      else { return nil }
      return Failover.Event(at: at, visit, kind)
    }
  }
}
