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
