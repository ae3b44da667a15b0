import PostRoad
import Testing

/// Checks calls on a subject that keeps state: a failure shows the numbered steps up to it. After the first failure nothing more
/// is checked, since all later ones would follow from it.
///
/// ```swift
/// var steps = CheckSteps()
/// try steps.check("pick()", returns: "a", "turns go round") { try balancer.pick() }
/// try steps.run("mark(1, up: false)") { try balancer.mark(1, up: false) }
/// try steps.check("pick()", returns: "c", "who is down is skipped") { try balancer.pick() }
/// ```
public struct CheckSteps {
  /// The newest steps that are shown; the older ones are only counted.
  public static let shown = 12

  private var steps: [String] = []
  public private(set) var hasFailed = false

  public init() {}

  /// Notes something that was done, or that passed: time, a choice of the test's.
  public mutating func note(_ step: String) { steps.append(shorten(step, to: mostOfStep)) }

  /// Makes a call that has to succeed, and whose result is not looked at.
  public mutating func run(
    _ call: String, _ rule: String = "it has nothing to refuse here",
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) throws {
    guard !hasFailed else { return }
    let outcome = try Outcome(body)
    guard case .threw = outcome else { return note(call) }
    fail(call, expected: "no error", outcome.described, rule, sourceLocation)
  }

  public mutating func check<Value: Equatable>(
    _ call: String, returns expected: Value, _ rule: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Value
  ) throws {
    guard !hasFailed else { return }
    let outcome = try Outcome(body)
    if let value = outcome.value, value == expected { return note("\(call) gave \(describe(value))") }
    let difference = outcome.value.flatMap { firstDifference(expected, $0) }
    fail(call, expected: describe(expected), outcome.described, rule, sourceLocation, difference)
  }

  public mutating func check<Failure: Error & Equatable>(
    _ call: String, throws expected: Failure, _ rule: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) throws {
    guard !hasFailed else { return }
    let outcome = try Outcome(body)
    if case .threw(let error) = outcome, error as? Failure == expected {
      return note("\(call) threw \(describe(error: error))")
    }
    fail(call, expected: "throws \(describe(error: expected))", outcome.described, rule, sourceLocation)
  }

  public mutating func check<Value>(
    _ call: String, returns wanted: String, where isRight: (Value) -> Bool, _ rule: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Value
  ) throws {
    guard !hasFailed else { return }
    let outcome = try Outcome(body)
    if let value = outcome.value, isRight(value) { return note("\(call) gave \(describe(value))") }
    fail(call, expected: wanted, outcome.described, rule, sourceLocation)
  }

  private mutating func fail(
    _ call: String, expected: String, _ actual: String, _ rule: String, _ place: SourceLocation,
    _ difference: String? = nil
  ) {
    hasFailed = true
    let skipped = max(0, steps.count - Self.shown)
    let numbered = steps.enumerated().dropFirst(skipped).map { "\($0.offset + 1). \($0.element)" }
    let told = (skipped > 0 ? ["(\(skipped) steps before)"] : []) + numbered
    report(
      CheckFailure(
        kind: .steps, call: call, input: state, expected: shorten(expected, around: difference),
        actual: shorten(actual, around: difference), difference: difference, rule: rule,
        steps: told.isEmpty ? nil : told),
      at: place)
  }

  private var state: String {
    switch steps.count {
    case 0: "a new subject"
    case 1: "the subject after 1 step"
    default: "the subject after \(steps.count) steps"
    }
  }
}

/// Characters of a step that are shown.
private let mostOfStep = 400
