import Dispatch
import Foundation
import GraderKit
import Synchronization
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
    let state = Mutex(OrderedResults<Result>(count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: min(workers, jobs.count)) { worker in
      do {
        let workshop = try JudgingContext(
          session, activity: activity, lock: lock, bench: worker == 0 ? "bench" : "bench-\(worker + 1)",
          atOnce: 1)
        while let number = state.withLock({ $0.take() }) {
          let result = try work(jobs[number], workshop)
          state.withLock { for next in $0.finish(number, result) { finished(next) } }
        }
      } catch {
        state.withLock { $0.trouble = $0.trouble ?? error }
      }
    }
    let end = state.withLock { $0 }
    if let trouble = end.trouble { throw trouble }
    return end.results.compactMap(\.self)
  }
}

extension BenchPool: Benches {
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], on work: @escaping @Sendable (Job, any Tryout) throws -> Result
  ) throws -> [Result] {
    try map(jobs) { try work($0, BenchTryout(workshop: $1)) }
  }
}

/// Numbered jobs, handed out one by one, and their results, given back in order.
struct OrderedResults<Result: Sendable>: Sendable {
  private(set) var results: [Result?]
  private var next = 0
  private var given = 0
  /// The first error: nothing is handed out after it.
  var trouble: (any Error)?

  init(count: Int) { results = Array(repeating: nil, count: count) }

  /// The number of a job that nobody has begun.
  mutating func take() -> Int? {
    guard trouble == nil, next < results.count else { return nil }
    defer { next += 1 }
    return next
  }

  /// Keeps a result, and returns those that are now due.
  mutating func finish(_ number: Int, _ result: Result) -> [Result] {
    results[number] = result
    var due: [Result] = []
    while given < results.count, let result = results[given] {
      due.append(result)
      given += 1
    }
    return due
  }
}
