#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension LB {
  /// What is left of 1 after some time, when it decays with this mean lifetime: e^(−time / lifetime).
  ///
  /// - Parameters:
  ///   - time: how long it has decayed. At 0 all is left, after one lifetime 0.3679, after ten 0.0000454.
  ///   - lifetime: in the same unit, above 0. The half of it is gone after 0.6931 lifetimes.
  public static func remaining(after time: Double, lifetime: Double) -> Double { exp(-time / lifetime) }

  /// What a backend costs that was given requests and has never answered one: 2^47 nanoseconds, in seconds. This is
  /// Finagle's penalty, some 39 hours: more than any latency, so such a backend is asked again only when it has spoken, or everybody is silent.
  public static let unmeasuredCost = 140_737.488_355_328

  /// What is wrong with a stretch of time.
  public enum TimeError: Error, Hashable, Sendable {
    /// A time that has to be above 0, and a number at all.
    case notPositive(Double)
  }
}
