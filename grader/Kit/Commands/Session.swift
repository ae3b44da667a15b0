import CurriculumKit
import Foundation
import JudgeKit
import SystemKit

/// What every command is given: the workbook, where to write, and a way to have things judged.
struct Session: Sendable {
  let curriculum: Curriculum
  var console: Console
  /// Seconds of inactivity before a test is reported as hung.
  var patience = 5.0
  /// Whether what is running is to be given up, because its answer is not wanted any more.
  var isCancelled: @Sendable () -> Bool = { false }

  /// Known to every command that judges what may hang.
  static let timeout = Setting(
    "--timeout", "seconds", wanted: "seconds, more than 0 and at most \(Int(SuiteJudge.deadline))",
    help: "seconds of inactivity before a test is reported as hung (default 5)"
  ) { text in Double(text).flatMap { $0 > 0 && $0 <= SuiteJudge.deadline ? $0 : nil } }

  var workbook: Workbook { curriculum.workbook }
  var style: Style { Style(isColored: console.isColored) }
  var memory: StateStore { StateStore(workbook: workbook) }

  /// Says what to do, and the command for it: on a line of its own where one is too narrow for both.
  func tell(_ doing: String, command: String) {
    let fits = doing.columns + 1 + command.columns <= console.width
    console.line(doing.wrapped(to: console.width) + (fits ? " " : "\n  ") + style.cyan(command))
  }

  /// Judges the exercises, chapter by chapter, and remembers the verdicts. What was never written needs no bench: nothing is
  /// built for it. With `reusing`, what was solved and has not changed since keeps its verdict.
  func judge(_ exercises: [Exercise], of subject: Subject, reusing: Bool = false) throws -> [Exercise:
    Judgement]
  {
    var judgements: [Exercise: Judgement] = [:]
    var work: [Exercise] = []
    let sources = SourceSet(curriculum, subject: subject)
    let record = subject.kind == .exercises ? try VerdictRecord(session: self, sources: sources) : nil
    for exercise in exercises {
      switch try subject.submission(of: exercise) {
      case .untouched: judgements[exercise] = .notStarted
      case .unusable(let diagnostic): judgements[exercise] = .doesNotCompile([diagnostic])
      case .written:
        if reusing, let known = try record?.solved(exercise) {
          judgements[exercise] = known
        } else {
          work.append(exercise)
        }
      }
    }
    judgements.merge(try judge(work, from: sources)) { $1 }
    try record?.keep(judgements)
    for exercise in judgements.keys where subject.submissions[exercise]?.text != nil {
      judgements[exercise]?.diagnostics += curriculum.importNotes(on: exercise, in: subject)
      judgements[exercise]?.diagnostics += subject.helpers[exercise.chapter]?.notes ?? []
    }
    return judgements
  }

  private func judge(_ work: [Exercise], from sources: SourceSet) throws -> [Exercise: Judgement] {
    guard !work.isEmpty else { return [:] }
    let activity = Activity(console: console)
    defer { activity.end() }
    let workshop = try JudgingContext(self, activity: activity)
    var judgements: [Exercise: Judgement] = [:]
    for chapter in curriculum.chapters {
      let targets = work.filter { $0.chapter == chapter }
      if !targets.isEmpty {
        judgements.merge(try workshop.judge(targets, from: sources.sources(of: chapter))) { _, new in new }
      }
    }
    return judgements
  }

  /// The report of judgements, with the mistakes that explain them.
  func report(_ judgements: [Exercise: Judgement], of subject: Subject.Kind) -> Report {
    let diagnoses = judgements.compactMap { exercise, judgement in
      MistakeFinder.diagnose(judgement, of: exercise, in: workbook).map { (exercise, $0) }
    }
    return Report(
      judgements, curriculum: curriculum, subject: subject,
      diagnoses: Dictionary(diagnoses) { first, _ in first })
  }

  /// The exercises that are named, or the one the learner is at: the first that is not known to be solved.
  func named(_ words: [String]) throws -> [Exercise] {
    if !words.isEmpty { return try Selector(curriculum: curriculum).select(words) }
    return [try current()]
  }

  /// Exactly one exercise.
  func one(_ words: [String], command: String) throws -> Exercise {
    let named = try named(words)
    guard named.count == 1 else { throw UsageError.needsExercise(command: command) }
    return named[0]
  }

  /// The first exercise that is not known to be solved, or the last one.
  func current() throws -> Exercise {
    let sources = SourceSet(curriculum, subject: try Subject.exercises(curriculum))
    let record = try VerdictRecord(session: self, sources: sources)
    return try curriculum.exercises.first { try !record.isSolved($0) }
      ?? curriculum.exercises[curriculum.exercises.count - 1]
  }

  /// What comes behind an exercise that was just solved: the first, from there on and around, that never was; nil where all
  /// have been.
  func next(after exercise: Exercise) -> Exercise? {
    let all = curriculum.exercises
    let verdicts = (try? memory.read())?.memory.verdicts ?? [:]
    let start = (all.firstIndex(of: exercise) ?? -1) + 1
    return (all[start...] + all[..<start]).first { verdicts[$0.name]?.verdict != .solved }
  }
}
