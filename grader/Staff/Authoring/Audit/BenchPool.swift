import Foundation
import GraderKit
import SystemKit

/// Does jobs on several benches at once: most of a job is a compiler that uses one core.
struct BenchPool {
  let session: Session
  let activity: Activity
  /// How many work at once.
  private let workers = ProcessInfo.processInfo.activeProcessorCount

  init(session: Session, activity: Activity) {
    self.session = session
    self.activity = activity
  }

  /// The results in the order of the jobs. After an error no further job is begun, and the first error is thrown.
  /// `finished` is given each result in the same order, once all before it are there.
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], finished: @escaping @Sendable (Result) -> Void = { _ in },
    _ work: @escaping @Sendable (Job, JudgingContext) throws -> Result
  ) throws -> [Result] {
    guard !jobs.isEmpty else { return [] }
    let lock = try JudgingContext.takeLock(session, activity)
    OrphanProcesses.endAll(in: session.workbook.root)
    return try SideBySide.map(
      jobs, atOnce: workers,
      with: { worker in
        try JudgingContext(
          session, activity: activity, lock: lock, bench: worker == 0 ? "bench" : "bench-\(worker + 1)",
          atOnce: 1)
      }, finished: finished, work)
  }
}

extension BenchPool: Benches {
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], on work: @escaping @Sendable (Job, any Tryout) throws -> Result
  ) throws -> [Result] {
    try map(jobs) { try work($0, BenchTryout(workshop: $1)) }
  }
}
