import PostRoad

/// Weighted least connections out of a diary, to check against: nothing is kept but what happened, and each pick reads
/// it from the start. Weights have to divide 2520, so that every value is a whole number.
public struct ConnectionDiary {
  private enum Entry {
    case opened(Int, tied: [Int])
    case closed(Int)

    var index: Int {
      switch self {
      case .opened(let index, _), .closed(let index): index
      }
    }
  }

  private let weights: [Int]
  private let rule: LB.ConnectionRule
  private let ties: LB.TieRule
  private var diary: [Entry] = []

  public init(weights: [Int], by rule: LB.ConnectionRule, ties: LB.TieRule) {
    self.weights = weights
    self.rule = rule
    self.ties = ties
  }

  /// The connections a backend has now.
  public func active(_ index: Int) -> Int {
    diary.reduce(0) { sum, entry in
      switch entry {
      case .opened(index, _): sum + 1
      case .closed(index): sum - 1
      default: sum
      }
    }
  }

  /// Notes that a connection of a backend ended.
  public mutating func close(_ index: Int) { diary.append(.closed(index)) }

  /// The backend of a new connection, or nil when nobody takes part.
  public mutating func open(isUp: [Bool]) -> Int? {
    let values = weights.indices.filter { isUp[$0] && weights[$0] > 0 }.map { ($0, value($0)) }
    guard let least = values.map(\.1).min() else { return nil }
    let tied = values.filter { $0.1 == least }.map(\.0)
    let picked: Int
    switch ties {
    case .first: picked = tied[0]
    case .longestUnchanged: picked = tied.min { (lastEntry($0), $0) < (lastEntry($1), $1) }!
    case .smooth: picked = tied.max { (credit($0) + weights[$0], $1) < (credit($1) + weights[$1], $0) }!
    }
    diary.append(.opened(picked, tied: tied))
    return picked
  }

  private func value(_ index: Int) -> Int {
    let active = active(index)
    let share = 2520 / weights[index]
    switch rule {
    case .weighted: return active * share
    case .shortestDelay: return (active + 1) * share
    case .neverQueue: return active == 0 ? 0 : (active + 1) * share
    }
  }

  private func lastEntry(_ index: Int) -> Int { diary.lastIndex { $0.index == index } ?? -1 }

  /// What the weight has earned in the ties it was part of, less the sums of those it won.
  private func credit(_ index: Int) -> Int {
    diary.reduce(0) { sum, entry in
      guard case .opened(let winner, let tied) = entry, tied.contains(index) else { return sum }
      return sum + weights[index] - (winner == index ? tied.map { weights[$0] }.reduce(0, +) : 0)
    }
  }
}
