import CurriculumKit

extension Rule where Input == ChapterParts {
  /// No file is in a chapter's folders that belongs to no exercise.
  static var noStrays: Rule {
    Rule("noStrays") { (parts: ChapterParts) -> [String] in
      let chapter = parts.chapter.folder
      return ChapterParts.foldersOfParts.flatMap { folder in
        (parts.names[folder] ?? []).filter { name in
          !parts.exercises.contains { belongs(name, to: $0, in: folder) }
        }.map {
          "\(folder)/\(chapter)/\($0) belongs to no exercise: remove it, or add Solutions/\(chapter)/… of its name."
        }
      }
    }
  }

  private static func belongs(_ name: String, to exercise: Exercise, in folder: String) -> Bool {
    switch folder {
    case "Exercises", "Solutions": name == exercise.fileName
    case "Tests": name == exercise.suiteFileName
    case Alternatives.folder: Alternatives.isFile(name, of: exercise)
    case Exercise.book: name == exercise.stem + ".md"
    default: name == exercise.stem + ".json"
    }
  }
}
