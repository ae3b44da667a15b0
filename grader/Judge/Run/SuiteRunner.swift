import CurriculumKit
import Foundation
import SystemKit

/// Runs a suite in a process and a folder of its own.
package struct SuiteRunner: Running {
  package let workbook: Workbook
  package let toolchain: Toolchain
  /// What the program finds in its environment beside the usual, or in its place.
  package var environment: [String: String] = [:]

  package init(workbook: Workbook, toolchain: Toolchain) {
    self.workbook = workbook
    self.toolchain = toolchain
  }

  /// Bytes of data that the code under test may ask for: an idle run uses 37 MB.
  package static let memory = 1 << 30
  /// Bytes of events that are read: the longest stream of the book has some hundred thousand.
  private static let mostEvents = 64 << 20

  package func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
    -> SuiteRun
  {
    let mark = OrphanProcesses.mark(in: workbook.root)
    let place = try RunPlace(
      workbook: workbook, toolchain: toolchain, mark: mark, program: suite.program.path)
    let folder = place.folder
    defer { place.remove() }
    let stream = "\(folder)/events.jsonl"
    // A file of its own, which nothing that the tests print can get into.
    let backtrace = "\(folder)/backtrace"
    let failures = "\(folder)/failures.jsonl"
    let calledStubs = "\(folder)/called-stubs"

    var child = ChildProcess(
      Self.command(suite, of: place.program, skipping: skipping, stream: stream), with: toolchain,
      environment: [
        "SWIFT_BACKTRACE":
          "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none,limit=12,top=0,timeout=5s,output-to=\(backtrace)",
        FailureLog.variable: failures, CalledStubs.variable: calledStubs,
      ].merging(environment) { _, own in own })
    child.keptOutput = 1 << 18
    place.settle(&child)
    child.mark = mark
    child.beforeStopping = { started in
      if let suite = place.process(of: started) { HangBacktrace.ask(suite, into: backtrace) }
    }
    var meter: ProcessMeter?
    var heard = 0.0
    var size = 0
    var seconds = 0.0
    let result = try child.run { process, _ in
      if meter == nil { meter = place.process(of: process).map { ProcessMeter($0) } }
      guard let used = meter?.sample() else { return nil }
      seconds = used.seconds
      let now = FileStatus.size(stream)
      if now != size {
        size = now
        heard = used.seconds
      }
      if used.residentBytes > Self.memory { return .memory(bytes: Self.memory) }
      if used.seconds - heard > patience { return .silence(seconds: patience) }
      return used.seconds > limit ? .deadline(seconds: limit) : nil
    }
    if place.isConfined, case .stopped(.deadline) = result.ending, seconds < limit {
      throw GraderError.notRunInTime(suite.exercise.suiteFile)
    }
    let crash = String(
      decoding: Files.readPlainIfPresent(backtrace, most: Self.mostEvents), as: UTF8.self)
    let run = SuiteRun(
      records: FailureLog(file: failures).joined(
        to: try StreamRecord.decode(Files.readPlainIfPresent(stream, most: Self.mostEvents))),
      ending: result.ending,
      errors: result.errors, backtrace: crash,
      printed: PrintedOutput(
        start: result.outputStart, lostLines: result.outputLostLines, end: result.output),
      calledStubs: CalledStubs.read(calledStubs), seconds: seconds)
    guard !run.mayHaveLackedRoom(freeBytes: FileStatus.freeBytes(folder)) else {
      throw GraderError.diskFull(folder: workbook.root)
    }
    return run
  }

  private static func command(
    _ suite: LinkedSuite, of program: String, skipping: [SuiteSource.Test], stream: String
  ) -> [String] {
    let exercise = suite.exercise
    let file = exercise.suiteFileName.replacing(".", with: "\\.")
    return [
      program, "--no-parallel", "--event-stream-output-path", stream,
      "--event-stream-version", StreamRecord.version,
      "--filter", "^\(exercise.chapter.suiteModule)\\.\(exercise.suite)/",
    ] + skipping.flatMap { ["--skip", "/\(file):\($0.line):"] }
  }
}

extension StopReason {
  /// Whether it was ended for the memory it took, which is a crash and no wait.
  package var isAboutMemory: Bool {
    if case .memory = self { return true }
    return false
  }
}
