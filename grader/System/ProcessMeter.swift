import Foundation

/// Measures what a running child uses: time of its own, and memory.
package struct ProcessMeter {
  package struct Sample: Equatable, Sendable {
    /// Seconds of its own since the meter began, as `OwnTime` counts them.
    package var seconds = 0.0
    /// Bytes in memory.
    package var residentBytes = 0
    /// Bytes of data and stack it asked for, whether in memory or not. On macOS as `residentBytes`.
    package var dataBytes = 0
  }

  /// Seconds between two measurements: more than a tick of any system, so that a thread that runs is seen to have run.
  private static let interval = 0.04

  private let process: Int32
  private let clock = SuspendingClock()
  private var measured: SuspendingClock.Instant
  private var time = OwnTime()
  private var last = Sample()

  package init(_ process: Int32) {
    self.process = process
    measured = clock.now
    time.add(0.000_001, ProcessFacts.threads(of: process))
  }

  /// What it has used until now. Between two measurements the last one is returned.
  package mutating func sample() -> Sample {
    let now = clock.now
    let passed = measured.duration(to: now) / .seconds(1)
    guard passed >= Self.interval else { return last }
    measured = now
    time.add(passed, ProcessFacts.threads(of: process))
    let memory = ProcessFacts.memory(of: process)
    last = Sample(seconds: time.seconds, residentBytes: memory.resident, dataBytes: memory.data)
    return last
  }
}
