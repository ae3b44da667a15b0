import PostRoad

/// Keeps a state for each backend, silent or measured, and moves an average towards a latency by the part of their
/// distance that is forgotten.
public struct PeakEWMA {
  private enum Experience {
    case none
    case measured(average: Double, at: Double)
  }

  private struct Seat {
    let isUp: Bool
    var outstanding: Int
    var experience = Experience.none

    func cost(now: Double, lifetime: Double) -> Double {
      switch experience {
      case .none where outstanding == 0: 0
      case .none: LB.unmeasuredCost + Double(outstanding)
      case .measured(let average, let moment):
        Double(1 + outstanding) * average * PeakEWMA.left(since: moment, at: now, lifetime: lifetime)
      }
    }

    mutating func learn(_ latency: Double, now: Double, lifetime: Double) {
      guard case .measured(let average, let moment) = experience else {
        experience = .measured(average: latency, at: now)
        return
      }
      let distance = average - latency
      let kept = distance < 0 ? 0 : PeakEWMA.left(since: moment, at: now, lifetime: lifetime)
      experience = .measured(average: latency + distance * kept, at: now < moment ? moment : now)
    }
  }

  private var seats: [Seat]
  private let lifetime: Double

  public init(_ backends: [LB.Backend], lifetime: Double) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    // Not a number is not above 0 either.
    if !(lifetime > 0) { throw LB.TimeError.notPositive(lifetime) }
    seats = backends.map { Seat(isUp: $0.isUp, outstanding: $0.activeConnections) }
    self.lifetime = lifetime
  }

  public func costs(now: Double) throws -> [Double] {
    seats.map { $0.cost(now: now, lifetime: lifetime) }
  }

  public mutating func begin(now: Double) throws -> Int {
    let costs = try costs(now: now)
    let ranked = seats.indices.filter { seats[$0].isUp }.sorted { (costs[$0], $0) < (costs[$1], $1) }
    guard let picked = ranked.first else { throw LB.PoolError.noneAvailable(of: seats.count) }
    seats[picked].outstanding += 1
    return picked
  }

  public mutating func end(_ index: Int, latency: Double, now: Double) throws {
    if index < 0 || index >= seats.count { throw LB.PoolError.noBackend(at: index, count: seats.count) }
    if seats[index].outstanding == 0 { throw LB.PoolError.noConnection(at: index) }
    seats[index].outstanding -= 1
    seats[index].learn(latency < 0 ? 0 : latency, now: now, lifetime: lifetime)
  }

  private static func left(since moment: Double, at now: Double, lifetime: Double) -> Double {
    LB.remaining(after: now < moment ? 0 : now - moment, lifetime: lifetime)
  }
}
