#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Draws ranks by Zipf's law without a table, in constant time: rejection-inversion.
///
/// A hat of which the integral H is known is inverted; what is above the law's own steps is drawn again, which happens seldom.
///
/// Source: Hörmann, Derflinger: "Rejection-inversion to generate variates from monotone discrete distributions", ACM
/// Transactions on Modeling and Computer Simulation 6 (1996).
package struct ZipfSampler {
  private let count: Double
  private let alpha: Double
  /// 1 - alpha, or 0 where it is so small that the logarithm is meant.
  private let rest: Double
  private let low: Double
  private let width: Double
  /// Ranks this near to their draw are taken without another look.
  private let shortcut: Double

  package init(count: Int, alpha: Double) {
    self.count = Double(count)
    self.alpha = alpha
    rest = abs(1 - alpha) < 1e-8 ? 0 : 1 - alpha
    let (alpha, rest) = (alpha, rest)
    let top = Self.integral(Double(count) + 0.5, rest)
    low = top
    width = Self.integral(1.5, rest) - 1 - top
    shortcut = 2 - Self.inverse(Self.integral(2.5, rest) - pow(2, -alpha), rest)
  }

  /// A rank less one: 0 is the most popular.
  @inline(__always) package func next(_ random: inout ScaleRandom) -> Int32 {
    while true {
      let u = low + random.unit() * width
      let x = Self.inverse(u, rest)
      let rank = min(max((x + 0.5).rounded(.down), 1), count)
      if rank - x <= shortcut || u >= Self.integral(rank + 0.5, rest) - exp(-alpha * log(rank)) {
        return Int32(rank) - 1
      }
    }
  }

  /// H(x), the integral of x^-alpha, up to a constant.
  @inline(__always) static func integral(_ x: Double, _ rest: Double) -> Double {
    rest == 0 ? log(x) : (exp(rest * log(x)) - 1) / rest
  }

  @inline(__always) private static func inverse(_ u: Double, _ rest: Double) -> Double {
    // Rounding must not lead to the logarithm of a negative number.
    rest == 0 ? exp(u) : exp(log(max(1 + rest * u, .leastNormalMagnitude)) / rest)
  }
}
