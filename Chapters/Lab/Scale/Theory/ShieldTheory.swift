#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a shield hits, on paper: it sees only what its POPs have missed.
///
/// A POP misses an object at most once within its characteristic time, so the chance that it does not miss it in a shorter window is
/// one less the expected misses; longer windows are taken as several. Where no POP has missed the object in the shield's own
/// characteristic time, the shield misses it too. That time follows, as Che has it, from the room that the shield has, and changes
/// through the day: in the morning the stores are empty.
package struct ShieldTheory {
  /// One POP: its requests in a day, and the time an object stays, as a share of the day; infinite where the store never fills.
  private struct POP {
    let requests: Double
    let stay: Double
  }

  private let zipf: ZipfClasses
  private let pops: [POP]
  private let capacity: Double
  /// e^(-pT) of each class: how likely a POP with a full store misses it.
  private let steady: [Double]

  /// - Parameters:
  ///   - lru: the POPs' stores on paper; its classes may be coarse.
  ///   - requests: those of each POP of the region.
  package init(_ lru: LRUTheory, requests: [Int], capacity: Int) {
    zipf = lru.zipf
    self.capacity = Double(capacity)
    pops = requests.filter { $0 > 0 }.map {
      POP(requests: Double($0), stay: lru.characteristic / Double($0))
    }
    steady = lru.zipf.classes.map { exp(-$0.probability * lru.characteristic) }
  }

  /// Moments of the day at which it is looked at.
  private static let steps = 24

  /// The shield's misses in the whole day.
  package var misses: Double {
    var misses = 0.0
    // Since when an object must have been asked for, to be in the shield now.
    var since = 0.0
    for step in 0..<Self.steps {
      let begin = Double(step) / Double(Self.steps)
      let end = Double(step + 1) / Double(Self.steps)
      let middle = (begin + end) / 2
      since = moment(before: middle, from: since)
      for (index, each) in zipf.classes.enumerated() {
        var none = 0.0
        for pop in pops { none += log(quiet(pop, index, since, middle)) }
        guard none > -60 else { continue }
        for pop in pops {
          let arrivals = missed(pop, index, end) - missed(pop, index, begin)
          // Who misses has not asked for it in its own characteristic time.
          let earlier = max(since, middle - pop.stay)
          let others = none - log(quiet(pop, index, since, middle))
          misses += each.count * arrivals * exp(others) * quiet(pop, index, since, earlier)
        }
      }
    }
    return misses
  }

  /// The moment since which as many different objects came as the shield has room for; 0 where it is not full.
  private func moment(before now: Double, from last: Double) -> Double {
    guard stored(last, now) > capacity else { return last }
    var (low, high) = (last, now)
    // A day's steps are 4 % of it: ten halves are a tenth of a per mille.
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if stored(middle, now) > capacity { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func stored(_ since: Double, _ now: Double) -> Double {
    var stored = 0.0
    for (index, each) in zipf.classes.enumerated() {
      var none = 1.0
      for pop in pops where none > 1e-9 { none *= quiet(pop, index, since, now) }
      stored += each.count * (1 - none)
    }
    return stored
  }

  /// How often a POP is expected to have missed an object until a moment.
  @inline(__always) private func missed(_ pop: POP, _ index: Int, _ until: Double) -> Double {
    let rate = pop.requests * zipf.classes[index].probability
    guard until > pop.stay else { return -expm1(-rate * until) }
    return 1 - steady[index] + rate * steady[index] * (until - pop.stay)
  }

  /// How likely a POP has not missed an object between two moments.
  @inline(__always) private func quiet(_ pop: POP, _ index: Int, _ since: Double, _ until: Double) -> Double {
    guard since < until else { return 1 }
    let expected = missed(pop, index, until) - missed(pop, index, since)
    let windows = max(1, (until - since) / pop.stay)
    let one = max(1 - expected / windows, 1e-300)
    return windows == 1 ? one : exp(windows * log(one))
  }
}
