extension Rule {
  /// Solutions and stubs of a chapter compile with warnings as errors.
  static let compilesStrictly = Rule(
    name: "compilesStrictly",
    chapter: { chapter, inspection in
      var messages: [String] = []
      for kind in ["Solutions", "Exercises"] {
        let exercises = inspection.curriculum.exercises(of: chapter)
        var laying = Laying(chapter: chapter)
        for exercise in exercises {
          let solution = try inspection.workbook.text(exercise.solution)
          let text = kind == "Solutions" ? solution : (try? StubCutter.cut(solution)) ?? solution
          laying.subjects[exercise.fileName] = Array(text.utf8)
          if let suite = try inspection.workbook.textIfPresent(exercise.suiteFile) {
            laying.suites[exercise.suiteFileName] = Array(suite.utf8)
          }
        }
        guard
          case .failed(let diagnostics, _) = try inspection.workshop.bench.build(
            laying, warningsAsErrors: true)
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
