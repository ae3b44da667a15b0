/// What is to be done later: the earliest first, and of two at the same time the one that was added first.
package struct TimerQueue {
  private var entries: [(at: Int64, body: () -> Void)] = []

  package init() {}

  /// When the next one is due.
  package var first: Int64? { entries.first?.at }

  package mutating func add(at time: Int64, _ body: @escaping () -> Void) {
    // Most are later than all others: the search begins at the end.
    var index = entries.count
    while index > 0, entries[index - 1].at > time { index -= 1 }
    entries.insert((time, body), at: index)
  }

  /// Takes out all that are due. They are returned and not called: what they do may add others.
  package mutating func takeDue(_ now: Int64) -> [() -> Void] {
    let count = entries.firstIndex { $0.at > now } ?? entries.count
    let due = entries[..<count].map(\.body)
    entries.removeFirst(count)
    return due
  }
}
