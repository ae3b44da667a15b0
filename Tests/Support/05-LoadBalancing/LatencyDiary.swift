import Foundation

/// Peak EWMA as one sum over its history, to check against: there is no running average. Each latency since the last
/// peak adds what its weight was then, decayed until now.
public struct LatencyDiary {
  private let lifetime: Double
  private var entries: [(latency: Double, at: Double)] = []

  public init(lifetime: Double) { self.lifetime = lifetime }

  /// Whether anything was observed yet.
  public var isEmpty: Bool { entries.isEmpty }

  /// Notes a latency; the times have to rise.
  public mutating func note(_ latency: Double, at moment: Double) { entries.append((latency, moment)) }

  /// The average at the last entry, decayed until `now`.
  public func average(now: Double) -> Double { average(of: entries.count, now: now) }

  private func average(of count: Int, now: Double) -> Double {
    guard count > 0 else { return 0 }
    let peak = (0..<count).last { place in
      place == 0 || entries[place].latency > average(of: place, now: entries[place - 1].at)
    }!
    let later = (peak + 1..<count).map { place in
      entries[place].latency * (1 - left(entries[place].at - entries[place - 1].at))
        * left(now - entries[place].at)
    }
    return entries[peak].latency * left(now - entries[peak].at) + later.reduce(0, +)
  }

  private func left(_ time: Double) -> Double { pow(M_E, -time / lifetime) }
}
