import CurriculumKit
import GraderKit
import JudgeKit
import SystemKit

/// Judges what a stranger handed in, on a bench of its own.
struct SubmissionJudge {
  let curriculum: Curriculum
  let intake: Intake
  /// What is asked for, in the order of the book.
  let exercises: [Exercise]
  /// Makes the bench when it is first needed: what holds nothing but stubs needs none.
  let workshop: () throws -> JudgingContext
  /// How many times as long as usual the compiler may take, where it comes to no end sooner.
  var paces = CompilerTime.paces
  /// Told what is known so far, after each chapter but the last.
  var told: (GradeReport) throws -> Void = { _ in }

  /// The report on a submission. Trouble is thrown, and is nobody's fault.
  func judge(_ path: String, name: String, isolation: Isolation, in session: Session) throws -> GradeReport {
    do {
      let handIn = try intake.take(path)
      let subject = try Subject.handedIn(handIn, curriculum: curriculum)
      func grade(_ judgements: [Exercise: Judgement]) -> GradeReport {
        let missing = Set(exercises).subtracting(judgements.keys)
        return GradeReport(
          submission: name, isolation: isolation, ignored: handIn.ignored,
          report: session.report(judgements, notJudged: missing, of: subject))
      }
      return grade(try judgements(subject) { try told(grade($0)) })
    } catch let refusal as IntakeRefusal {
      let refused = Dictionary(
        uniqueKeysWithValues: exercises.map { ($0, Judgement(verdict: .refused)) })
      let report = Report(refused, curriculum: curriculum, subject: .exercises)
      return GradeReport(
        submission: name, isolation: isolation, refused: "\(refusal)", ignored: [], report: report)
    }
  }

  private func judgements(_ subject: Subject, told: ([Exercise: Judgement]) throws -> Void) throws
    -> [Exercise: Judgement]
  {
    let sources = SourceSet(curriculum, subject: subject)
    var judgements: [Exercise: Judgement] = [:]
    for chapter in curriculum.chapters {
      let targets = exercises.filter { $0.chapter == chapter }
      if targets.isEmpty { continue }
      try told(judgements)
      let written = targets.filter { subject.submissions[$0]?.text != nil }
      for target in targets where !written.contains(target) {
        judgements[target] = try Self.unwritten(subject.submission(of: target))
      }
      guard !written.isEmpty else { continue }
      let judged = try judge(written, from: sources.sources(of: chapter))
      judgements.merge(judged) { $1 }
      for target in written { judgements[target]?.diagnostics += subject.helpers[chapter]?.notes ?? [] }
    }
    return judgements
  }

  private static func unwritten(_ submission: Submission) -> Judgement {
    switch submission {
    case .untouched, .written: .notStarted
    case .unusable(let diagnostic): .doesNotCompile([diagnostic])
    case .refused(let diagnostics): Judgement(verdict: .refused, diagnostics: diagnostics)
    }
  }

  private func judge(_ written: [Exercise], from sources: ChapterSources) throws -> [Exercise: Judgement] {
    let workshop = try workshop()
    workshop.workspace.pace = paces[0]
    do {
      return try workshop.judge(written, from: sources)
    } catch let error as GraderError where error.isCompilersEnd {
      return try CompilersEnd(workshop: workshop, sources: sources, paces: paces).judge(written, after: error)
    }
  }
}
