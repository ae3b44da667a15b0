/// Deals the items of several lists out in rounds, so that what one round takes is tried at once.
///
/// A round takes the next item of each list that has one left, hence no two of one list: there are as many rounds as the
/// longest list has items, however many lists there are.
struct Batches<Item: Sendable>: Sendable {
  /// Each with at least one item, in the order of the lists.
  let rounds: [[Item]]

  init(_ lists: [[Item]]) {
    let longest = lists.map(\.count).max() ?? 0
    rounds = (0..<longest).map { round in lists.compactMap { $0.dropFirst(round).first } }
  }
}
