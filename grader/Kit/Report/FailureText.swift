import SystemKit

/// Swift Testing's words for a failed expectation, in a learner's.
enum FailureText {
  /// An issue's message, a line an element. Lists of small numbers are told as bytes only where bytes are what is made.
  static func lines(_ message: String, areBytes: Bool = true) -> [String] {
    let lines = message.lines.map(String.init)
    // A check says the whole of it in its own form.
    if lines.first == "Issue recorded" { return Array(lines.dropFirst()) }
    // What `==` adds of two collections repeats what stands above it.
    return lines.filter { !$0.hasPrefix("inserted [") && !$0.hasPrefix("removed [") }.flatMap {
      explain($0, areBytes: areBytes)
    }
  }

  private static func explain(_ line: String, areBytes: Bool) -> [String] {
    if line.hasPrefix("Caught error: ") { return ["threw: " + line.dropFirst("Caught error: ".count)] }
    guard line.hasPrefix("Expectation failed: ") else { return [line] }
    let rest = String(line.dropFirst("Expectation failed: ".count))
    return values(rest, areBytes: areBytes) ?? [rest]
  }

  /// `(header.id → 13330) == (0x1234 → 4660)` as what was got and what was expected.
  private static func values(_ text: String, areBytes: Bool) -> [String]? {
    guard let middle = text.range(of: ") == "), text.hasPrefix("("),
      let got = side(text[..<middle.lowerBound].dropFirst())
    else { return nil }
    var right = text[middle.upperBound...]
    if right.hasPrefix("("), right.hasSuffix(")") { right = right.dropFirst().dropLast() }
    let expected = side(right) ?? (nil, String(right))
    // A list of what is wrong, where nothing should be.
    if expected.value == "[]", let items = strings(got.value) { return items }
    if areBytes, let marked = HexComparison.lines(got: got.value, expected: expected.value) { return marked }
    // `0x1234 = 4660` says more than the number, `expected = 4660` does not.
    let name = expected.name.flatMap { $0 == expected.value || $0.allSatisfy(\.isLetter) ? nil : $0 }
    let wanted = name.map { "\($0) = " } ?? ""
    return ["\(got.name ?? "it") is \(got.value), expected \(wanted)\(expected.value)"]
  }

  /// `header.id → 13330`
  private static func side(_ text: Substring) -> (name: String?, value: String)? {
    guard let arrow = text.range(of: " → ") else { return nil }
    return (String(text[..<arrow.lowerBound]), String(text[arrow.upperBound...]))
  }

  /// The elements of `["one", "two"]`.
  private static func strings(_ list: String) -> [String]? {
    guard list.hasPrefix("[\""), list.hasSuffix("\"]") else { return nil }
    return list.dropFirst(2).dropLast(2).split(separator: "\", \"").map(String.init)
  }
}
