import TestSupport
import Testing

/// A subject that keeps state, and the trail of what was done with it. A suite adds its own calls in an extension.
///
/// A call that fails leaves the subject as it was before: a failure is shown once, with the steps up to it.
public struct Trail<Subject> {
  public private(set) var subject: Subject
  private var steps = CheckSteps()

  public init(_ call: String, _ make: () throws -> Subject) throws {
    subject = try make()
    steps.note(call)
  }

  /// Makes a call whose result is not looked at.
  public mutating func run(
    _ call: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout Subject) throws -> some Any
  ) throws {
    var after = subject
    try steps.run(call, sourceLocation: sourceLocation) { try body(&after) }
    subject = after
  }

  public mutating func check<Value: Equatable>(
    _ call: String, _ wanted: Value, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout Subject) throws -> Value
  ) throws {
    var after = subject
    try steps.check(call, returns: wanted, rule, sourceLocation: sourceLocation) { try body(&after) }
    subject = after
  }

  public mutating func refuse<Failure: Error & Equatable>(
    _ call: String, _ error: Failure, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout Subject) throws -> some Any
  ) throws {
    var after = subject
    try steps.check(call, throws: error, rule, sourceLocation: sourceLocation) { try body(&after) }
    subject = after
  }
}
