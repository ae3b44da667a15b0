/// What the code of a file says to others: which words it uses, what it declares for its neighbours, what it imports.
struct Code: Sendable {
  let words: Set<String>
  let declared: (names: Set<String>, reachesEverywhere: Bool)
  let imports: [(module: String, line: Int)]

  init(_ source: String) {
    let text = SwiftText(source)
    words = text.words
    declared = text.declarations
    imports = text.imports
  }
}

extension Curriculum {
  /// What was handed in for an exercise, read as code.
  func code(of exercise: Exercise, in subject: Subject) -> Code {
    let text = String(decoding: subject.submission(of: exercise).text ?? [], as: UTF8.self)
    return codes.value(for: exercise, of: text, make: Code.init)
  }

  /// Whoever imports more than is needed is told, not stopped.
  func importNotes(on exercise: Exercise, in subject: Subject) -> [Diagnostic] {
    guard subject.kind == .exercises else { return [] }
    return code(of: exercise, in: subject).imports.filter { $0.module != "PostRoad" }.map { module, line in
      Diagnostic(
        severity: .warning,
        message: "the exercises need no `\(module)`: PostRoad and the standard library are enough",
        file: exercise.file, line: line, column: 1)
    }
  }
}
