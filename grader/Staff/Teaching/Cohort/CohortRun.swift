import CurriculumKit
import Dispatch
import Foundation
import GraderKit
import Synchronization
import SystemKit

/// Judges the submissions of a cohort, or of a share of it, that the journal does not hold yet.
struct CohortRun {
  let session: Session
  let cohort: Cohort
  let exercises: [Exercise]
  let sandbox: Sandbox
  let journal: CohortJournal
  let shard: Shard
  let jobs: Int

  /// What happened in a run.
  struct Result: Sendable {
    var outcome: CohortOutcome
    /// Why a submission could not be judged, by its place: nobody's fault.
    var troubles: [Int: String]
    /// How many were judged now, and not remembered.
    var judged: Int
  }

  /// Troubles after which no further submission is begun: something is wrong with the machine.
  private static let mostTroubles = 3

  private var intake: Intake { get throws { Intake(session.curriculum, try Toolchain(), sandbox) } }

  /// Names the submissions with all that their verdicts depend on.
  func manifest() throws -> CohortManifest {
    let environment = try CohortEnvironment(session, exercises: exercises, isolation: sandbox.isolation)
    return CohortManifest(
      exercises: exercises.map(\.id), isolation: sandbox.isolation, toolchain: environment.toolchain,
      suites: environment.suites,
      submissions: try cohort.submissions.map {
        CohortManifest.Item(name: $0.name, key: try key(of: $0, in: environment) ?? "")
      }, others: cohort.others.isEmpty ? nil : cohort.others)
  }

  func run(_ manifest: CohortManifest) throws -> Result {
    let keys = manifest.submissions.map(\.key)
    let work = keys.indices.filter { shard.holds($0) && (keys[$0].isEmpty || !journal.holds(keys[$0])) }
    let troubles = try judge(work, keys: keys)
    return Result(
      outcome: CohortOutcome(manifest, records: journal.all, shard: shard), troubles: troubles,
      judged: work.count - troubles.count)
  }

  /// Why each that was begun could not be judged.
  private func judge(_ work: [Int], keys: [String]) throws -> [Int: String] {
    guard !work.isEmpty else { return [:] }
    let activity = Activity(console: session.console)
    defer { activity.end() }
    let lock = try JudgingContext.takeLock(session, activity)
    OrphanProcesses.endAll(in: session.workbook.root)
    let intake = try intake
    if work.count > 1 {
      // Nothing can be said once Ctrl-C is pressed: signals are not caught.
      let text = "Each verdict is kept at once. Ended early, as by Ctrl-C? Run the same command to go on."
      session.console.errorLine(text.wrapped(to: session.console.width))
    }
    let state = Mutex(State(left: work[...]))
    let begin = SuspendingClock().now
    DispatchQueue.concurrentPerform(iterations: min(jobs, work.count)) { worker in
      let bench = WorkersBench(session, activity, lock, sandbox, number: worker + 1, of: jobs)
      let judge = SubmissionJudge(
        curriculum: session.curriculum, intake: intake, exercises: exercises,
        workshop: { try bench.workshop() })
      while let index = state.withLock({ $0.take(most: Self.mostTroubles) }) {
        let submission = cohort.submissions[index]
        activity.say(
          state.withLock {
            $0.told(
              submission.name, of: work.count, after: begin.duration(to: SuspendingClock().now) / .seconds(1))
          })
        do {
          let grade = try judge.judge(
            submission.path, name: submission.name, isolation: sandbox.isolation, in: session)
          if !keys[index].isEmpty { try journal.keep(grade, as: keys[index]) }
          state.withLock { $0.done += 1 }
        } catch {
          state.withLock { $0.troubles[index] = "\(error)" }
        }
      }
    }
    return state.withLock { $0.troubles }
  }

  private struct State: Sendable {
    var left: ArraySlice<Int>
    var done = 0
    var troubles: [Int: String] = [:]

    mutating func take(most: Int) -> Int? { troubles.count < most ? left.popFirst() : nil }

    func told(_ name: String, of count: Int, after seconds: Double) -> String {
      let left = count - done - troubles.count
      let minutes =
        done == 0 ? "" : " · about \(max(1, Int(seconds / Double(done) * Double(left) / 60))) min left"
      return "\(count - left + 1) of \(count): \(name)\(minutes)"
    }
  }

  // MARK: Keys

  /// Nil where a submission cannot be read: then judging it says why.
  private func key(of submission: Cohort.Submission, in environment: CohortEnvironment) throws -> String? {
    let content: String
    do {
      let handIn = try intake.take(submission.path)
      let files = handIn.files.sorted { $0.key < $1.key }.map { "\($0.key) \(Fingerprint.of($0.value))" }
      content = (files + handIn.ignored).joined(separator: "\n")
    } catch let refusal as IntakeRefusal {
      content = "refused: \(refusal)"
    } catch is FileError {
      return nil
    }
    let own = [submission.name, environment.toolchain, environment.suites, content]
    return Fingerprint.of(own.joined(separator: "\n").utf8) + " " + submission.name
  }
}

/// A worker's bench, made when it is first asked for.
private final class WorkersBench {
  private let make: () throws -> JudgingContext
  private var made: JudgingContext?

  init(
    _ session: Session, _ activity: Activity, _ lock: FileLock, _ sandbox: Sandbox, number: Int, of count: Int
  ) {
    let width = max(1, JudgingContext.mostAtOnce / count)
    let name = number == 1 ? GradeBench.name : "\(GradeBench.name)-\(number)"
    make = {
      try JudgingContext(
        session, activity: activity, lock: lock, bench: name, sandbox: sandbox, atOnce: width)
    }
  }

  func workshop() throws -> JudgingContext {
    if let made { return made }
    let workshop = try make()
    made = workshop
    return workshop
  }
}
