/// One store that has been full for long, as Che's approximation has it: the share of hits in the requests after that.
package enum WarmStore {
  /// - Parameters:
  ///   - filling: the requests that are not counted.
  ///   - measured: those that are.
  package static func hitRatio(
    _ settings: ScaleSettings, capacity: Int, filling: Int, measured: Int
  ) -> Double {
    let zipf = ZipfSampler(count: settings.objects, alpha: settings.alpha)
    var random = ScaleRandom(seed: settings.seed, .trace, capacity)
    var store = CompactLRU(objects: settings.objects, largest: capacity)
    for _ in 0..<filling { _ = store.request(zipf.next(&random), now: 0) }
    var misses = 0
    for _ in 0..<measured where store.request(zipf.next(&random), now: 0) == .miss { misses += 1 }
    return measured == 0 ? 0 : 1 - Double(misses) / Double(measured)
  }

  /// Requests for objects of that many, as a list.
  package static func trace(objects: Int, alpha: Double, count: Int, seed: UInt64) -> [Int32] {
    let zipf = ZipfSampler(count: objects, alpha: alpha)
    var random = ScaleRandom(seed: seed, .trace, 0)
    return (0..<count).map { _ in zipf.next(&random) }
  }
}
