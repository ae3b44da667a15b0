import Synchronization
import Testing

/// Counts the failures of each test while it runs.
enum FailureCount {
  private static let counts = Mutex<[Test.ID: Int]>([:])

  /// The number of this failure in the test that runs now, from 1.
  static func next() -> Int {
    guard let test = Test.current?.id else { return 1 }
    return counts.withLock { counts in
      counts[test, default: 0] += 1
      return counts[test] ?? 1
    }
  }
}
