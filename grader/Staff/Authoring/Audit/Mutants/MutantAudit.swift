import CurriculumKit
import Foundation
import SystemKit

/// Changes solutions in the ways that slip through, and asks the suites.
struct MutantAudit: Sendable {
  /// An exercise with its mutants.
  struct Subject: Sendable {
    let exercise: Exercise
    let source: MutantSource
    let all: [Mutant]
    /// Those that are tried.
    let chosen: [Mutant]
    let equivalents: Equivalents
  }

  /// What came of an exercise.
  struct Result: Sendable {
    var count: MutantReport.PerExercise
    var survivors: [MutantReport.Survivor] = []
    var stale: [Equivalents.Stale] = []
  }

  /// Is given each exercise's result as soon as it is known, in the order of the book.
  var show: @Sendable (Result) -> Void = { _ in }

  /// Mutants that share a program, so that two benches have work with one exercise, too.
  private static let mostTogether = 48

  func run(_ subjects: [Subject], on benches: any MutantBenches) throws -> MutantReport {
    let jobs = subjects.indices.flatMap { index in
      let mutants = subjects[index].chosen
      return stride(from: 0, to: max(mutants.count, 1), by: Self.mostTogether).map { start in
        Job(subject: index, mutants: Array(mutants[start..<min(start + Self.mostTogether, mutants.count)]))
      }
    }
    // The same in each program of a chapter, so that they are compiled once.
    let suites = Dictionary(grouping: subjects.map(\.exercise), by: \.chapter)
    let tally = MutantTally(subjects, jobs: jobs, show: show)
    _ = try benches.map(jobs, finished: tally.add) { job, bench in
      let subject = subjects[job.subject]
      let trial = MutantTrial(
        subject.exercise, subject.source, linking: suites[subject.exercise.chapter] ?? [], on: bench)
      return Done(job: job, fates: try trial.run(job.mutants))
    }
    var report = MutantReport()
    for result in tally.results { report.add(result) }
    return report
  }

  struct Job: Sendable {
    let subject: Int
    let mutants: [Mutant]
  }

  struct Done: Sendable {
    let job: Job
    let fates: [MutantTrial.Fate]
  }
}

extension MutantAudit.Subject {
  /// Reads a solution, and the list of its equivalent mutants.
  init(_ exercise: Exercise, in workbook: Workbook, limit: Int? = nil) throws {
    let list = CourseFile(exercise.equivalents, in: workbook)
    let equivalents: Equivalents
    switch Parsed<Equivalents>(list) {
    case .missing:
      if case .unreadable(let reason) = list.contents { throw GraderError.damaged(list.path, reason: reason) }
      equivalents = Equivalents(equivalent: [])
    case .damaged(let reason): throw GraderError.damaged(list.path, reason: reason)
    case .value(let value): equivalents = value
    }
    self.init(exercise, solution: try workbook.text(exercise.solution), equivalents, limit: limit)
  }

  init(_ exercise: Exercise, solution: String, _ equivalents: Equivalents, limit: Int? = nil) {
    let all = MutantFinder.mutants(of: solution)
    self.init(
      exercise: exercise, source: MutantSource(solution), all: all,
      chosen: limit.map { Self.sample(all, $0) } ?? all, equivalents: equivalents)
  }

  /// So many of them, in their order: always the same of one text, and few others where a line of it changes.
  private static func sample(_ mutants: [Mutant], _ count: Int) -> [Mutant] {
    let keys = mutants.map { mutant in
      let place = MutantPlace(mutant)
      return Fingerprint.of(
        "\(place.kind) \(place.lineText) \(place.before) \(place.after) \(place.ordinal)".utf8)
    }
    let ranked = mutants.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return ranked.prefix(count).sorted().map { mutants[$0] }
  }
}
