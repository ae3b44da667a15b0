/// What the compiler said of a place in a file, or of none.
package struct Diagnostic: Codable, Hashable, Sendable {
  package enum Severity: String, Codable, Sendable {
    case error
    case warning
    case note
  }

  package var severity: Severity = .error
  package var message: String
  /// From the top of the workbook; nil where the compiler named no file.
  package var file: String?
  package var line: Int?
  package var column: Int?

  package init(
    severity: Severity = .error, message: String, file: String? = nil, line: Int? = nil, column: Int? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }
}
