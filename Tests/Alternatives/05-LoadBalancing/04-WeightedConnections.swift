import PostRoad

/// Compares whole parts first and remainders after them, and keeps the backends in a list in which whoever changes goes
/// to the end.
public struct WeightedConnections {
  private struct Seat {
    let weight: Int
    var isUp: Bool
    var count: Int
    var current = 0
  }

  /// `above / weight`, taken apart into a whole number and a remainder that is less than the weight.
  private struct Value: Comparable {
    let whole: Int
    let rest: Int
    let weight: Int

    init(_ above: Int, by weight: Int) {
      (whole, rest) = above.quotientAndRemainder(dividingBy: weight)
      self.weight = weight
    }

    static func == (one: Value, other: Value) -> Bool { !(one < other) && !(other < one) }

    static func < (one: Value, other: Value) -> Bool {
      (one.whole, one.rest * other.weight) < (other.whole, other.rest * one.weight)
    }
  }

  private var seats: [Seat]
  /// All indices, the one that changed last at the end.
  private var order: [Int]
  private let above: @Sendable (Int) -> Int
  private let ties: LB.TieRule

  public init(_ backends: [LB.Backend], by rule: LB.ConnectionRule, ties: LB.TieRule) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    if let index = backends.firstIndex(where: { !LB.Backend.weights.contains($0.weight) }) {
      throw LB.PoolError.weightOutOfRange(backends[index].weight, at: index)
    }
    seats = backends.map { Seat(weight: $0.weight, isUp: $0.isUp, count: $0.activeConnections) }
    order = Array(backends.indices)
    above =
      switch rule {
      case .weighted: { $0 }
      case .shortestDelay: { $0 + 1 }
      case .neverQueue: { $0 + $0.signum() }
      }
    self.ties = ties
  }

  public mutating func mark(_ index: Int, isUp: Bool) throws {
    try check(index)
    seats[index].isUp = isUp
  }

  public mutating func open() throws -> Int {
    let values = seats.map { seat in
      seat.isUp && seat.weight > 0 ? Value(above(seat.count), by: seat.weight) : nil
    }
    let least = values.compactMap { $0 }.min()
    let tied = seats.indices.filter { values[$0] != nil && values[$0] == least }
    guard let picked = pick(among: tied) else { throw LB.PoolError.noneAvailable(of: seats.count) }
    change(picked, by: 1)
    return picked
  }

  public mutating func close(_ index: Int) throws {
    try check(index)
    if seats[index].count == 0 { throw LB.PoolError.noConnection(at: index) }
    change(index, by: -1)
  }

  private mutating func pick(among tied: [Int]) -> Int? {
    switch ties {
    case .first: return tied.first
    case .longestUnchanged: return order.first { tied.contains($0) }
    case .smooth:
      for index in tied { seats[index].current += seats[index].weight }
      let most = tied.map { seats[$0].current }.max()
      let picked = tied.first { seats[$0].current == most }
      if let picked { seats[picked].current -= tied.map { seats[$0].weight }.reduce(0, +) }
      return picked
    }
  }

  private mutating func change(_ index: Int, by difference: Int) {
    seats[index].count += difference
    order.removeAll { $0 == index }
    order.append(index)
  }

  private func check(_ index: Int) throws {
    if index < 0 || index >= seats.count { throw LB.PoolError.noBackend(at: index, count: seats.count) }
  }
}
