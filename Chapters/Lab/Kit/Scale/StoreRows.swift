import ContentDelivery
import PostRoad
import ScaleKit

/// The stores of chapter 4 on one trace, beside what is known of the best and of LRU.
enum StoreRows {
  static let objects = 100_000
  static let capacity = 10_000
  static let requests = 1_000_000

  static func rows(_ settings: ScaleSettings, requests: Int = requests) throws -> [ScaleRow] {
    let trace = WarmStore.trace(
      objects: objects, alpha: settings.alpha, count: requests, seed: settings.seed)
    // The first half fills the stores.
    let measured = trace.count / 2..<trace.count
    let zipf = ZipfClasses(count: objects, alpha: settings.alpha)
    let paper = LRUTheory(zipf, capacity: capacity).hitRatio
    let lru = try share(lruHits(trace, measured), of: measured)
    let sieve = try share(sieveHits(trace, measured), of: measured)
    let best = share(
      BeladyBound.hits(trace, objects: objects, capacity: capacity, measured: measured), of: measured)
    return [
      ScaleRow("4.23 LRU, 10,000 of 100,000: hits", .share, paper: paper, simulated: lru),
      ScaleRow("4.24 SIEVE, same requests: hits", .share, simulated: sieve),
      ScaleRow("     its gain over LRU", .share, simulated: sieve - lru),
      ScaleRow("     Belady's bound: hits", .share, simulated: best),
    ]
  }

  private static func share(_ hits: Int, of measured: Range<Int>) -> Double {
    Double(hits) / Double(max(1, measured.count))
  }

  static func lruHits(_ trace: [Int32], _ measured: Range<Int>, capacity: Int = capacity) throws -> Int {
    var store = try LRUStore<Int32>(capacity: capacity)
    var hits = 0
    for (index, object) in trace.enumerated() {
      if try store.use(object) {
        if measured.contains(index) { hits += 1 }
      } else {
        _ = try store.insert(object, size: 1)
      }
    }
    return hits
  }

  static func sieveHits(_ trace: [Int32], _ measured: Range<Int>) throws -> Int {
    var store = try SieveStore<Int32>(capacity: capacity)
    var hits = 0
    for (index, object) in trace.enumerated() {
      if try store.request(object) == .hit, measured.contains(index) { hits += 1 }
    }
    return hits
  }
}
