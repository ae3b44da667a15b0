#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whose functions `lab` answers with: `swift run grader lab` says which exercises are the learner's.
package struct Parts: Sendable {
  /// What each part of `lab` calls, itself or through other exercises: what the linker brings into it. A test holds these lists to the
  /// object files.
  package static let exercises: KeyValuePairs<String, ExerciseList> = [
    "client": "1.1 to 1.11, 1.13, 7.3",
    "resolver": "1.1 to 1.13, 1.15, 2.1, 2.9, 2.10, 3.1, 3.2, 3.4 to 3.6, 3.8, 3.9, 3.11 to 3.14, 3.16",
    "authority": "1.1 to 1.11, 1.13, 1.15, 2.1 to 2.10, 3.1, 3.4 to 3.6, 3.13",
    "edge": "4.4 to 4.17, 4.19 to 4.23, 5.13, 5.15, 5.16, 5.18, 5.19",
    "balancer": "5.1 to 5.3, 5.5, 5.6, 5.8, 5.9, 5.13, 5.15, 5.16, 5.18, 5.19, 6.1 to 6.3, 6.5, 6.6",
    "scale": "3.4, 4.1, 4.2, 4.20, 4.23, 4.24, 5.6, 6.1 to 6.4, 6.6, 6.7",
  ]

  /// What a world calls beside its parts.
  package static let ofWorld: ExerciseList = "1.1 to 1.13, 1.15, 2.1, 3.9, 4.1, 4.2, 7.1 to 7.4, 7.7"

  private static let variable = "POSTROAD_YOURS"

  /// Nil where nobody says: then they are the solutions.
  private let own: ExerciseList?

  /// - Parameter text: exercises with commas, `1.1,7.3`; nil where nobody says.
  package init(_ text: String?) { own = text.map(ExerciseList.init(stringLiteral:)) }

  static var ofThisRun: Parts { Parts(getenv(variable).map { String(cString: $0) }) }

  /// What a command calls; nil for one that calls nothing of the exercises, or almost nothing.
  private static func wanted(by command: String) -> ExerciseList? {
    switch command {
    case "visit": wanted(by: "client")
    case "world": exercises.filter { $0.key != "scale" }.reduce(ofWorld) { $0.union($1.value) }
    default: exercises.first { $0.key == command }?.value
    }
  }

  /// `yours`, `reference`, or `yours 2 of 8`. A backend is given.
  package func mark(of part: String) -> String {
    guard let wanted = Self.wanted(by: part) else { return "given" }
    let count = own.map { wanted.intersection($0).count } ?? 0
    if count == 0 { return "reference" }
    return count == wanted.count ? "yours" : "yours \(count) of \(wanted.count)"
  }

  /// What is said when a command begins; nil where nobody has said whose it is, or where there is nothing to say.
  package func words(for command: String) -> String? {
    guard let own, let wanted = Self.wanted(by: command) else { return nil }
    let mine = wanted.intersection(own)
    if mine == wanted { return "this \(command) answers with your functions" }
    let rest = wanted.subtracting(mine)
    if mine.count == 0 { return "nothing of this \(command) is yours yet: it calls \(rest.inWords)" }
    return """
      of the \(wanted.count) exercises that this \(command) calls \(mine.count == 1 ? "one is" : "\(mine.count) are") yours: \
      \(mine). The reference has \(rest.inWords)
      """
  }
}
