/// What marks are made with beside the verdicts.
struct Marks: Sendable {
  var points = Points.equal
  /// The variables that a platform's runner sets.
  var environment: [String: String] = [:]
}
