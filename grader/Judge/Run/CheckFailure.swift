import SystemKit

/// What a failed check of a suite says, as a structure: `postroad.failure/1`. The suites' own support writes it.
package struct CheckFailure: Codable, Hashable, Sendable {
  package static let schema = "postroad.failure/1"

  package enum Kind: String, Codable, Sendable {
    /// One call with its input.
    case call
    /// A call on a subject that keeps state.
    case steps
  }

  package var schema = CheckFailure.schema
  package var kind: Kind
  package var call: String
  package var input: String
  package var expected: String
  package var actual: String
  /// Where the two differ first; nil where that is seen at once.
  package var difference: String?
  package var rule: String
  /// What was done before, an element each.
  package var steps: [String]?

  package init(
    kind: Kind = .call, call: String, input: String, expected: String, actual: String,
    difference: String? = nil, rule: String, steps: [String]? = nil
  ) {
    self.kind = kind
    self.call = call
    self.input = input
    self.expected = expected
    self.actual = actual
    self.difference = difference
    self.rule = rule
    self.steps = steps
  }

  /// The same, harmless for a terminal: values of the code under test are in it.
  package var printable: CheckFailure {
    CheckFailure(
      kind: kind, call: call.printable, input: input.printable, expected: expected.printable,
      actual: actual.printable, difference: difference?.printable, rule: rule.printable,
      steps: steps?.map(\.printable))
  }
}
