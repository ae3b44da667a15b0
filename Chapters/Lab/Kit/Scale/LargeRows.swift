import ScaleKit

/// The rows of the large run: its counters beside paper.
enum LargeRows {
  static func rows(_ file: ScaleFile, _ plan: ScalePlan) -> [ScaleRow] {
    let (settings, counters) = (file.settings, file.counters)
    let theory = ScaleTheory(plan)
    let total = Double(settings.requests)
    func share(_ count: Int) -> Double { Double(count) / total }
    let hits = share(counters.popHits + counters.popWaits)
    let shieldRequests = Double(counters.shieldHits + counters.shieldWaits + counters.shieldMisses)
    let shieldHits = Double(counters.shieldHits + counters.shieldWaits) / max(1, shieldRequests)
    let hot = HotObject(plan)
    // A small graph has no tail to measure.
    let exponent = PowerLaw.exponent(of: plan.graph.customers, least: PowerLaw.leastOfTail)
    let paper = HotObject.paper(plan)
    return [
      ScaleRow(
        "exponent of networks' customers", .number, paper: NetworkGraph.exponent,
        simulated: exponent.isFinite ? exponent : nil),
      ScaleRow(
        "resolvers, TTL 300 s: hits", .share, paper: 1 - theory.resolverMisses,
        simulated: 1 - share(counters.resolverMisses)),
      ScaleRow(
        "POPs, LRU of \(Decimal.grouped(settings.capacity)): hits", .share,
        paper: theory.popHits,
        simulated: hits),
      ScaleRow(
        "shields, LRU of \(Decimal.grouped(settings.shieldCapacity)): hits", .share,
        paper: theory.popHits < 1 ? 1 - theory.shieldMisses / (1 - theory.popHits) : 0, simulated: shieldHits),
      ScaleRow(
        "of all requests, to the origin", .share, paper: theory.shieldMisses,
        simulated: share(counters.shieldMisses)),
      ScaleRow(
        "   without coalescing", .share, simulated: share(counters.shieldMisses + counters.shieldWaits)),
      ScaleRow(
        "   without shields", .share, paper: 1 - theory.popHits, simulated: share(counters.popMisses)),
      ScaleRow(
        "   without shields and coalescing", .share,
        simulated: share(counters.popMisses + counters.popWaits)),
      ScaleRow(
        "hot object, lifetime 60 s: fetches", .count, paper: paper.shielded,
        simulated: Double(hot.shielded)),
      ScaleRow(
        "   at most: shields · ⌈time/lifetime⌉", .count, paper: Double(settings.regions * HotObject.most)),
      ScaleRow("   without shields", .count, paper: paper.plain, simulated: Double(hot.plain)),
    ]
  }

  /// Stores that need more requests until they are full are left out: with a steep law rare objects hardly ever come.
  private static let mostFilling = 20_000_000.0

  /// Stores of three sizes that have been full for long.
  static func warm(_ settings: ScaleSettings) -> [ScaleRow] {
    let zipf = ZipfClasses(count: settings.objects, alpha: settings.alpha)
    return [1_000, 100, 10].compactMap { part in
      let capacity = settings.objects / part
      let theory = LRUTheory(zipf, capacity: capacity)
      guard capacity > 0, theory.characteristic < mostFilling else { return nil }
      // Che's store is full after its characteristic time; half as much again is on the safe side.
      let simulated = WarmStore.hitRatio(
        settings, capacity: capacity, filling: Int(1.5 * theory.characteristic),
        measured: min(settings.requests, 2_000_000))
      return ScaleRow(
        "LRU of \(Decimal.grouped(capacity)): hits", .share,
        paper: theory.hitRatio, simulated: simulated)
    }
  }

  /// The day on which the largest region falls, at noon.
  static func fall(_ file: ScaleFile, _ plan: ScalePlan) -> [ScaleRow] {
    let (fall, counters) = (plan.fall, file.counters)
    let noon = Double(max(1, counters.noonMisses))
    let theory = ScaleTheory.extraMisses(plan)
    var rows = [
      ScaleRow("clients that go elsewhere", .count, simulated: Double(fall.moved)),
      ScaleRow("   clients of others, elsewhere too", .count, simulated: Double(fall.shifted)),
      ScaleRow("   whom nobody answers", .count, simulated: Double(fall.dark)),
      ScaleRow(
        "misses in the next hour, without it", .count, simulated: Double(counters.noonMisses)
      ),
      ScaleRow(
        "   more of them with it", .share, paper: theory.extra / theory.misses,
        simulated: Double(counters.fallMisses - counters.noonMisses) / noon),
    ]
    if let peak = fall.peak {
      rows += [
        ScaleRow(
          "clients of neighbour \(peak.pop), before", .count, simulated: Double(peak.before)
        ),
        ScaleRow("   after", .count, simulated: Double(peak.after)),
        ScaleRow("   the most of any POP, before", .count, simulated: Double(fall.before.max() ?? 0)),
      ]
    }
    return rows
  }
}
