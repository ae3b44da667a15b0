import CurriculumKit
import JudgeKit

/// What belongs to a chapter as a whole, read once.
struct ChapterParts: Sendable {
  let chapter: Chapter
  /// In the order of the book.
  let exercises: [Exercise]
  let manifest: CourseFile
  let page: CourseFile
  /// The solutions of its exercises, in the same order.
  let solutions: [CourseFile]
  /// The names of the files in the chapter's folder below each of `foldersOfParts`.
  let names: [String: [String]]
  /// The names of the files that its suites share.
  let support: [String]
  /// The files of the vocabulary that it gives.
  var vocabulary: [CourseFile] = []

  /// The folders that have one folder a chapter, with the exercises' parts.
  static let foldersOfParts = [
    "Exercises", "Solutions", "Tests", "Tests/Mistakes", "Tests/Mistakes/Recorded", Equivalents.folder,
    Alternatives.folder, Exercise.book,
  ]
}
