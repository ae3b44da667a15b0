import SystemKit

/// What is to be judged, and by what: schema `postroad.cohort/1`. All shards of a cohort write the same octets.
struct CohortManifest: Codable, Equatable, Sendable {
  static let schema = "postroad.cohort/1"
  static let file = "cohort.json"

  struct Item: Codable, Equatable, Sendable {
    var name: String
    /// Names the submission with all that its verdict depends on; empty where it could not be read.
    var key: String
  }

  var schema = CohortManifest.schema
  /// The ids of the exercises, in the order of the book.
  var exercises: [String]
  var isolation: Isolation
  /// The compiler, by what it calls itself.
  var toolchain: String
  /// Names the suites, the references, the vocabulary and the grader by what is in them.
  var suites: String
  /// A submission's shard is decided by its place here.
  var submissions: [Item]
  /// Files beside them that are no submission, by their names; nil where there is none.
  var others: [String]?

  /// What differs from another, in words; nil where nothing does.
  func difference(from other: CohortManifest) -> String? {
    var alike = self
    // Who handed them in has no verdict either way.
    alike.others = other.others
    if alike == other { return nil }
    if schema != other.schema { return "they were written by different versions of the grader" }
    if toolchain != other.toolchain { return "different compilers judged them" }
    if isolation != other.isolation {
      return "one was judged by `\(isolation.rawValue)`, one by `\(other.isolation.rawValue)`"
    }
    if exercises != other.exercises { return "different exercises were judged" }
    // These depend on the sandbox and the exercises, so they come after them.
    if suites != other.suites { return "different versions of the course judged them" }
    let names = submissions.map(\.name)
    if names != other.submissions.map(\.name) { return "the submissions are not the same" }
    let changed = zip(submissions, other.submissions).first { $0 != $1 }?.0.name ?? ""
    return "\(changed) is not the same in both"
  }
}
