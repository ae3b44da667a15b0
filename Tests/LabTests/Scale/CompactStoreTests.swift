import ContentDelivery
import PostRoad
import ScaleKit
import Testing

/// The stores that are made for millions, beside the exercise's and beside trying everything.
@Suite struct CompactStoreTests {
  @Test func `it hits and misses as the exercise's does, request for request`() throws {
    let trace = WarmStore.trace(objects: 3_000, alpha: 0.8, count: 20_000, seed: 4)
    var compact = CompactLRU(objects: 3_000, largest: 300)
    for capacity in [300, 1, 120] {
      compact.empty(capacity: capacity)
      var exercise = try LRUStore<Int32>(capacity: capacity)
      for object in trace {
        let isHit = try exercise.use(object)
        if !isHit { _ = try exercise.insert(object, size: 1) }
        #expect((compact.request(object, now: 0) != .miss) == isHit)
      }
      #expect(compact.count == capacity)
    }
  }

  @Test func `its objects are in the order of use`() {
    var store = CompactLRU(objects: 10, largest: 3)
    for object in [1, 2, 3, 1, 4] as [Int32] { _ = store.request(object, now: 0) }
    #expect(store.objects == [3, 1, 4])
    store.empty(capacity: 2)
    #expect(store.objects == [])
    #expect(store.request(4, now: 0) == .miss)
  }

  @Test func `who comes while it is fetched waits`() {
    var store = CompactLRU(objects: 10, largest: 3)
    #expect(store.request(1, now: 1_000) == .miss)
    #expect(store.request(1, now: 1_000 + ScaleSettings.fetch - 1) == .wait)
    #expect(store.request(1, now: 1_000 + ScaleSettings.fetch) == .hit)
  }

  @Test func `Belady's bound is the best of all that can be done`() {
    var random = ScaleRandom(seed: 9)
    for _ in 0..<200 {
      let trace = (0..<14).map { _ in Int32(random.index(6)) }
      let capacity = 1 + random.index(3)
      #expect(
        BeladyBound.hits(trace, objects: 6, capacity: capacity, measured: 0..<trace.count)
          == mostHits(trace, capacity: capacity))
    }
  }

  /// Every store that there can be, after every request: sets of bits, each with the most hits that lead there.
  private func mostHits(_ trace: [Int32], capacity: Int) -> Int {
    var best: [Int: Int] = [0: 0]
    for object in trace {
      let bit = 1 << Int(object)
      var next: [Int: Int] = [:]
      for (store, hits) in best {
        if store & bit != 0 {
          next[store] = max(next[store] ?? 0, hits + 1)
          continue
        }
        next[store] = max(next[store] ?? 0, hits)
        if store.nonzeroBitCount < capacity { next[store | bit] = max(next[store | bit] ?? 0, hits) }
        for other in 0..<6 where store & 1 << other != 0 {
          let changed = store ^ 1 << other | bit
          next[changed] = max(next[changed] ?? 0, hits)
        }
      }
      best = next
    }
    return best.values.max() ?? 0
  }

  @Test func `streams are merged in time, and the first stream is first in a tie`() {
    var random = ScaleRandom(seed: 3)
    var misses: [RegionRun.Miss] = []
    var ends: [Int] = []
    var tagged: [(now: Int32, stream: Int, place: Int)] = []
    for stream in 0..<9 {
      let times = (0..<(stream == 4 ? 0 : 40)).map { _ in Int32(random.index(60)) }.sorted()
      for now in times {
        tagged.append((now, stream, misses.count))
        misses.append(.init(now: now, object: 0))
      }
      ends.append(misses.count)
    }
    var streams = MergedStreams(ends: ends)
    var order: [Int] = []
    while let next = streams.next(in: misses) { order.append(next) }
    #expect(order == tagged.sorted { $0 < $1 }.map(\.place))
  }
}
