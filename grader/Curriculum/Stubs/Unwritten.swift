import SystemKit

extension Curriculum {
  /// The functions of an exercise that still throw `NotStarted`; nil where the stub has only one, and where none or all of them
  /// do.
  package func unwritten(of exercise: Exercise, in subject: Subject) -> [String]? {
    // What is written whole, and that is most of it, does not name the error any more.
    guard let bytes = subject.submissions[exercise]?.text, ByteSearch.isThere("NotStarted", in: bytes),
      let stub = try? stub(of: exercise)
    else { return nil }
    let all = Unwritten.functions(in: stub)
    let left = Unwritten.functions(in: String(decoding: bytes, as: UTF8.self))
    return all.count < 2 || left.isEmpty || left.count >= all.count ? nil : left
  }
}

/// Finds the functions that a learner has not written yet.
package enum Unwritten {
  /// The names of the functions, in their order, whose body still throws `NotStarted`: `init` and `subscript` are named so.
  package static func functions(in text: String) -> [String] {
    var names: [String] = []
    var current: String?
    let declaration = /\b(?:func +`?([^`(<]+)`?|(init|subscript)\b|var +([A-Za-z0-9_]+) *:)/
    for line in SwiftText(text).code.lines {
      // What a suite calls is public; locals and helpers are the learner's own.
      if line.contains("public "), let match = line.firstMatch(of: declaration) {
        current = (match.1 ?? match.2 ?? match.3).map { String($0).filter { $0 != " " } }
      }
      if line.contains("throw NotStarted()"), let name = current {
        names.append(name)
        current = nil
      }
    }
    return names
  }
}
