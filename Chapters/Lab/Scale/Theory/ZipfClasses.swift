#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Zipf's law as some hundred classes of objects of about the same popularity, for sums over ten million of them.
package struct ZipfClasses {
  package struct Class {
    /// How many objects, and how likely a request is for one of them.
    package let count: Double
    package let probability: Double
  }

  package let classes: [Class]
  package let objects: Int

  /// - Parameters:
  ///   - exact: so many ranks are classes of their own.
  ///   - growth: how much longer each class after them reaches than the one before.
  package init(count: Int, alpha: Double, exact: Int = 512, growth: Double = 1.01) {
    objects = count
    let rest = abs(1 - alpha) < 1e-8 ? 0 : 1 - alpha
    var masses: [(count: Double, mass: Double)] = []
    var first = 1
    while first <= count {
      let next = first < exact ? first + 1 : min(count + 1, max(first + 1, Int(Double(first) * growth)))
      // The midpoint rule is off by alpha(alpha + 1) / 24 rank², relatively: 10^-6 and less from the 512th on.
      let mass =
        next == first + 1
        ? exp(-alpha * log(Double(first)))
        : ZipfSampler.integral(Double(next) - 0.5, rest) - ZipfSampler.integral(Double(first) - 0.5, rest)
      masses.append((Double(next - first), mass))
      first = next
    }
    let total = masses.reduce(0) { $0 + $1.mass }
    classes = masses.map { Class(count: $0.count, probability: $0.mass / total / $0.count) }
  }

  /// How likely a request is for one of the first `ranks`, which are classes of their own.
  package func share(ofFirst ranks: Int) -> Double { classes.prefix(ranks).reduce(0) { $0 + $1.probability } }

  /// A sum over all objects.
  @inline(__always) package func sum(_ term: (Double) -> Double) -> Double {
    var sum = 0.0
    for each in classes { sum += each.count * term(each.probability) }
    return sum
  }
}
