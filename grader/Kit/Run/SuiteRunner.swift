import Foundation

/// Runs a suite in a process of its own, again where it was cut short, until each test has its verdict or cannot get one.
struct SuiteRunner {
  let workbook: Workbook
  let toolchain: Toolchain
  /// Seconds without an event after which a test is taken for hung.
  var patience = 5.0

  /// Seconds that one suite may take with all its runs.
  static let deadline = 30.0
  /// After one test hung, the others are given less.
  static let shortPatience = 1.0
  /// Bytes of data that the code under test may ask for: an idle run uses 37 MB.
  static let memory = 1 << 30

  /// Runs the suite's tests; `only` names those to run, nil means all.
  func run(_ exercise: Exercise, program: String, inventory: [SuiteSource.Test], only: Set<String>? = nil)
    throws -> Outcome
  {
    let wanted = inventory.filter { only?.contains($0.name) ?? true }
    var left = wanted
    var outcome = Outcome()
    let total = Stopwatch()
    var patience = patience
    while !left.isEmpty, total.seconds < Self.deadline {
      let skipped = inventory.filter { !left.contains($0) }
      let run = try once(
        exercise, program: program, skipping: skipped, patience: patience,
        seconds: Self.deadline - total.seconds)
      let judged = Judge.judge(run, inventory: left)
      outcome.merge(judged)
      left = left.filter { outcome.tests[$0.name] == nil }
      if !judged.hasCulprit { break }
      if case .stopped = run.ending {
        if patience == Self.shortPatience { break }
        patience = min(patience, Self.shortPatience)
      }
    }
    for test in left { outcome.tests[test.name] = TestOutcome(verdict: .notRun) }
    return outcome
  }

  private func once(
    _ exercise: Exercise, program: String, skipping: [SuiteSource.Test], patience: Double, seconds: Double
  ) throws -> SuiteRun {
    let mark = OrphanProcesses.mark(in: workbook.root)
    let folder = workbook.absolute(".build/grader/run")
    try Files.makeFolder(folder)
    let stream = "\(folder)/\(mark).jsonl"
    // A file of its own, which nothing that the tests print can get into.
    let backtrace = "\(folder)/\(mark).backtrace"
    defer { for file in [stream, backtrace] { try? FileManager.default.removeItem(atPath: file) } }

    let backtracing =
      "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none,limit=12,top=0,timeout=5s"
      + ",output-to=\(backtrace)"
    let suite = "^\(exercise.chapter.suiteModule)\\.\(exercise.suite)/"
    let command =
      [
        program, "--no-parallel", "--event-stream-output-path", stream, "--filter", suite,
      ]
      + skipping.flatMap { ["--skip", "/\(exercise.suiteFileName.replacing(".", with: "\\.")):\($0.line):"] }

    var meter: ProcessMeter?
    var heard = 0.0
    var size = 0
    var child = ChildProcess(command, with: toolchain, environment: ["SWIFT_BACKTRACE": backtracing])
    child.keptOutput = 1 << 18
    child.folder = folder
    child.mark = mark
    child.dataLimit = Self.memory
    let result = try child.run { process, _ in
      if meter == nil { meter = ProcessMeter(process) }
      guard let used = meter?.sample() else { return nil }
      let now = FileStatus.size(stream)
      if now != size {
        size = now
        heard = used.seconds
      }
      if used.residentBytes > Self.memory { return .memory(bytes: Self.memory) }
      if used.seconds - heard > patience { return .silence(seconds: patience) }
      return used.seconds > seconds ? .deadline(seconds: seconds) : nil
    }
    let crash = Files.bytes(backtrace).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return SuiteRun(
      records: StreamRecord.decode(Files.bytes(stream) ?? []), ending: result.ending,
      output: result.errors + crash)
  }
}

extension StopReason: CustomStringConvertible {
  var description: String {
    switch self {
    case .silence(let seconds): "\(Int(seconds.rounded())) s without an event"
    case .deadline(let seconds): "\(Int(seconds.rounded())) s in all"
    case .memory(let bytes): "it had asked for \(bytes >> 30) GiB of memory"
    }
  }
}
