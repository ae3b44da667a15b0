/// Deals the items of several lists out in rounds, so that what one round takes is tried at once.
///
/// A round takes the next item of each list that has one left, hence no two of one owner: there are as many rounds as the
/// longest list has items, however many lists there are.
struct Batches<Owner: Hashable & Sendable, Item: Sendable>: Sendable {
  struct Entry: Sendable {
    let owner: Owner
    let item: Item
  }

  /// Each with at least one entry, in the order of the lists.
  let rounds: [[Entry]]

  init(_ lists: [(owner: Owner, items: [Item])]) {
    let longest = lists.map(\.items.count).max() ?? 0
    rounds = (0..<longest).map { round in
      lists.compactMap { list in
        list.items.indices.contains(round) ? Entry(owner: list.owner, item: list.items[round]) : nil
      }
    }
  }
}
