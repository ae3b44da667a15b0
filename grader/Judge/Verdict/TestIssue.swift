/// What went wrong, and where.
package struct TestIssue: Codable, Hashable, Sendable {
  /// In Swift Testing's words, or in the grader's where a test was ended.
  package var message: String
  /// From the top of the workbook.
  package var file: String?
  package var line: Int?
  /// What a check found, as a structure.
  package var failure: CheckFailure?
  /// The error that ended the test, where one did.
  package var thrown: ThrownError?

  package init(
    message: String, file: String? = nil, line: Int? = nil, failure: CheckFailure? = nil,
    thrown: ThrownError? = nil
  ) {
    self.message = message
    self.file = file
    self.line = line
    self.failure = failure
    self.thrown = thrown
  }
}

/// An error that a test threw.
package struct ThrownError: Codable, Hashable, Sendable {
  /// Its type with its module: `PostRoad.NotStarted`.
  package var type: String
  /// What it says of itself.
  package var description: String

  package init(type: String, description: String) {
    self.type = type
    self.description = description
  }
}

extension TestIssue {
  /// Whether the test met a function that is not written yet.
  package var isNotStarted: Bool { thrown?.type == ThrownError.notStarted }

  /// The same, and the function is in this file.
  package func isNotStarted(in file: String) -> Bool {
    isNotStarted && thrown?.description.contains(" \(file),") == true
  }
}

extension ThrownError {
  /// What a stub throws: `Chapters/PostRoad/Support/NotStarted.swift`.
  package static let notStarted = "PostRoad.NotStarted"
}
