extension Rule {
  /// Solutions and stubs of a chapter compile with warnings as errors.
  static let compilesStrictly = Rule(
    name: "compilesStrictly",
    chapter: { chapter, inspection in
      var messages: [String] = []
      for kind in ["Solutions", "Exercises"] {
        let exercises = inspection.curriculum.exercises(of: chapter)
        let solutions = try ChapterSources(
          chapter, subject: .solutions(inspection.curriculum), curriculum: inspection.curriculum)
        let recipe = try solutions.recipe(laying: kind == "Solutions" ? exercises : [], judging: exercises)
        guard let diagnostics = try inspection.workshop.workspace.strictRejection(of: recipe)?.diagnostics
        else { continue }
        for diagnostic in diagnostics where diagnostic.severity == .error {
          let file = diagnostic.file ?? chapter.folder
          messages.append("\(file):\(diagnostic.line ?? 0): \(diagnostic.message)")
        }
        if diagnostics.isEmpty {
          messages.append("\(kind)/\(chapter.folder) does not build with warnings as errors.")
        }
      }
      return messages
    })
}
