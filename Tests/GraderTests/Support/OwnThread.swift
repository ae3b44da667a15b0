import Foundation
import Testing

/// Runs a suite's tests on a thread of its own.
///
/// They wait for compilers. The threads that run all other tests are as many as the machine has cores, and one that waits is missing:
/// the cores would be idle while tests are left.
struct OwnThread: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true
  private let executor = ThreadExecutor()

  func scopeProvider(for test: Test, testCase: Test.Case?) -> OwnThread? { testCase == nil ? nil : self }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(executor) { try await function() }
  }
}

extension Trait where Self == OwnThread {
  /// For suites that wait for other programs most of the time.
  static var ownThread: OwnThread { OwnThread() }
}

/// One thread that does one thing after the other.
private final class ThreadExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "suite")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
