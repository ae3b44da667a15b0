/// What somebody handed in for one exercise.
package enum Submission: Sendable {
  /// The stub, but for comments and white space: never built nor run.
  case untouched
  /// A file that cannot be laid, and why.
  case unusable(Diagnostic)
  /// A stranger's code that breaks a rule: never compiled.
  case refused([Diagnostic])
  case written(Content)

  /// Read, and named by its fingerprint, once.
  package var content: Content? {
    if case .written(let content) = self { return content }
    return nil
  }

  package var text: [UInt8]? { content?.bytes }
}
