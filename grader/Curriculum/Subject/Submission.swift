/// What somebody handed in for one exercise.
package enum Submission: Sendable {
  /// The stub, but for comments and white space: never built nor run.
  case untouched
  /// A file that cannot be laid, and why.
  case unusable(Diagnostic)
  /// A stranger's code that breaks a rule: never compiled.
  case refused([Diagnostic])
  case written([UInt8])

  package var text: [UInt8]? {
    if case .written(let bytes) = self { return bytes }
    return nil
  }

  static func refused(_ violations: [LanguageViolation], file: String) -> Submission {
    .refused(violations.map { Diagnostic(message: $0.message, file: file, line: $0.line) })
  }
}
