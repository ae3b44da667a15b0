/// Something that an author has to mend.
struct Finding: Codable, Hashable, Sendable {
  /// `1.1`, or the number of a chapter where no exercise can be named.
  var exercise: String
  /// The rule that found it.
  var rule: String
  /// Names the file and what to do.
  var message: String
}
