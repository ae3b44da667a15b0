/// One thing that an audit looks at: a value in a file of its own.
struct Rule: Sendable {
  let name: String
  /// Looks at one exercise.
  var exercise: (@Sendable (Exercise, Audit) throws -> [String])?
  /// Looks at one chapter as a whole.
  var chapter: (@Sendable (Chapter, Audit) throws -> [String])?
}
