import Dispatch
import Foundation
import Synchronization

/// Does jobs on several benches at once: most of a job is a compiler that uses one core.
struct SideBySide {
  let session: Session
  let activity: Activity
  /// How many work at once.
  private let workers = ProcessInfo.processInfo.activeProcessorCount

  /// Whether somebody has failed, and what has come of each job so far.
  private struct State<Result: Sendable>: Sendable {
    var next = 0
    var results: [Int: Result] = [:]
    var trouble: (any Error)?
  }

  /// The results in the order of the jobs. After an error no further job is begun, and the first error is thrown.
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], _ work: @escaping @Sendable (Job, Workshop) throws -> Result
  ) throws -> [Result] {
    let lock = try FileLock(Workshop.lockFile(session.workbook)) {
      activity.say("waiting for another grader to finish")
    }
    OrphanProcesses.endAll(in: session.workbook.root)
    let state = Mutex(State<Result>())
    DispatchQueue.concurrentPerform(iterations: min(workers, jobs.count)) { worker in
      do {
        let workshop = try Workshop(
          session, activity: activity, lock: lock, bench: worker == 0 ? "bench" : "bench-\(worker + 1)")
        while let number = state.withLock({ Self.take(&$0, of: jobs.count) }) {
          let result = try work(jobs[number], workshop)
          state.withLock { $0.results[number] = result }
        }
      } catch {
        state.withLock { $0.trouble = $0.trouble ?? error }
      }
    }
    let end = state.withLock { $0 }
    if let trouble = end.trouble { throw trouble }
    return jobs.indices.compactMap { end.results[$0] }
  }

  private static func take<Result>(_ state: inout State<Result>, of count: Int) -> Int? {
    guard state.trouble == nil, state.next < count else { return nil }
    defer { state.next += 1 }
    return state.next
  }
}
