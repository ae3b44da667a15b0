import SystemKit

extension Curriculum {
  /// How each stub begins.
  private static let ownImport = "import PostRoad\n".utf8

  /// Whoever imports more than is needed is told, not stopped.
  package func importNotes(on exercise: Exercise, in subject: Subject) -> [Diagnostic] {
    guard subject.kind == .exercises else { return [] }
    let bytes = subject.submissions[exercise]?.text ?? []
    // Nearly every file has the stub's own import alone.
    guard !bytes.starts(with: Self.ownImport) || ByteSearch.count("import", in: bytes) > 1 else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let imports = imports.value(for: exercise, of: text) { SwiftText($0).imports }
    return imports.filter { $0.module != "PostRoad" }.map { module, line in
      Diagnostic(
        severity: .warning,
        message: "the exercises need no `\(module)`: PostRoad and the standard library are enough",
        file: exercise.file, line: line, column: 1)
    }
  }
}
