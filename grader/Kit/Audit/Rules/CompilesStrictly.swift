extension Rule {
  /// Solutions and stubs of a chapter compile with warnings as errors.
  static let compilesStrictly = Rule(
    name: "compilesStrictly",
    chapter: { chapter, audit in
      var messages: [String] = []
      for kind in ["Solutions", "Exercises"] {
        let exercises = audit.curriculum.exercises(of: chapter)
        var laying = Laying(chapter: chapter)
        for exercise in exercises {
          let solution = try audit.workbook.text(exercise.solution)
          let text = kind == "Solutions" ? solution : (try? StubCutter.cut(solution)) ?? solution
          laying.subjects[exercise.fileName] = Array(text.utf8)
          if let suite = audit.workbook.bytes(exercise.suiteFile) {
            laying.suites[exercise.suiteFileName] = suite
          }
        }
        guard
          case .failed(let diagnostics, _) = try audit.workshop.bench.build(laying, warningsAsErrors: true)
        else { continue }
        for diagnostic in diagnostics where diagnostic.severity == .error {
          let file = diagnostic.file?.replacing("Exercises/", with: kind + "/") ?? chapter.folder
          messages.append("\(file):\(diagnostic.line ?? 0): \(diagnostic.message)")
        }
        if diagnostics.isEmpty {
          messages.append("\(kind)/\(chapter.folder) does not build with warnings as errors.")
        }
      }
      return messages
    })
}
