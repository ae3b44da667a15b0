#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What LRU hits, on paper: Che's approximation.
///
/// An object stays as long as it is asked for again within the *characteristic time* T, which is the same for all: so many requests
/// that as many different objects are expected in them as the store holds. A request for an object of probability p hits with
/// 1 - e^(-pT).
///
/// Source: Che, Tung, Wang: "Hierarchical Web Caching Systems: Modeling, Design and Experimental Results", IEEE JSAC 20 (2002). The
/// beginning, when the store is not full, follows from the same: then everything that was asked for is still there.
package struct LRUTheory {
  package let zipf: ZipfClasses
  package let capacity: Int
  /// T, in requests; infinite where everything fits.
  package let characteristic: Double
  /// Of a request to a store that has been full for long.
  package let hitRatio: Double

  package init(_ zipf: ZipfClasses, capacity: Int) {
    self.zipf = zipf
    self.capacity = capacity
    guard capacity < zipf.objects else {
      characteristic = .infinity
      hitRatio = 1
      return
    }
    var (low, high) = (0.0, 1.0)
    while Self.distinct(zipf, high) < Double(capacity) { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.distinct(zipf, middle) < Double(capacity) { low = middle } else { high = middle }
    }
    let time = (low + high) / 2
    characteristic = time
    hitRatio = zipf.sum { $0 * -expm1(-$0 * time) }
  }

  /// The expected number of different objects in so many requests.
  package static func distinct(_ zipf: ZipfClasses, _ requests: Double) -> Double {
    zipf.sum { -expm1(-$0 * requests) }
  }

  /// The expected hits among the first requests to an empty store.
  package func hits(_ requests: Double) -> Double {
    let filling = min(requests, characteristic)
    return filling - Self.distinct(zipf, filling) + (requests - filling) * hitRatio
  }

  package func misses(_ requests: Double) -> Double { requests - hits(requests) }
}
