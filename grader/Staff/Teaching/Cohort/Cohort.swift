import CurriculumKit
import Foundation
import GraderKit
import SystemKit

/// The submissions in a folder, each with its name: what is judged, in an order that is always the same.
struct Cohort {
  struct Submission: Sendable {
    let name: String
    let path: String
  }

  let submissions: [Submission]
  /// Files that are no submission, by their names.
  let others: [String]

  /// Folders, archives and links: a link is refused when it is taken in, and not passed over in silence. So is what students
  /// hand in in place of an archive: it gets a reason.
  init(folder: String) throws {
    var found: [Submission] = []
    var others: [String] = []
    for name in try Files.names(in: folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      if try Files.kind(path) != .file || Self.isHandedIn(name) {
        found.append(Submission(name: GradeReport.name(ofPath: path), path: path))
      } else {
        others.append(GradeReport.harmless(name))
      }
    }
    guard !found.contains(where: { $0.name == "Exercises" }) else {
      throw UsageError.badValue(
        folder, of: "cohort", wanted: "a folder of submissions; this is one, for `grader grade`")
    }
    submissions = found.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    self.others = others
    for (one, next) in zip(submissions, submissions.dropFirst()) where one.name == next.name {
      throw UsageError.badValue(
        folder, of: "cohort", wanted: "names that differ; two submissions are called \(one.name)")
    }
    guard !submissions.isEmpty else {
      throw UsageError.badValue(folder, of: "cohort", wanted: "a folder of submissions")
    }
  }

  private static func isHandedIn(_ name: String) -> Bool {
    let isArchive = Intake.endings.contains { name.lowercased().hasSuffix($0) }
    // `01-Header.swift` is an exercise's file, and nobody's.
    return isArchive || Intake.foreignEnding(of: name) != nil && name.firstMatch(of: /^[0-9]+-/) == nil
  }
}
