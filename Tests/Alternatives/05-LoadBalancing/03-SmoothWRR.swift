import PostRoad

/// Keeps debts, the current weights with the opposite sign, in a seat for each backend: the picked one is the deepest
/// below, and is charged the sum of all weights.
public struct SmoothWRR {
  private struct Seat {
    let weight: Int
    var isUp: Bool
    var debt = 0

    var takesPart: Bool { isUp && weight > 0 }
  }

  private var seats: [Seat]

  public init(_ backends: [LB.Backend]) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    if let index = backends.firstIndex(where: { !LB.Backend.weights.contains($0.weight) }) {
      throw LB.PoolError.weightOutOfRange(backends[index].weight, at: index)
    }
    seats = backends.map { Seat(weight: $0.weight, isUp: $0.isUp) }
  }

  public var currentWeights: [Int] {
    get throws { seats.map { 0 - $0.debt } }
  }

  public mutating func mark(_ index: Int, isUp: Bool) throws {
    if index < 0 || index >= seats.count { throw LB.PoolError.noBackend(at: index, count: seats.count) }
    seats[index].isUp = isUp
  }

  public mutating func pick() throws -> Int {
    let present = seats.indices.filter { seats[$0].takesPart }
    for index in present { seats[index].debt -= seats[index].weight }
    let least = present.map { seats[$0].debt }.min()
    guard let picked = present.first(where: { seats[$0].debt == least }) else {
      throw LB.PoolError.noneAvailable(of: seats.count)
    }
    seats[picked].debt += present.map { seats[$0].weight }.reduce(0, +)
    return picked
  }
}
