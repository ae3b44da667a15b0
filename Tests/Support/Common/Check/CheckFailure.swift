/// What a failed check has to say, in one form for `swift test`, for the grader and for the recordings: `postroad.failure/1`.
public struct CheckFailure: Codable, Hashable, Sendable {
  public static let schema = "postroad.failure/1"

  public enum Kind: String, Codable, Sendable {
    /// One call with its input.
    case call
    /// A call on a subject that keeps state: what was done with it before is in the steps.
    case steps
  }

  public private(set) var schema = CheckFailure.schema
  public var kind: Kind
  /// What was called: `parseHeader(_:).id`.
  public var call: String
  /// What it was called with, or the state in which the subject was.
  public var input: String
  /// What should have come of it.
  public var expected: String
  /// What came of it.
  public var actual: String
  /// Where the two differ first; nil where the values are small enough to see it at once.
  public var difference: String?
  /// The rule that the check is about.
  public var rule: String
  /// What was done before, an element each; nil where nothing was.
  public var steps: [String]?

  public init(
    kind: Kind = .call, call: String, input: String, expected: String, actual: String,
    difference: String? = nil, rule: String, steps: [String]? = nil
  ) {
    self.kind = kind
    self.call = shorten(call)
    self.input = shorten(input)
    self.expected = shorten(expected)
    self.actual = shorten(actual)
    self.difference = difference.map { shorten($0) }
    self.rule = rule
    self.steps = steps
  }

  /// The failure as it is printed: what was called with what, what was expected, what came, the rule.
  public var text: String {
    var lines = [call]
    func add(_ label: String, _ value: String) {
      lines += Self.rows(value, first: "  \(label)  ", next: "  \(label.map { _ in " " }.joined())  ")
    }
    // The state of a subject is in its steps.
    if kind == .call { add("of      ", input) }
    add("expected", expected)
    add("got     ", actual)
    if let difference { add("differs ", difference) }
    lines += Self.rows(rule, first: "  ", next: "  ")
    if let steps {
      lines.append("  what was done:")
      for step in steps { lines += Self.rows(step, first: "  ", next: "     ") }
    }
    return lines.joined(separator: "\n")
  }

  private static func rows(_ value: String, first: String, next: String) -> [String] {
    value.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, row in
      (index == 0 ? first : next) + row
    }
  }
}
