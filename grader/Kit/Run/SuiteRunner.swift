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
  /// Kilobytes of data that the code under test may ask for: an idle run uses 37 MB.
  static let memory = 1_048_576

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
    let mark = UUID().uuidString
    let folder = workbook.absolute(".build/grader/run")
    try Files.makeFolder(folder)
    let stream = "\(folder)/\(mark).jsonl"
    defer { try? FileManager.default.removeItem(atPath: stream) }

    var environment = [Strays.variable: mark]
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none,limit=12,top=0,timeout=5s"
    let suite = "^\(exercise.chapter.suiteModule)\\.\(exercise.suite)/"
    let command =
      [
        "/bin/sh", "-c", "cd \"$1\" || exit 99; ulimit -c 0; ulimit -d \(Self.memory); shift; exec \"$@\"",
        "sh", folder, program,
        "--no-parallel", "--event-stream-output-path", stream, "--filter", suite,
      ]
      + skipping.flatMap { ["--skip", "/\(exercise.suiteFileName.replacing(".", with: "\\.")):\($0.line):"] }

    let silence = Stopwatch()
    let total = Stopwatch()
    var size = 0
    var child = ChildProcess(command, with: toolchain, environment: environment)
    child.keptOutput = 1 << 18
    let result = try child.run {
      _, _ in
      let now = Self.size(of: stream)
      if now != size {
        size = now
        silence.restart()
      }
      if silence.seconds > patience { return "\(Self.told(patience)) without an event" }
      return total.seconds > seconds ? "\(Self.told(seconds)) in all" : nil
    }
    Strays.end(mark: mark)
    return SuiteRun(
      records: StreamRecord.decode(try Files.readIfPresent(stream) ?? []), ending: result.ending, output: result.output)
  }

  private static func size(of path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  private static func told(_ seconds: Double) -> String { "\(Int(seconds.rounded())) s" }
}
