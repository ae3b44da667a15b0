import SystemKit

/// What a suite's source says of its tests. The event stream tells the verdicts; this tells which tests there have to be.
package struct SuiteSource: Sendable {
  package struct Test: Hashable, Sendable {
    /// The sentence between the backticks, or the function's name.
    package let name: String
    /// The comment above it, `RFC 1035 §4.1.1`.
    package let reference: String?
    /// The line of `@Test`, from 1.
    package let line: Int
    /// How many expectations stand in it and in the helpers of the file that it calls.
    package var assertions: Int
  }

  package let tests: [Test]

  /// A function while it is read: a test, or a helper where there is no line of `@Test`.
  private struct Function {
    var name: String
    var reference: String?
    var testLine: Int?
    var body = ""
  }

  package init(_ text: String) {
    var functions: [Function] = []
    var comment: [String] = []
    var attribute: (line: Int, comment: String?)?
    let function = /\bfunc +(?:`([^`]+)`|([A-Za-z0-9_]+))/

    for (index, line) in text.lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("//") {
        if !trimmed.hasPrefix("///") { comment.append(String(trimmed.dropFirst(2).drop { $0 == " " })) }
        continue
      }
      if trimmed.hasPrefix("@Test") {
        attribute = (index + 1, comment.isEmpty ? nil : comment.joined(separator: " "))
      }
      comment = []
      if ByteSearch.count("func ", in: trimmed) > 0, let match = trimmed.firstMatch(of: function),
        attribute != nil || Self.isMember(line)
      {
        functions.append(
          Function(
            name: String(match.1 ?? match.2 ?? ""), reference: attribute?.comment, testLine: attribute?.line))
        attribute = nil
      }
      if !functions.isEmpty { functions[functions.count - 1].body += line + "\n" }
    }

    let helpers = functions.filter { $0.testLine == nil }.map { ($0.name, Self.assertions(in: $0.body)) }
    tests = functions.compactMap { function in
      guard let line = function.testLine else { return nil }
      let lent = helpers.reduce(0) { $0 + $1.1 * function.body.ranges(of: $1.0 + "(").count }
      return Test(
        name: function.name, reference: function.reference, line: line,
        assertions: Self.assertions(in: function.body) + lent)
    }
  }

  /// A helper of the suite, and no function inside a function: the house indents by two.
  private static func isMember(_ line: Substring) -> Bool { line.prefix { $0 == " " }.count <= 2 }

  private static func assertions(in body: String) -> Int {
    let bytes = Array(body.utf8)
    return (["#expect", "#require", "Issue.record", "check("] as [StaticString]).reduce(0) {
      $0 + ByteSearch.count($1, in: bytes)
    }
  }
}
