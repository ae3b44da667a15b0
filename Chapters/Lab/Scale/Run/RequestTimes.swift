#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The moments of so many requests that come independently of each other, one after the other.
///
/// They are the order statistics of uniform moments: of m that are left in the rest of the time the first comes after a share of
/// 1 - u^(1/m) of it.
struct RequestTimes {
  private var left: Int
  private var now = 0.0
  private let end: Double

  init(count: Int, until end: Int32) {
    left = count
    self.end = Double(end)
  }

  /// In milliseconds; nil where there is no more.
  @inline(__always) mutating func next(_ random: inout ScaleRandom) -> Int32? {
    guard left > 0 else { return nil }
    now += (end - now) * -expm1(log(random.unit()) / Double(left))
    left -= 1
    return Int32(now)
  }
}

/// Streams that are each in the order of time, as one: a heap of their next ones. Of equal moments the first stream's comes first.
package struct MergedStreams {
  private var heap: [(now: Int32, stream: Int32)] = []
  private var places: [Int]
  private let ends: [Int]
  private var hasBegun = false

  /// - Parameter ends: where each stream ends; it begins where the one before it ends.
  package init(ends: [Int]) {
    self.ends = ends
    places = [0] + ends.dropLast()
  }

  /// The index of what comes next.
  @inline(__always) package mutating func next(in misses: [RegionRun.Miss]) -> Int? {
    if !hasBegun {
      hasBegun = true
      heap = ends.indices.filter { places[$0] < ends[$0] }.map { (misses[places[$0]].now, Int32($0)) }
      for place in heap.indices.reversed() { sink(heap[place], at: place) }
    }
    guard let top = heap.first else { return nil }
    let stream = Int(top.stream)
    let index = places[stream]
    places[stream] += 1
    if index + 1 < ends[stream] {
      sink((misses[index + 1].now, top.stream), at: 0)
    } else {
      let last = heap.removeLast()
      if !heap.isEmpty { sink(last, at: 0) }
    }
    return index
  }

  @inline(__always) private mutating func sink(_ entry: (now: Int32, stream: Int32), at start: Int) {
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < entry else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = entry
  }
}
