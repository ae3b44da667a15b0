import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// Reports with everything that breaks formats, and the files that were recorded of them: `Golden/gradescope.json`.
/// `POSTROAD_RECORD_FORMATS=1` records anew; what is recorded is read by others' programs in `FormatReadersTests`.
enum GoldenGrade {
  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().path(percentEncoded: false) + "Golden/"
  private static let isRecording = ProcessInfo.processInfo.environment["POSTROAD_RECORD_FORMATS"] == "1"

  /// Control characters, an invalid octet as it was read, what XML and spreadsheets obey, a line of each kind of end.
  static let nasty =
    "]]> <x a=\"1\"> & \u{0}\u{1}\u{1B}[31m \u{FFFE} \(String(decoding: [0xC3, 0x28], as: UTF8.self)) é \u{202E}\r\nnext\u{85}last \u{1F600}"

  /// Three submissions: one with each kind of verdict, one that was refused, and one of an empty name with a file that breaks rules.
  static func grades() throws -> [GradeReport] {
    let curriculum = try MiniWorkbook().curriculum
    let exercises = curriculum.exercises
    var failing = Judgement(verdict: .failing)
    let reference = SuiteSource.Test(
      name: "one is two, or \"three\"", reference: "RFC 1035 §4.1.1", line: 3, assertions: 1)
    let other = SuiteSource.Test(name: "it ends", reference: nil, line: 9, assertions: 1)
    let failure = CheckFailure(
      call: "makeHeaderEncoding()", input: nasty, expected: "2", actual: "=1", rule: nasty)
    failing.tests = [
      (reference, TestOutcome(verdict: .failed, issues: [TestIssue(message: nasty, failure: failure)])),
      (other, TestOutcome(verdict: .passed)),
    ]
    let judgements: [Exercise: Judgement] = [
      exercises[0]: Judgement(verdict: .solved), exercises[1]: failing,
      exercises[2]: .doesNotCompile([Diagnostic(message: nasty, file: exercises[2].file, line: 3)]),
    ]
    let diagnosis = Diagnosis(mistake: "takes one for two", hint: "Which is it?")
    let ada = GradeReport(
      submission: "=ada <\"a\">", isolation: .none, ignored: ["07-X/\(nasty.printable)"],
      report: Report(
        judgements, curriculum: curriculum, subject: .exercises, diagnoses: [exercises[1]: diagnosis]))
    let all = Dictionary(uniqueKeysWithValues: exercises.map { ($0, Judgement(verdict: .refused)) })
    let bob = GradeReport(
      submission: "bob", isolation: .bubblewrap, refused: "`\(nasty.printable)` is a link: hand in files.",
      ignored: [],
      report: Report(all, curriculum: curriculum, subject: .exercises))
    let broken = LanguageRule.violations(in: "import Foundation\npublic func more() {}\n").map {
      Diagnostic(message: $0.message, file: exercises[1].file, line: $0.line)
    }
    let begun = Report(
      [
        exercises[0]: Judgement(verdict: .solved),
        exercises[1]: Judgement(verdict: .refused, diagnostics: broken),
      ],
      notJudged: Set(exercises.dropFirst(2)),
      curriculum: curriculum,
      subject: .exercises)
    return [ada, bob, GradeReport(submission: "", isolation: .unshare, ignored: [], report: begun)]
  }

  static let marks = Marks(
    points: .equal,
    environment: [
      "CLASSROOM": "dns-101", "ASSIGNMENT": "week-1", "USERNAME": "ada",
      "SUBMISSION_TAG": "submit/2026-11-27T10-00-00Z-0c6f0b0",
      "COMMIT_URL": "https://git.example/c", "RELEASE_URL": "https://git.example/r",
      "REVIEW_URL": "https://git.example/p", "COMMIT_DATE": "2026-11-27T10:00:00Z",
    ])

  /// Compares a text with what was recorded.
  static func compare(_ text: String, _ name: String, place: SourceLocation = #_sourceLocation) throws {
    if isRecording { try Files.write(Array(text.utf8), to: folder + name) }
    let bytes = try #require(
      try Files.readIfPresent(folder + name), "\(name) was not recorded", sourceLocation: place)
    #expect(text == String(decoding: bytes, as: UTF8.self), "\(name)", sourceLocation: place)
  }
}
