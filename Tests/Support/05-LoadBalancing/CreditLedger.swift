/// Smooth weighted round robin by its books, to check against: no running state, only the history. The credit of a
/// backend is computed anew each time, as all that its weight has earned in the rounds it took part in, less the
/// totals of the rounds it won.
public struct CreditLedger {
  private struct Round {
    let takers: [Int]
    let total: Int
    let winner: Int
  }

  private let weights: [Int]
  private var rounds: [Round] = []

  /// Books without an entry.
  public init(weights: [Int]) { self.weights = weights }

  /// What each backend has earned and not spent.
  public var credits: [Int] {
    weights.indices.map { index in
      let earned = weights[index] * rounds.filter { $0.takers.contains(index) }.count
      let spent = rounds.filter { $0.winner == index }.map(\.total).reduce(0, +)
      return earned - spent
    }
  }

  /// The winner of the next round, or nil when nobody takes part.
  public mutating func pick(isUp: [Bool]) -> Int? {
    let credits = credits
    let takers = weights.indices.filter { isUp[$0] && weights[$0] > 0 }
    let greatest = takers.map { credits[$0] + weights[$0] }.max()
    guard let winner = takers.first(where: { credits[$0] + weights[$0] == greatest }) else { return nil }
    rounds.append(Round(takers: takers, total: takers.map { weights[$0] }.reduce(0, +), winner: winner))
    return winner
  }
}
