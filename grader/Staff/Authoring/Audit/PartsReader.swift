import CurriculumKit
import GraderKit

/// Reads everything that the rules on files look at.
struct PartsReader {
  let curriculum: Curriculum
  let scope: AuditScope

  private var workbook: Workbook { curriculum.workbook }

  private func file(_ path: String) -> CourseFile { CourseFile(path, in: workbook) }

  func parts(of exercise: Exercise) throws -> ExerciseParts {
    let folder = "\(Alternatives.folder)/\(exercise.chapter.folder)"
    let alternatives = Alternatives.names(of: exercise, among: try workbook.namesIfPresent(in: folder) ?? [])
    return ExerciseParts(
      exercise, solution: file(exercise.solution), stub: file(exercise.file), suite: file(exercise.suiteFile),
      mistakes: file(exercise.mistakes), recorded: file(exercise.recorded), page: file(exercise.page),
      alternatives: alternatives.map { file("\(folder)/\($0)") },
      equivalents: file(exercise.equivalents), scope: scope)
  }

  func parts(of chapter: Chapter) throws -> ChapterParts {
    let exercises = curriculum.exercises(of: chapter)
    let names = try ChapterParts.foldersOfParts.map { folder in
      (folder, try workbook.namesIfPresent(in: "\(folder)/\(chapter.folder)") ?? [])
    }
    let vocabulary = try workbook.namesIfPresent(in: chapter.vocabularyFolder) ?? []
    return ChapterParts(
      chapter: chapter, exercises: exercises, manifest: file("Package.swift"), page: file(chapter.page),
      solutions: exercises.map { file($0.solution) }, names: Dictionary(uniqueKeysWithValues: names),
      support: try workbook.namesIfPresent(in: chapter.support) ?? [],
      vocabulary: vocabulary.filter { $0.hasSuffix(".swift") }.map {
        file("\(chapter.vocabularyFolder)/\($0)")
      })
  }

  func course() -> CourseParts {
    CourseParts(
      texts: CourseParts.paths.map(file),
      freshProgress: ProgressView.fresh(curriculum, width: CourseParts.sampleWidth))
  }
}
