import Synchronization

/// Counts how often exercises did not come to what was expected in rounds: whom its neighbours disturb too often is tried alone
/// for the rest.
final class RoundTally: Sendable {
  /// The part of an exercise's items that may be disturbed. An item costs about a quarter in a round of what it costs alone.
  private static let share = 1.0 / 3

  private let disturbed = Mutex([Exercise: Int]())
  /// How many items each exercise has in all rounds.
  private let items: [Exercise: Int]

  init(_ rounds: [[BatchedTrials.Entry]]) {
    items = rounds.joined().reduce(into: [:]) { $0[$1.exercise, default: 0] += 1 }
  }

  func isWorthTrying(_ exercise: Exercise) -> Bool {
    let count = disturbed.withLock { $0[exercise] ?? 0 }
    return Double(count) <= Double(items[exercise] ?? 0) * Self.share
  }

  func noteDisturbed(_ exercise: Exercise) { disturbed.withLock { $0[exercise, default: 0] += 1 } }
}
