extension Rule {
  /// No file stands in a chapter's folders that belongs to no exercise.
  static let noStrays = Rule(
    name: "noStrays",
    chapter: { chapter, inspection in
      let exercises = inspection.curriculum.exercises(of: chapter)
      let folders: [(String, Set<String>)] = [
        ("Exercises", Set(exercises.map(\.fileName))),
        ("Solutions", Set(exercises.map(\.fileName))),
        ("Tests", Set(exercises.map(\.suiteFileName))),
        ("Tests/Mistakes", Set(exercises.map { $0.stem + ".json" })),
        ("Tests/Mistakes/Recorded", Set(exercises.map { $0.stem + ".json" })),
        (Exercise.book, Set(exercises.map { $0.stem + ".md" })),
      ]
      return try folders.flatMap { folder, expected in
        let names = try inspection.workbook.namesIfPresent(in: "\(folder)/\(chapter.folder)") ?? []
        return names.filter { !expected.contains($0) }.map {
          "\(folder)/\(chapter.folder)/\($0) belongs to no exercise: remove it, or add Solutions/\(chapter.folder)/… of its name."
        }
      }
    })
}
