/// Who of a chapter can meet whose code, by the words of the files: read once for a subject.
final class Reach {
  private let subject: Subject
  private var words: [Exercise: Set<String>] = [:]
  private var declarations: [Exercise: (names: Set<String>, reachesEverywhere: Bool)] = [:]

  init(_ subject: Subject) { self.subject = subject }

  /// Whether the neighbour's code could change how the target compiles or runs.
  func does(_ neighbour: Exercise, reach target: Exercise) -> Bool {
    guard neighbour != target else { return false }
    let declared = declarations(of: neighbour)
    return declared.reachesEverywhere || !declared.names.isDisjoint(with: words(of: target))
  }

  private func words(of exercise: Exercise) -> Set<String> {
    if let known = words[exercise] { return known }
    let found = text(of: exercise).words
    words[exercise] = found
    return found
  }

  private func declarations(of exercise: Exercise) -> (names: Set<String>, reachesEverywhere: Bool) {
    if let known = declarations[exercise] { return known }
    let found = text(of: exercise).declarations
    declarations[exercise] = found
    return found
  }

  private func text(of exercise: Exercise) -> SwiftText {
    SwiftText(String(decoding: subject.submission(of: exercise).text ?? [], as: UTF8.self))
  }
}
