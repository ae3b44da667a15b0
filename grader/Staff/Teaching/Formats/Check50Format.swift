import SystemKit

/// Marks as check50 prints them with `--output json`: a check for each exercise; null where it was not tried.
enum Check50Format {
  private struct Results: Encodable {
    var slug = "postroad"
    var results: [Check]
    var version = GradeReport.schema
  }

  private struct Check: Encodable {
    struct Cause: Encodable {
      var rationale: String
      var help: String?
    }

    var name, description: String
    var passed: Bool?
    var log: [String]
    var cause: Cause?
    var dependency: String?

    enum CodingKeys: String, CodingKey { case name, description, passed, log, cause, data, dependency }

    /// Every key is there, with null where there is nothing.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(description, forKey: .description)
      try container.encode(passed, forKey: .passed)
      try container.encode(log, forKey: .log)
      try container.encode(cause, forKey: .cause)
      try container.encode([String: String](), forKey: .data)
      try container.encode(dependency, forKey: .dependency)
    }
  }

  static func text(_ grade: GradeReport) -> String {
    let parts = grade.report.exercises
    let checks = parts.map { part in
      let isTried = part.verdict != .judged(.waiting) && part.verdict != .notJudged
      let isSolved = part.verdict == .solved
      return Check(
        name: part.name, description: "\(part.id) \(part.title)", passed: isTried ? isSolved : nil,
        log: isSolved ? [] : GradeFormat.details(part, of: grade).lines.map(String.init),
        cause: isSolved
          ? nil
          : Check.Cause(
            rationale: part.diagnosis.map { "looks like: \($0.mistake)" } ?? part.verdict.words,
            help: part.diagnosis?.hint),
        dependency: part.waitsFor?.first.flatMap { id in parts.first { $0.id == id }?.name })
    }
    return JSON.text(Results(results: checks)) + "\n"
  }
}
