/// What a failed check has to say, in one form for `swift test`, for the grader and for the recordings: `postroad.failure/1`.
public struct CheckFailure: Codable, Hashable, Sendable {
  /// What was called: `parseHeader(_:).id`.
  public var call: String
  /// What it was called with; empty where there is nothing.
  public var input: String
  /// What should have come of it.
  public var expected: String
  /// What came of it.
  public var actual: String
  /// Where the two differ first, for values that are too large to see it at once; empty elsewhere.
  public var difference: String
  /// The rule that the check is about.
  public var rule: String
  /// For a subject that keeps state: what was done before, a line each.
  public var steps: [String]

  public init(
    call: String, input: String, expected: String, actual: String, difference: String = "", rule: String,
    steps: [String] = []
  ) {
    self.call = call
    self.input = input
    self.expected = expected
    self.actual = actual
    self.difference = difference
    self.rule = rule
    self.steps = steps
  }

  /// The failure as it is printed: what was called with what, what was expected, what came, the rule.
  public var text: String {
    var lines = [call]
    func add(_ name: String, _ value: String) {
      let rows = value.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, row) in rows.enumerated() {
        lines.append("  \(index == 0 ? name : String(repeating: " ", count: name.count))  \(row)")
      }
    }
    if !input.isEmpty { add("of      ", input) }
    add("expected", expected)
    add("got     ", actual)
    if !difference.isEmpty { add("differs ", difference) }
    lines.append("  \(rule)")
    if !steps.isEmpty { lines += ["  what was done:"] + steps.map { "  \($0)" } }
    return lines.joined(separator: "\n")
  }
}
