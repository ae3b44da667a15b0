import CurriculumKit
import GraderKit

/// The texts about the course as a whole, read once.
struct CourseParts: Sendable {
  /// README, changelog and what else describes the course.
  let texts: [CourseFile]
  /// What `swift run grader` prints on a fresh clone.
  let freshProgress: String

  static let readme = "README.md"
  static let paths = [readme, "CHANGELOG.md", "CONTRIBUTING.md", "\(Exercise.book)/PostRoad.md"]
  /// The width that the sample in the README is set for.
  static let sampleWidth = ProgressView.sampleWidth
}
