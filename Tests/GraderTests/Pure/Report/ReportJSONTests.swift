import Foundation
import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

/// The form that other programs read: schema `postroad.report/1`.
@Suite struct ReportJSONTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  /// A report of 1.1, failing in one test, and of 1.2, solved.
  private func report(subject: Subject.Kind = .exercises, diagnosed: Bool = false) throws -> [String: Any] {
    let curriculum = try book.curriculum
    let (first, second) = (curriculum.exercises[0], curriculum.exercises[1])
    let cited = SuiteSource.Test(
      name: "the id is big-endian", reference: "RFC 1035 §4.1.1", line: 9, assertions: 1)
    let plain = SuiteSource.Test(name: "plain", reference: nil, line: 14, assertions: 1)
    let issue = TestIssue(message: "no", file: "DNSMessagesTests/01-HeaderTests.swift", line: 9)
    let outcome = Outcome(tests: [
      cited.name: TestOutcome(verdict: .failed, issues: [issue, .fixture(), .notStarted(in: first.file)]),
      plain.name: TestOutcome(verdict: .passed),
    ])
    var failing = Judgement(outcome, of: .fixture(first, tests: [cited, plain]))
    failing.diagnostics = [
      Diagnostic(severity: .warning, message: "why", file: first.file, line: 1, column: 2),
      Diagnostic(message: "nowhere"),
    ]
    let report = Report(
      [first: failing, second: Judgement(verdict: .solved)], curriculum: curriculum, subject: subject,
      diagnoses: diagnosed
        ? [first: .init(mistake: "reads it little-endian", hint: "Which came first?")] : [:])
    let json = try JSONSerialization.jsonObject(with: Data(JSON.text(report).utf8))
    return try #require(json as? [String: Any])
  }

  private func exercises(_ report: [String: Any]) throws -> [[String: Any]] {
    let chapters = try #require(report["chapters"] as? [[String: Any]])
    return try #require(chapters.first?["exercises"] as? [[String: Any]])
  }

  @Test func `the report has its counts and its chapters`() throws {
    let report = try report()
    #expect(report.keys.sorted() == ["chapters", "schema", "solved", "subject", "total"])
    #expect(report["schema"] as? String == "postroad.report/1")
    #expect(report["subject"] as? String == "exercises")
    #expect(report["solved"] as? Int == 1)
    #expect(report["total"] as? Int == 2)
    let chapters = try #require(report["chapters"] as? [[String: Any]])
    #expect(chapters.count == 1, "a chapter of which nothing was judged is left out")
    #expect(chapters[0].keys.sorted() == ["exercises", "name", "number", "solved", "title", "total"])
    #expect(chapters[0]["number"] as? Int == 1)
    #expect(chapters[0]["title"] as? String == "DNS on the wire")
  }

  @Test func `a newer part takes the place of its own, and all is counted again`() throws {
    let curriculum = try book.curriculum
    let both = Dictionary(
      uniqueKeysWithValues: curriculum.exercises.map { ($0, Judgement(verdict: .failing)) })
    var report = Report(both, curriculum: curriculum, subject: .exercises)
    var part = report.exercises[1]
    part.verdict = .solved
    report.replace(part)
    #expect(report.solved == 1)
    #expect(report.chapters.map(\.solved) == [1, 0])
    #expect(report.exercises.map(\.verdict) == [.failing, .solved, .failing])
    part.verdict = .hung
    report.replace(part)
    #expect(report.solved == 0)
  }

  @Test func `tests and diagnostics are always there, a diagnosis only where there is one`() throws {
    let keys = ["diagnostics", "file", "id", "name", "tests", "title", "verdict"]
    for exercise in try exercises(report()) { #expect(exercise.keys.sorted() == keys) }
    let diagnosed = try exercises(report(diagnosed: true))
    #expect(diagnosed[0].keys.sorted() == ["diagnosis"] + keys)
    #expect(
      diagnosed[0]["diagnosis"] as? [String: String] == [
        "mistake": "reads it little-endian", "hint": "Which came first?",
      ])
    #expect(diagnosed[1]["diagnosis"] == nil)
    #expect((diagnosed[1]["tests"] as? [Any])?.isEmpty == true)
    #expect((diagnosed[1]["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func `what the code printed is there only where it printed`() throws {
    let curriculum = try book.curriculum
    var judgement = Judgement(verdict: .solved)
    #expect(
      Report([curriculum.exercises[0]: judgement], curriculum: curriculum, subject: .exercises)
        .exercises[0].output == nil)
    judgement.printed = PrintedOutput(end: "one\n\u{1B}[31mtwo\n")
    let report = Report([curriculum.exercises[0]: judgement], curriculum: curriculum, subject: .exercises)
    #expect(report.exercises[0].output == "one\ntwo")
  }

  @Test func `issues are always there, a reference only where there is one`() throws {
    let tests = try #require(try exercises(report())[0]["tests"] as? [[String: Any]])
    #expect(tests[0].keys.sorted() == ["issues", "name", "number", "reference", "verdict"])
    #expect(tests[0]["reference"] as? String == "RFC 1035 §4.1.1")
    #expect(tests[1].keys.sorted() == ["issues", "name", "number", "verdict"])
    #expect(tests.map { $0["number"] as? Int } == [1, 2], "what `run --test` takes")
    #expect((tests[1]["issues"] as? [Any])?.isEmpty == true)
    let issues = try #require(tests[0]["issues"] as? [[String: Any]])
    #expect(issues[0].keys.sorted() == ["file", "line", "message"])
    #expect(issues[1].keys.sorted() == ["failure", "message"], "where a check wrote it down")
    let failure = try #require(issues[1]["failure"] as? [String: Any])
    let fields = ["actual", "call", "expected", "input", "kind", "rule", "schema"]
    #expect(failure.keys.sorted() == fields, "a difference and steps only where there are some")
    #expect(failure["schema"] as? String == "postroad.failure/1")
    #expect(failure["actual"] as? String == "no")
    #expect(issues[2].keys.sorted() == ["message", "thrown"])
    #expect((issues[2]["thrown"] as? [String: String])?["type"] == "PostRoad.NotStarted")
    #expect(
      issues[0]["file"] as? String == "Tests/01-DNSMessages/01-HeaderTests.swift", "as the learner knows it")
  }

  @Test func `a diagnostic has its place where there is one`() throws {
    let diagnostics = try #require(try exercises(report())[0]["diagnostics"] as? [[String: Any]])
    #expect(diagnostics[0].keys.sorted() == ["column", "file", "line", "message", "severity"])
    #expect(diagnostics[0]["severity"] as? String == "warning")
    #expect(diagnostics[1].keys.sorted() == ["message", "severity"])
    #expect(diagnostics[1]["severity"] as? String == "error")
  }

  @Test func `solutions are named where they stand`() throws {
    let report = try report(subject: .solutions)
    #expect(report["subject"] as? String == "solutions")
    let exercise = try exercises(report)[0]
    #expect(exercise["file"] as? String == "Solutions/01-DNSMessages/01-Header.swift")
    let diagnostics = try #require(exercise["diagnostics"] as? [[String: Any]])
    #expect(diagnostics[0]["file"] as? String == "Solutions/01-DNSMessages/01-Header.swift")
  }

  @Test func `verdicts have the names of the schema`() {
    let exercises = ExerciseVerdict.allCases.map(\.rawValue)
    #expect(
      exercises == [
        "solved", "failing", "crashed", "hung", "doesNotCompile", "notStarted", "waiting", "refused",
      ])
    let statuses = ExerciseVerdict.allCases.map { ExerciseStatus.judged($0).rawValue }
    #expect(statuses == exercises, "a report has the same words")
    #expect(ExerciseStatus.notJudged.rawValue == "notJudged")
    #expect(ExerciseVerdict(rawValue: "notJudged") == nil, "no judging ends so")
    for word in exercises + ["notJudged"] { #expect(ExerciseStatus(rawValue: word)?.rawValue == word) }
    #expect(ExerciseStatus(rawValue: "praised") == nil)
    let tests = [TestVerdict.passed, .failed, .crashed, .hung, .notRun].map(\.rawValue)
    #expect(tests == ["passed", "failed", "crashed", "hung", "notRun"])
  }

  @Test func `what was written can be read back`() throws {
    let curriculum = try book.curriculum
    let report = Report([curriculum.exercises[0]: .notStarted], curriculum: curriculum, subject: .exercises)
    let again = try JSONDecoder().decode(Report.self, from: Data(JSON.text(report).utf8))
    #expect(JSON.text(again) == JSON.text(report))
  }

  @Test func `an audit's report has the keys of its schema`() throws {
    let finding = Finding(exercise: "1.1", rule: "mistakeCaught", message: "no")
    let report = AuditReport(exercises: 1, tests: 2, mistakes: 3, alternatives: 4, findings: [finding])
    let json = try JSONSerialization.jsonObject(with: Data(JSON.text(report).utf8)) as? [String: Any]
    #expect(json?.keys.sorted() == ["alternatives", "exercises", "findings", "mistakes", "schema", "tests"])
    #expect(json?["schema"] as? String == "postroad.check/1")
    let findings = try #require(json?["findings"] as? [[String: String]])
    #expect(findings == [["exercise": "1.1", "rule": "mistakeCaught", "message": "no"]])
  }
}
