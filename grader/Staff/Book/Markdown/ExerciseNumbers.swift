import CurriculumKit

/// Numbers like `5.3`, or several as in `5.1 to 5.3`, with the words around them: they may be exercises, figures, versions or
/// sections of an RFC.
struct ExerciseNumbers {
  let ids: [String]
  let range: Range<String.Index>
  private let before: Substring
  private let after: Substring

  static func all(in words: String) -> [ExerciseNumbers] {
    words.matches(of: /[0-9]+\.[0-9]+(?:(?:,?\s(?:and|to|or)\s|,\s)[0-9]+\.[0-9]+)*/).compactMap { match in
      let numbers = ExerciseNumbers(
        ids: match.0.matches(of: /[0-9]+\.[0-9]+/).map { String($0.0) }, range: match.range,
        before: words[..<match.range.lowerBound], after: words[match.range.upperBound...])
      return numbers.isWhole ? numbers : nil
    }
  }

  /// Whether the numbers are no part of something longer: of an address, a version, a section.
  private var isWhole: Bool {
    let isStart = before.last.map { !$0.isLetter && !$0.isNumber && !"./:§=@+-−~_".contains($0) } ?? true
    let isEnd = after.first.map { !$0.isLetter && !$0.isNumber && !"/%_@×".contains($0) } ?? true
    let goesOn = after.first.map { ".:-".contains($0) } == true && after.dropFirst().first?.isNumber == true
    return isStart && isEnd && !goesOn
  }

  /// Whether the words around say that exercises are meant. In doubt they are not.
  static func isReference(_ numbers: ExerciseNumbers) -> Bool {
    if numbers.after.prefixMatch(
      of: /\s*(?:%|µs|ms|ns|s\b|h\b|times\b|seconds\b|minutes\b|hours\b|rounds\b|per\b)/) != nil
    {
      return false
    }
    let words = numbers.before.split { $0.isWhitespace }
    guard let last = words.last else { return true }
    if numbers.before.last.map({ !$0.isWhitespace }) == true { return true }
    if last.last.map({ ".,;:)".contains($0) }) == true { return true }
    // `ln 1,000 is 6.9`.
    if last == "is", words.dropLast().last?.allSatisfy({ $0.isNumber || $0 == "," }) == true { return false }
    // `nginx 1.2`, `HAProxy 2.6`, `RFC 9111 4.2`, `c = 1.5`.
    guard let first = last.first, first.isLetter, !programs.contains(String(last)), last.count > 1 else {
      return false
    }
    return first.isLowercase || beginnings.contains(String(last))
  }

  /// Words before a version that are written with a small letter.
  private static let programs: Set<String> = [
    "nginx", "version", "versions", "dig", "unbound", "curl", "docc", "about", "nearly", "only", "takes",
    "costs",
  ]
  /// Words with a capital letter that may come before a reference; other ones are names.
  private static let beginnings: Set<String> = [
    "After", "And", "As", "Before", "But", "By", "Exercise", "Exercises", "From", "In", "Like", "Of", "Or",
    "See", "Since",
    "That", "Than", "To", "Until", "Use", "With",
  ]

  /// Whether a column's numbers are exercises: its head says so.
  static func areReferences(under head: String) -> Bool {
    ["exercise", "exercises"].contains(head.lowercased())
  }

  static func isNumberAlone(_ cell: String) -> Bool { cell.wholeMatch(of: /[−+-]?[0-9.,]+/) != nil }
}
