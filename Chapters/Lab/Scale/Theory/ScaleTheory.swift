#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the large run should count, on paper.
package struct ScaleTheory {
  /// Shares of all requests.
  package let popHits: Double
  package let shieldMisses: Double
  package let resolverMisses: Double

  package init(_ plan: ScalePlan) {
    let settings = plan.settings
    let zipf = ZipfClasses(count: settings.objects, alpha: settings.alpha)
    let lru = LRUTheory(zipf, capacity: settings.capacity)
    let total = Double(settings.requests)
    let requests = (0..<settings.pops).map { plan.requests(of: $0) }
    popHits = requests.reduce(0) { $0 + lru.hits(Double($1)) } / total
    // The shields' sums are over all POPs and moments too: classes of a tenth do.
    let coarse = LRUTheory(
      ZipfClasses(count: settings.objects, alpha: settings.alpha, exact: 64, growth: 1.1),
      capacity: settings.capacity)
    shieldMisses =
      (0..<settings.regions).reduce(0) { sum, region in
        let own = settings.pops(of: region).map { requests[$0] }
        return sum + ShieldTheory(coarse, requests: own, capacity: settings.shieldCapacity).misses
      } / total
    resolverMisses =
      plan.clientsOfResolver.reduce(0) { sum, clients in
        let questions = total * Double(clients) / Double(settings.clients)
        return sum + Self.renewals(questions, lifetimes: Double(ScaleSettings.day / ScaleSettings.lifetime))
      } / total
  }

  /// The questions that a resolver passes on, of so many in so many lifetimes: each answer is good for a lifetime, and then one waits
  /// for the next question. In the long run it is λ / (1 + λT) a second; a day begins with nothing known.
  package static func renewals(_ questions: Double, lifetimes: Double) -> Double {
    guard questions > 0 else { return 0 }
    // In lifetimes: a wait, then one lifetime and a wait for each further one. A renewal function's limit is
    // t / mean + (deviation² / mean² - 1) / 2, here for what is left after the first.
    let wait = lifetimes / questions
    let mean = 1 + wait
    let limit = lifetimes / mean + (wait * wait / (mean * mean) + 1) / 2 - wait / mean
    return limit > 0 ? limit : questions
  }

  /// The misses of the hour after noon at POPs that a region's fall concerns, and how many more there are through it: each store goes on
  /// from noon with more requests than it would have had, or is gone.
  package static func extraMisses(_ plan: ScalePlan) -> (misses: Double, extra: Double) {
    let settings = plan.settings
    let lru = LRUTheory(
      ZipfClasses(count: settings.objects, alpha: settings.alpha), capacity: settings.capacity)
    var (misses, extra) = (0.0, 0.0)
    for pop in 0..<settings.pops {
      let isFallen = settings.region(of: pop) == plan.fall.region
      guard isFallen || plan.fall.changed[pop] else { continue }
      let requests = Double(plan.requests(of: pop))
      let noon = lru.misses(requests / 2)
      let own = lru.misses(requests / 2 + requests / Double(ScaleSettings.hoursOfDay)) - noon
      misses += own
      extra -= own
      if !isFallen { extra += lru.misses(requests / 2 + Double(plan.fallRequests(of: pop))) - noon }
    }
    return (misses, extra)
  }
}
