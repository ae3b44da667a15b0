/// What a suite's source says of its tests. The event stream tells the verdicts; this tells which tests there have to be.
struct SuiteSource: Sendable {
  struct Test: Hashable, Sendable {
    /// The sentence between the backticks, or the function's name.
    let name: String
    /// The comment above it, `RFC 1035 §4.1.1`.
    let reference: String?
    /// The line of `@Test`, from 1.
    let line: Int
    /// How many expectations stand in it.
    let assertions: Int
  }

  let tests: [Test]

  init(_ text: String) {
    var tests: [Test] = []
    var comment: [String] = []
    var open: (line: Int, comment: String?)?
    var current: (name: String, reference: String?, line: Int, assertions: Int)?

    func close() {
      guard let done = current else { return }
      tests.append(
        Test(name: done.name, reference: done.reference, line: done.line, assertions: done.assertions))
      current = nil
    }

    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("//") {
        if !trimmed.hasPrefix("///") { comment.append(String(trimmed.dropFirst(2).drop { $0 == " " })) }
        continue
      }
      if trimmed.hasPrefix("@Test") {
        close()
        open = (index + 1, comment.isEmpty ? nil : comment.joined(separator: " "))
      }
      comment = []
      if let start = open, let match = trimmed.firstMatch(of: /func +(?:`([^`]+)`|([A-Za-z0-9_]+))/) {
        current = (String(match.1 ?? match.2 ?? ""), start.comment, start.line, 0)
        open = nil
      }
      if current != nil {
        current?.assertions += trimmed.matches(of: /#expect\b|#require\b|Issue\.record\b/).count
      }
    }
    close()
    self.tests = tests
  }
}
