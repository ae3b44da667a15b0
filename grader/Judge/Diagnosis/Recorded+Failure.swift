extension Recorded {
  /// How one test failed, in the form that is compared: structures, so that no words of a toolchain are in it.
  package struct Failure: Hashable, Sendable {
    package var test: String
    package var verdict: TestVerdict
    /// What its checks found.
    package var failures: [CheckFailure]
    /// What else went wrong, in the grader's words: how it crashed, what it threw. Words of others where there is nothing better.
    package var messages: [String]

    package init(
      test: String, verdict: TestVerdict, failures: [CheckFailure] = [], messages: [String] = []
    ) {
      self.test = test
      self.verdict = verdict
      self.failures = failures
      self.messages = messages
    }
  }

  /// Issues of a test that are kept; a parameterised one may have many.
  package static let keptIssues = 4

  /// The failures of a judgement. A test that met a function which is not written yet says nothing of what is written.
  package static func failures(in judgement: Judgement) -> [Failure] {
    judgement.tests.compactMap { test, outcome in
      guard outcome.verdict != .passed, !outcome.isCutShort else { return nil }
      // How long was waited for a test that hung is no word of the suite's.
      let isEnded = outcome.verdict == .hung || outcome.verdict == .notRun
      let issues = isEnded ? [] : outcome.issues.prefix(keptIssues)
      return Failure(
        test: test.name, verdict: outcome.verdict, failures: issues.compactMap(\.failure),
        messages: issues.filter { $0.failure == nil }.map { issue in
          issue.thrown.map { "threw \($0.description)" } ?? issue.message
        })
    }
  }
}

extension TestOutcome {
  /// Whether the test met a function that is not written yet, whatever failed before.
  package var isCutShort: Bool { verdict == .failed && issues.contains(where: \.isNotStarted) }
}

extension Recorded.Failure: Codable {
  private enum CodingKeys: CodingKey {
    case test, verdict, failures, messages
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      test: try values.decode(String.self, forKey: .test),
      verdict: try values.decode(TestVerdict.self, forKey: .verdict),
      failures: try values.decodeIfPresent([CheckFailure].self, forKey: .failures) ?? [],
      messages: try values.decodeIfPresent([String].self, forKey: .messages) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(test, forKey: .test)
    try values.encode(verdict, forKey: .verdict)
    if !failures.isEmpty { try values.encode(failures, forKey: .failures) }
    if !messages.isEmpty { try values.encode(messages, forKey: .messages) }
  }
}
