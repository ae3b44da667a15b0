import CurriculumKit
import Foundation
import JudgeKit
import SystemKit

/// What the grader has to say, in the form that other programs read: schema `postroad.report/1`.
package struct Report: Codable, Sendable {
  package static let schema = "postroad.report/1"

  package struct ChapterPart: Codable, Sendable {
    package var number: Int
    package var name: String
    package var title: String
    package var solved: Int
    package var total: Int
    package var exercises: [ExercisePart]
  }

  package struct ExercisePart: Codable, Sendable {
    package var id: String
    package var name: String
    package var title: String
    package var file: String
    package var verdict: ExerciseStatus
    package var tests: [TestPart]
    package var diagnostics: [Diagnostic]
    package var diagnosis: Diagnosis?
    /// What the code printed, cut, harmless for a terminal; nil where it printed nothing.
    package var output: String?
    /// The functions that still throw `NotStarted`, of several; nil where none or all of them do.
    package var unwritten: [String]?
    /// The ids of the exercises that it waits for; nil where it waits for none.
    package var waitsFor: [String]?
  }

  package struct TestPart: Codable, Sendable {
    package var name: String
    package var verdict: TestVerdict
    package var reference: String?
    package var issues: [TestIssue]
    /// From 1, in the order of the suite's source: `run 1.1 --test 3`.
    package var number = 0
  }

  package var schema = Report.schema
  package var subject: String
  package var solved: Int
  package var total: Int
  package var chapters: [ChapterPart]

  /// A report of these exercises' judgements, and of those without a current verdict, by chapter in the order of the book.
  package init(
    _ judgements: [Exercise: Judgement], notJudged: Set<Exercise> = [], curriculum: Curriculum,
    subject: Subject.Kind,
    diagnoses: [Exercise: Diagnosis] = [:], unwritten: [Exercise: [String]] = [:]
  ) {
    self.subject = subject.rawValue
    chapters = curriculum.chapters.compactMap { chapter in
      let parts = curriculum.exercises(of: chapter).compactMap { exercise -> ExercisePart? in
        let judgement = judgements[exercise]
        guard judgement != nil || notJudged.contains(exercise) else { return nil }
        return ExercisePart(
          judgement, of: exercise, curriculum: curriculum, subject: subject, diagnosis: diagnoses[exercise],
          unwritten: unwritten[exercise])
      }
      guard !parts.isEmpty else { return nil }
      return ChapterPart(
        number: chapter.number, name: chapter.name, title: curriculum.title(of: chapter),
        solved: parts.count { $0.verdict == .solved }, total: parts.count, exercises: parts)
    }
    solved = chapters.reduce(0) { $0 + $1.solved }
    total = chapters.reduce(0) { $0 + $1.total }
  }

  package var exercises: [ExercisePart] { chapters.flatMap(\.exercises) }

  /// Puts a newer part in the place of the one with its id, and counts again.
  package mutating func replace(_ part: ExercisePart) {
    for (c, chapter) in chapters.enumerated() {
      guard let e = chapter.exercises.firstIndex(where: { $0.id == part.id }) else { continue }
      chapters[c].exercises[e] = part
      chapters[c].solved = chapters[c].exercises.count { $0.verdict == .solved }
    }
    solved = chapters.reduce(0) { $0 + $1.solved }
  }

  package var isSolved: Bool { solved == total }
}

extension Report.ExercisePart {
  fileprivate init(
    _ judgement: Judgement?, of exercise: Exercise, curriculum: Curriculum, subject: Subject.Kind,
    diagnosis: Diagnosis?, unwritten: [String]?
  ) {
    id = exercise.id
    name = exercise.name
    title = curriculum.title(of: exercise)
    file = subject == .solutions ? exercise.solution : exercise.file
    verdict = judgement.map { .judged($0.verdict) } ?? .notJudged
    self.unwritten = unwritten
    waitsFor = judgement.flatMap { $0.waitsFor.isEmpty ? nil : $0.waitsFor }
    tests = (judgement?.tests ?? []).enumerated().map { index, judged in
      let (test, outcome) = judged
      return Report.TestPart(
        name: test.name, verdict: outcome.verdict, reference: test.reference,
        issues: outcome.issues.map { issue in
          var own = issue
          own.file = own.file.map(subject.own)
          return own
        }, number: index + 1)
    }
    diagnostics = (judgement?.diagnostics ?? []).map { diagnostic in
      var own = diagnostic
      own.file = own.file.map(subject.own)
      return own
    }
    self.diagnosis = diagnosis
    output = judgement.flatMap { $0.printed.isEmpty ? nil : $0.printed.lines.joined(separator: "\n") }
  }
}

extension Subject.Kind {
  /// The bench speaks of the learner's files, whoever's were laid.
  fileprivate func own(_ path: String) -> String {
    guard self == .solutions, path.hasPrefix("Exercises/") else { return path }
    return "Solutions/" + path.dropFirst("Exercises/".count)
  }
}
