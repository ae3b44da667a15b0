/// How much of the time since its start a process had for itself: all but what it waited for a processor.
///
/// A test that sleeps or is deadlocked uses its own time. One that a busy machine does not run uses none, and is not hung.
package struct OwnTime: Sendable {
  /// A thread, as the system counts it since the thread's start.
  package struct Thread: Sendable {
    package var id: Int32
    /// Seconds on a processor.
    package var ran: Double
    /// Seconds ready to run without a processor; nil where the system does not count them.
    package var waited: Double?
    /// Whether it could use a processor, or the disk it waits for, now.
    package var isReady: Bool
  }

  private struct Known {
    var ran = 0.0
    var waited = 0.0
    /// Waiting that was assumed before the system counted it: that happens only when the thread runs again.
    var assumed = 0.0
  }

  /// Of an interval that nobody watched no more than this is counted: the watcher itself was not run, or the machine slept.
  package static let longestInterval = 0.25

  /// Seconds. It can fall a little when the system counts a wait late.
  package private(set) var seconds = 0.0
  private var known: [Int32: Known] = [:]

  /// Adds an interval at whose end the threads were as given.
  ///
  /// The process as a whole was ready for as long as its busiest thread was, and ran for as long as all of them together. The
  /// difference is what the machine owes it.
  package mutating func add(_ interval: Double, _ threads: [Thread]) {
    guard interval > 0 else { return }
    var ran = 0.0
    var ready = 0.0
    var next: [Int32: Known] = [:]
    for thread in threads {
      var now = known[thread.id] ?? Known()
      let ranNow = max(0, thread.ran - now.ran)
      let waitedNow = waited(thread, ranNow, of: interval, &now)
      ran += ranNow
      ready = max(ready, ranNow + waitedNow)
      now.ran = thread.ran
      next[thread.id] = now
    }
    known = next
    let owed = max(0, ready - ran)
    seconds = max(0, seconds + (interval - owed) * min(1, Self.longestInterval / interval))
  }

  private func waited(_ thread: Thread, _ ranNow: Double, of interval: Double, _ known: inout Known) -> Double
  {
    guard let waited = thread.waited else { return thread.isReady ? max(0, interval - ranNow) : 0 }
    let counted = max(0, waited - known.waited)
    known.waited = waited
    if thread.isReady, ranNow == 0, counted == 0 {
      known.assumed += interval
      return interval
    }
    defer { known.assumed = 0 }
    return max(0, counted - known.assumed)
  }
}
