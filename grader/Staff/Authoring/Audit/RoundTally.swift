import CurriculumKit
import GraderKit
import Synchronization

/// Counts how often exercises did not come to what was expected in rounds: whom its neighbours disturb too often is left out of
/// the rounds that follow.
final class RoundTally: Sendable {
  /// Right answers beside others say nothing of mistakes beside others.
  private struct Key: Hashable {
    let exercise: Exercise
    let kind: TrialItem.Kind

    init(_ entry: BatchedTrials.Entry) { (exercise, kind) = (entry.exercise, entry.item.kind) }
  }

  /// The part of an exercise's items that may be disturbed: in a round an item costs about a third of what it costs alone.
  private static let share = 1.0 / 3

  private let disturbed = Mutex([Key: Int]())
  private let items: [Key: Int]

  init(_ rounds: [[BatchedTrials.Entry]]) {
    items = rounds.joined().reduce(into: [:]) { $0[Key($1), default: 0] += 1 }
  }

  func isWorthTrying(_ entry: BatchedTrials.Entry) -> Bool {
    let count = disturbed.withLock { $0[Key(entry)] ?? 0 }
    return Double(count) <= Double(items[Key(entry)] ?? 0) * Self.share
  }

  func noteDisturbed(_ entry: BatchedTrials.Entry) {
    disturbed.withLock { $0[Key(entry), default: 0] += 1 }
  }
}
