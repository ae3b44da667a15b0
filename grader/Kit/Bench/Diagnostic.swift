/// What the compiler said of a place in a file, or of none.
struct Diagnostic: Codable, Hashable, Sendable {
  enum Severity: String, Codable, Sendable {
    case error
    case warning
    case note
  }

  var severity: Severity = .error
  var message: String
  /// From the top of the workbook; nil where the compiler named no file.
  var file: String?
  var line: Int?
  var column: Int?
}
