import CurriculumKit
import Foundation
import JudgeKit
import SystemKit

/// What every command is given: the workbook, where to write, and a way to have things judged.
package struct Session: Sendable {
  package let curriculum: Curriculum
  package var console: Console
  /// What there is to do, as help lists it.
  package var commands: [Command] = []
  /// Seconds of inactivity before a test is reported as hung.
  package var patience = 5.0
  /// Whether what is running is to be given up, because its answer is not wanted any more.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Told what is being done, where a screen shows it.
  package var heard: @Sendable (String) -> Void = { _ in }

  /// Known to every command that judges what may hang.
  package static let timeout = Setting(
    "--timeout", "seconds", wanted: "seconds, more than 0 and at most \(Int(SuiteJudge.deadline))",
    help: "seconds of inactivity before a test is reported as hung (default 5)"
  ) { text in Double(text).flatMap { $0 > 0 && $0 <= SuiteJudge.deadline ? $0 : nil } }

  /// What engines say of themselves.
  package static var environment: [String: String] { ProcessInfo.processInfo.environment }

  package var workbook: Workbook { curriculum.workbook }
  package var style: Style { Style(isColored: console.isColored) }
  var memory: StateStore { StateStore(workbook: workbook) }

  /// Says what to do, and the command for it: on a line of its own where one is too narrow for both.
  package func tell(_ doing: String, command: String) {
    let fits = doing.columns + 1 + command.columns <= console.width
    console.line(doing.wrapped(to: console.width) + (fits ? " " : "\n  ") + style.cyan(command))
  }

  /// Judges the exercises, chapter by chapter, and remembers the verdicts and that the learner works on these. What was never
  /// written needs no bench: nothing is built for it. With `reusing`, what was solved and has not changed since keeps its
  /// verdict, and the learner works on what has changed.
  package func judge(_ exercises: [Exercise], of subject: Subject, reusing: Bool = false) throws -> [Exercise:
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
      case .refused(let diagnostics):
        judgements[exercise] = Judgement(verdict: .refused, diagnostics: diagnostics)
      case .written:
        if reusing, let known = try record?.solved(exercise) {
          judgements[exercise] = known
        } else {
          work.append(exercise)
        }
      }
    }
    let worked = reusing ? try record.map { try work.filter($0.isChanged) } ?? [] : exercises
    judgements.merge(try judge(work, from: sources)) { $1 }
    try record?.keep(judgements, working: worked)
    for exercise in judgements.keys where subject.submissions[exercise]?.text != nil {
      judgements[exercise]?.diagnostics += curriculum.importNotes(on: exercise, in: subject)
      judgements[exercise]?.diagnostics += subject.helpers[exercise.chapter]?.notes ?? []
    }
    return judgements
  }

  /// Judges an exercise by one of its tests alone. Nothing is remembered: it is no verdict on the exercise.
  package func judge(_ exercise: Exercise, of subject: Subject, onlyTest name: String) throws -> Judgement {
    switch try subject.submission(of: exercise) {
    case .untouched: return .notStarted
    case .unusable(let diagnostic): return .doesNotCompile([diagnostic])
    case .refused(let diagnostics): return Judgement(verdict: .refused, diagnostics: diagnostics)
    case .written:
      let judged = try judge(
        [exercise], from: SourceSet(curriculum, subject: subject), onlyTest: name)
      return judged[exercise] ?? .notStarted
    }
  }

  private func judge(_ work: [Exercise], from sources: SourceSet, onlyTest: String? = nil) throws
    -> [Exercise: Judgement]
  {
    guard !work.isEmpty else { return [:] }
    let activity = Activity(console: console, heard: heard)
    defer { activity.end() }
    let workshop = try JudgingContext(self, activity: activity)
    var judgements: [Exercise: Judgement] = [:]
    for chapter in curriculum.chapters {
      let targets = work.filter { $0.chapter == chapter }
      if !targets.isEmpty {
        let judged = try workshop.judge(targets, from: sources.sources(of: chapter), onlyTest: onlyTest)
        judgements.merge(judged) { _, new in new }
      }
    }
    return judgements
  }

  /// The report of judgements, with the mistakes that explain them.
  package func report(
    _ judgements: [Exercise: Judgement], notJudged: Set<Exercise> = [], of subject: Subject,
    diagnosing: Bool = true
  ) -> Report {
    let diagnoses = judgements.compactMap { exercise, judgement in
      diagnosing ? MistakeFinder.diagnose(judgement, of: exercise, in: workbook).map { (exercise, $0) } : nil
    }
    let unwritten =
      subject.kind == .exercises
      ? judgements.keys.compactMap { exercise in
        curriculum.unwritten(of: exercise, in: subject).map { (exercise, $0) }
      } : []
    return Report(
      judgements, notJudged: notJudged, curriculum: curriculum, subject: subject.kind,
      diagnoses: Dictionary(diagnoses) { first, _ in first },
      unwritten: Dictionary(unwritten) { first, _ in first })
  }

  /// The exercises that are named, or the one where the learner is.
  package func named(_ words: [String]) throws -> [Exercise] {
    if !words.isEmpty { return try Selector(curriculum: curriculum).select(words) }
    return [try current()]
  }

  /// Exactly one exercise.
  package func one(_ words: [String], command: String) throws -> Exercise {
    let named = try named(words)
    guard named.count == 1 else { throw UsageError.needsExercise(command: command) }
    return named[0]
  }

  /// Where the learner is: the exercise judged last that is not solved, else what comes after it; the last one judged where all
  /// are solved.
  package func current() throws -> Exercise {
    let place = try place()
    return try place.next() ?? place.last ?? curriculum.exercises[curriculum.exercises.count - 1]
  }

  /// Where the learner is, by what was just judged and else by what is remembered.
  func place(knowing judgements: [Exercise: Judgement] = [:]) throws -> Place {
    let sources = SourceSet(curriculum, subject: try Subject.exercises(curriculum))
    return try VerdictRecord(session: self, sources: sources).place(knowing: judgements)
  }
}
