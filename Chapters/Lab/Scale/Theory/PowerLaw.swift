#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of simple random things.
package enum PowerLaw {
  /// A growing network has its power law in the tail; below it sizes are a little shifted.
  package static let leastOfTail = 20

  /// The exponent that makes these sizes likeliest, of those that are at least `least`.
  ///
  /// Source: Clauset, Shalizi, Newman: "Power-Law Distributions in Empirical Data", SIAM Review 51 (2009), equation 3.7.
  package static func exponent(of sizes: [Int], least: Int) -> Double {
    let large = sizes.filter { $0 >= least }
    let sum = large.reduce(0.0) { $0 + log(Double($1) / (Double(least) - 0.5)) }
    return sum > 0 ? 1 + Double(large.count) / sum : .nan
  }
}

/// Requests that go to the less loaded of some backends, as many as there are backends: a share of them ends with so many.
///
/// Source: Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001), §3: the differential equation for very many
/// backends, ds_i / dt = s_(i-1)^d - s_i^d.
package enum ManyBackends {
  /// The share of backends with at least `load` requests, with d choices each.
  package static func share(withAtLeast load: Int, choices: Int) -> Double {
    var shares = [1.0] + [Double](repeating: 0, count: load)
    let steps = 20_000
    for _ in 0..<steps {
      // From the top down, so that each uses what the one below was before.
      for index in stride(from: load, through: 1, by: -1) {
        shares[index] += (power(shares[index - 1], choices) - power(shares[index], choices)) / Double(steps)
      }
    }
    return shares[load]
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
