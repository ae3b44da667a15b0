import PostRoad
import Testing

/// Checks what a call returns for an input.
///
/// - Parameters:
///   - call: What is called, as a reader knows it: `parseHeader(_:).id`.
///   - input: What it is called with; it is shown in a failure.
///   - expected: The right result, from a source outside of this project.
///   - rule: The rule, in a sentence.
///   - body: Makes the call.
/// - Throws: `NotStarted` alone; another error of the call is a failure like a wrong result.
public func check<Input, Value: Equatable>(
  _ call: String, _ input: Input, returns expected: Value, _ rule: String,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: (Input) throws -> Value
) throws {
  let outcome = try Outcome { try body(input) }
  guard case .returned(let actual) = outcome, actual == expected else {
    let difference = outcome.value.flatMap { firstDifference(expected, $0) }
    return report(
      CheckFailure(
        call: call, input: describe(input), expected: shorten(describe(expected), around: difference),
        actual: shorten(outcome.described, around: difference), difference: difference, rule: rule),
      at: sourceLocation)
  }
}

/// Checks that a call throws exactly this error for an input.
public func check<Input, Failure: Error & Equatable>(
  _ call: String, _ input: Input, throws expected: Failure, _ rule: String,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: (Input) throws -> some Any
) throws {
  let outcome = try Outcome { try body(input) }
  if case .threw(let error) = outcome, error as? Failure == expected { return }
  report(
    CheckFailure(
      call: call, input: describe(input), expected: "throws \(describe(error: expected))",
      actual: outcome.described, rule: rule),
    at: sourceLocation)
}

/// Checks a property of what a call returns, where many results are right: `wanted` says in words what is.
public func check<Input, Value>(
  _ call: String, _ input: Input, returns wanted: String, where isRight: (Value) -> Bool, _ rule: String,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: (Input) throws -> Value
) throws {
  let outcome = try Outcome { try body(input) }
  if let value = outcome.value, isRight(value) { return }
  report(
    CheckFailure(
      call: call, input: describe(input), expected: wanted, actual: outcome.described, rule: rule),
    at: sourceLocation)
}

/// What came of a call.
enum Outcome<Value> {
  case returned(Value)
  case threw(any Error)

  /// Makes the call. What is not written yet is no outcome: it ends the test.
  init(_ body: () throws -> Value) throws {
    do {
      self = .returned(try body())
    } catch let error as NotStarted {
      throw error
    } catch {
      self = .threw(error)
    }
  }

  var value: Value? {
    if case .returned(let value) = self { return value }
    return nil
  }

  var described: String {
    switch self {
    case .returned(let value): describe(value)
    case .threw(let error): "threw \(describe(error: error))"
    }
  }
}
