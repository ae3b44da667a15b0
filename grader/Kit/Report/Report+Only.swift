import CurriculumKit

extension Report {
  /// A report of one exercise.
  package init(only part: ExercisePart) {
    subject = Subject.Kind.exercises.rawValue
    solved = part.verdict == .solved ? 1 : 0
    total = 1
    chapters = [ChapterPart(number: 0, name: "", title: "", solved: solved, total: 1, exercises: [part])]
  }

  /// The report with one exercise alone; the counts stay those of all.
  package func only(_ id: String) -> Report {
    var report = self
    report.chapters = chapters.compactMap { chapter in
      var chapter = chapter
      chapter.exercises = chapter.exercises.filter { $0.id == id }
      return chapter.exercises.isEmpty ? nil : chapter
    }
    return report
  }
}
