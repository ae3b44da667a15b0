import Foundation
import Testing

@testable import SystemKit

/// What is measured of real processes. Only what cannot depend on how busy the machine is.
@Suite(.timeLimit(.minutes(20))) struct ProcessMeterTests {
  private let clock = SuspendingClock()

  /// What the meter says of a child after so many measurements, and the seconds that passed at least since it began.
  private func measured(
    _ script: String, for duration: Duration
  ) throws -> (sample: ProcessMeter.Sample, passed: Double) {
    var meter: ProcessMeter?
    var sample = ProcessMeter.Sample()
    var passed = 0.0
    var begin = clock.now
    let child = try ChildProcess.bare(["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
    let result = try child.run { process, printed in
      if meter == nil, !printed.isEmpty {
        begin = clock.now
        meter = ProcessMeter(process)
      }
      guard meter != nil else { return nil }
      sample = meter?.sample() ?? sample
      passed = begin.duration(to: clock.now) / .seconds(1)
      return passed > duration / .seconds(1) ? .deadline(seconds: 0) : nil
    }
    #expect(result.ending == .stopped(.deadline(seconds: 0)))
    return (sample, passed)
  }

  @Test func `a child never uses more time than passes`() throws {
    let (sample, passed) = try measured("echo; while :; do :; done", for: .milliseconds(200))
    #expect(sample.seconds > 0)
    #expect(sample.seconds <= passed)
  }

  @Test func `a child that sleeps is charged`() throws {
    let (sample, passed) = try measured("echo; exec sleep 600", for: .milliseconds(200))
    #expect(sample.seconds > 0)
    #expect(sample.seconds <= passed)
  }

  #if os(Linux)
    @Test(.enabled(if: FileStatus.isProgram("/usr/bin/taskset")))
    func `a child that another one keeps from its processor is charged less than it took`() throws {
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let processor = try #require(status.firstMatch(of: /Cpus_allowed_list:\s*(\d+)/)).1
      let rival = try StartedProcess([
        "/usr/bin/taskset", "-c", "\(processor)", "/bin/sh", "-c", "while :; do :; done",
      ])
      defer {
        rival.end()
        rival.wait()
      }
      let (sample, passed) = try measured(
        "echo; exec taskset -c \(processor) nice -n 19 sh -c 'while :; do :; done'", for: .milliseconds(400))
      #expect(sample.seconds < passed * 0.9)
    }

    @Test func `memory is counted`() throws {
      let (small, _) = try measured("echo; exec sleep 600", for: .milliseconds(100))
      #expect((1...(1 << 26)).contains(small.residentBytes))
      #expect((1...(1 << 26)).contains(small.dataBytes))
    }
  #endif
}
