#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One object that everybody asks for, for about an hour. It is fresh for a minute, and an answer's age counts: what a POP has from its shield
/// is over when the shield's is.
package struct HotObject {
  package static let lifetime = 60.0
  /// Not a whole number of lifetimes, whose end a hair would decide.
  package static let time = 60.5 * lifetime
  /// What a shield asks for at most: ⌈time / lifetime⌉.
  package static let most = 61
  /// Requests a second, at all POPs together.
  package static let rate = 1_000.0

  /// What the origin is asked, with a shield for each region and without.
  package private(set) var shielded = 0
  package private(set) var plain = 0

  package init(_ plan: ScalePlan) {
    let settings = plan.settings
    for region in 0..<settings.regions {
      var random = ScaleRandom(seed: settings.seed, .hot, region)
      let pops = settings.pops(of: region)
      let clients = plan.first[pops.lowerBound]..<plan.first[pops.upperBound]
      let rate = Self.rate(plan, pops)
      guard rate > 0 else { continue }
      var expires = [Double](repeating: 0, count: pops.count)
      var (shield, now) = (0.0, 0.0)
      while true {
        now -= log(random.unit()) / rate
        guard now < Self.time else { break }
        let client = clients.lowerBound + random.index(clients.count)
        let pop = pops.first { client < plan.first[$0 + 1] } ?? pops.lowerBound
        if now >= expires[pop - pops.lowerBound] {
          plain += 1
          expires[pop - pops.lowerBound] = now + Self.lifetime
        }
        if now >= shield {
          shielded += 1
          shield = now + Self.lifetime
        }
      }
    }
  }

  private static func rate(_ plan: ScalePlan, _ pops: Range<Int>) -> Double {
    rate * Double(plan.first[pops.upperBound] - plan.first[pops.lowerBound]) / Double(plan.settings.clients)
  }

  /// The same on paper: what is fetched is good for a lifetime, and then one waits for the next request.
  package static func paper(_ plan: ScalePlan) -> (shielded: Double, plain: Double) {
    func fetches(_ pops: Range<Int>) -> Double {
      ScaleTheory.renewals(rate(plan, pops) * time, lifetimes: time / lifetime)
    }
    let settings = plan.settings
    return (
      (0..<settings.regions).reduce(0) { $0 + fetches(settings.pops(of: $1)) },
      (0..<settings.pops).reduce(0) { $0 + fetches($1..<$1 + 1) }
    )
  }
}
