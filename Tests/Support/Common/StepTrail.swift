/// The numbered steps that a test has taken with a subject that keeps state, told when one goes wrong.
///
/// ```swift
/// var trail = StepTrail()
/// for expected in ["a", "b"] {
///   let picked = try balancer.pick()
///   trail.note("pick() gave \(picked), should give \(expected)")
///   #expect(picked == expected, "\(trail)")
/// }
/// ```
public struct StepTrail: CustomStringConvertible {
  /// The newest steps that are told; the older ones are only counted.
  public static let shown = 12

  private var steps: [String] = []

  public init() {}

  /// Adds a step: what was done and what came of it.
  public mutating func note(_ step: String) { steps.append(step) }

  /// One line a step, `  3. pick() gave a`.
  public var description: String {
    let skipped = max(0, steps.count - Self.shown)
    let told = steps.enumerated().dropFirst(skipped).map { "  \($0.offset + 1). \($0.element)" }
    return ((skipped > 0 ? ["  (\(skipped) steps before)"] : []) + told).joined(separator: "\n")
  }
}
