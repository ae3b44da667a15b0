import GraderKit

extension Report.ExercisePart {
  /// The rules for code that its file breaks; empty where it is not refused.
  var brokenRules: [String] {
    guard verdict == .judged(.refused) else { return [] }
    return diagnostics.compactMap { LanguageViolation.rule(of: $0.message) }
  }
}

extension GradeReport {
  /// Why exercises were refused, a phrase for each: `1.1 refused: public`. Empty where the whole submission was.
  var refusals: [String] {
    guard refused == nil else { return [] }
    return report.exercises.compactMap { part in
      let rules = part.brokenRules
      return rules.isEmpty ? nil : "\(part.id) refused: \(rules.joined(separator: ", "))"
    }
  }
}
