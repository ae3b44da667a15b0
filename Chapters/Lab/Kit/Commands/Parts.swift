#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whose functions `lab` answers with: `swift run grader lab` says which exercises are the learner's.
package struct Parts: Sendable {
  /// What each part of `lab` is made of.
  package static let exercises: KeyValuePairs<String, [String]> = [
    "client": ["7.3"],
    "resolver": ["3.1", "3.4", "3.5", "3.6", "3.8", "3.9", "3.11", "3.12", "3.13"],
    "authority": ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.9", "2.10"],
    "edge": [
      "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.12", "4.13", "4.14", "4.15", "4.16",
      "4.17",
      "4.19", "4.20", "4.21", "4.22", "4.23",
    ],
    "balancer": ["5.1", "5.2", "5.3", "5.5", "5.6", "5.8", "5.9", "5.19", "6.3", "6.5", "6.6"],
    "world": ["4.2", "7.1", "7.2", "7.4", "7.7"],
  ]

  private static let variable = "POSTROAD_YOURS"

  /// Nil where nobody says: then they are the solutions.
  private let own: Set<String>?

  /// - Parameter text: exercises with commas, `1.1,7.3`; nil where nobody says.
  package init(_ text: String?) {
    own = text.map { Set($0.split(separator: ",").map(String.init)) }
  }

  static var ofThisRun: Parts { Parts(getenv(variable).map { String(cString: $0) }) }

  /// `yours`, `reference`, or `yours 2 of 8`. A backend is given.
  package func mark(of part: String) -> String {
    guard let wanted = Self.exercises.first(where: { $0.key == part })?.value else { return "given" }
    let count = wanted.count { own?.contains($0) == true }
    if count == 0 { return "reference" }
    return count == wanted.count ? "yours" : "yours \(count) of \(wanted.count)"
  }

  /// What is said when a command begins; nil where nobody has said whose it is, or where there is nothing to say.
  package func words(for command: String) -> String? {
    guard let own, let wanted = Self.exercises.first(where: { $0.key == command })?.value else { return nil }
    let mine = wanted.filter(own.contains)
    let others = wanted.filter { !own.contains($0) }
    if others.isEmpty { return "this \(command) answers with your functions" }
    let list =
      mine.isEmpty ? "nothing of it is" : "\(mine.joined(separator: ", ")) \(mine.count == 1 ? "is" : "are")"
    return "\(list) yours in this \(command); the reference has \(others.joined(separator: ", "))"
  }
}
