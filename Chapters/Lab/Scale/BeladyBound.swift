/// The most that any store of this size can hit, with the future known: who is asked for latest goes, and what would go at once is not
/// stored.
///
/// Source: Belady: "A study of replacement algorithms for a virtual-storage computer", IBM Systems Journal 5 (1966).
package enum BeladyBound {
  /// - Parameter measured: the requests whose hits count; those before it fill the store.
  package static func hits(_ trace: [Int32], objects: Int, capacity: Int, measured: Range<Int>) -> Int {
    let never = Int32.max
    // When each request's object is asked for again.
    var next = [Int32](repeating: never, count: trace.count)
    var last = [Int32](repeating: never, count: objects)
    for index in trace.indices.reversed() {
      next[index] = last[Int(trace[index])]
      last[Int(trace[index])] = Int32(index)
    }
    // Each stored object's next use; in the heap are older ones of the same object too, which are skipped.
    var stored = [Int32](repeating: -1, count: objects)
    var count = 0
    var hits = 0
    var heap = LatestUse()
    for (index, object) in trace.enumerated() {
      let use = next[index]
      if stored[Int(object)] >= 0 {
        if measured.contains(index) { hits += 1 }
      } else if count < capacity {
        count += 1
      } else {
        while let top = heap.first, stored[Int(top.object)] != top.use { heap.removeFirst() }
        guard let top = heap.first, top.use > use else { continue }
        heap.removeFirst()
        stored[Int(top.object)] = -1
      }
      stored[Int(object)] = use
      heap.insert(.init(use: use, object: object))
    }
    return hits
  }
}

/// A heap with the latest use on top.
private struct LatestUse {
  struct Entry {
    let use: Int32
    let object: Int32
  }
  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func insert(_ entry: Entry) {
    var place = entries.count
    entries.append(entry)
    while place > 0, entries[(place - 1) / 2].use < entry.use {
      entries[place] = entries[(place - 1) / 2]
      place = (place - 1) / 2
    }
    entries[place] = entry
  }

  mutating func removeFirst() {
    guard let entry = entries.popLast(), !entries.isEmpty else { return }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].use > entries[child].use { child += 1 }
      guard entries[child].use > entry.use else { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = entry
  }
}
