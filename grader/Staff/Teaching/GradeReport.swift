import Foundation
import GraderKit
import SystemKit

/// What is said of one submission, in the form that other programs read: schema `postroad.grade/1`.
struct GradeReport: Codable, Sendable {
  static let schema = "postroad.grade/1"

  var schema = GradeReport.schema
  /// Its name: the folder's or the archive's, without its ending.
  var submission: String
  /// How its code was kept from the machine.
  var isolation: Isolation
  /// Why it was refused as a whole; nil where it was judged.
  var refused: String?
  /// Files below `Exercises` that were not taken.
  var ignored: [String]
  var report: Report

  init(
    submission: String, isolation: Isolation, refused: String? = nil, ignored: [String], report: Report
  ) {
    self.submission = submission
    self.isolation = isolation
    self.refused = refused
    self.ignored = ignored
    self.report = report
  }

  /// `ada` of `…/ada.tar.gz`, harmless for a terminal and for every format.
  static func name(ofPath path: String) -> String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    let ending = Intake.endings.first { last.lowercased().hasSuffix($0) }
    return harmless(String(last.dropLast(ending?.count ?? 0)))
  }

  /// A name on one line, for a terminal and for every format.
  static func harmless(_ name: String) -> String {
    name.printable.replacing("\n", with: "\u{FFFD}").replacing("\t", with: "\u{FFFD}")
  }

  /// Exercises with a file handed in that is not the stub.
  var begun: [Report.ExercisePart] { report.exercises.filter { $0.verdict != .notStarted } }
}
