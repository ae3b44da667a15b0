import GraderKit

/// What code of a stranger's may not hold: a row of the table.
///
/// With these rules code has no way to a system call, none to a suite's words, and none to memory that is not its own.
package struct LanguageRule: Sendable {
  /// A place that breaks a rule, with what is there.
  typealias Place = (what: String, line: Int)

  /// In camel case, as a report names it.
  package let name: String
  /// What it refuses, in words for those who hand in.
  package let refuses: String
  /// Why, and what to do instead.
  package let reason: String
  let places: @Sendable (RuleSource) -> [Place]

  init(
    _ name: String, refuses: String, _ reason: String, places: @escaping @Sendable (RuleSource) -> [Place]
  ) {
    self.name = name
    self.refuses = refuses
    self.reason = reason
    self.places = places
  }

  /// What a file breaks, one for each rule, the first lines first. `stub` says what is public.
  package static func violations(in text: String, stub: String = "", ownTypes: Set<String> = [])
    -> [LanguageViolation]
  {
    let source = RuleSource(text, stub: stub, ownTypes: ownTypes)
    return table.compactMap { rule in
      rule.places(source).min { $0.line < $1.line }.map {
        LanguageViolation(rule: rule.name, what: $0.what, line: $0.line, reason: rule.reason)
      }
    }.sorted { ($0.line, $0.rule) < ($1.line, $1.rule) }
  }

  /// The types that a file declares.
  package static func types(in text: String) -> Set<String> { RuleSource.types(in: text) }
}

/// A rule that a file breaks.
package struct LanguageViolation: Equatable, Sendable {
  package let rule: String
  package let what: String
  package let line: Int
  package let reason: String

  package var message: String { "\(Self.start)\(rule)`: \(what). \(reason)" }

  private static let start = "refused by the rule `"

  /// The rule that a message is about; nil where it is another message.
  package static func rule(of message: String) -> String? {
    guard message.hasPrefix(start) else { return nil }
    return String(message.dropFirst(start.count).prefix { $0 != "`" })
  }
}
