/// Swift Testing's words for a failed expectation, in a learner's.
enum FailureText {
  /// One line of an issue's message.
  static func explain(_ line: String) -> String {
    let prefixes = ["Expectation failed: ", "Caught error: "]
    for prefix in prefixes where line.hasPrefix(prefix) {
      let rest = String(line.dropFirst(prefix.count))
      return prefix == "Caught error: " ? "threw: \(rest)" : values(rest) ?? rest
    }
    return line
  }

  /// `(header.id → 13330) == (0x1234 → 4660)` as what was got and what was expected.
  private static func values(_ text: String) -> String? {
    if let match = text.wholeMatch(of: /\((.+) → (.+)\) == \((.+) → (.+)\)/) {
      return "\(match.1) is \(match.2), expected \(match.3 == match.4 ? "" : "\(match.3) = ")\(match.4)"
    }
    if let match = text.wholeMatch(of: /\((.+) → (.+)\) == (.+)/) {
      return "\(match.1) is \(match.2), expected \(match.3)"
    }
    return nil
  }
}
