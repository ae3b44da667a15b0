import Foundation

/// Runs a suite in a process and a folder of its own.
struct SuiteRunner: Running {
  let workbook: Workbook
  let toolchain: Toolchain

  /// Kilobytes of data that the code under test may ask for: an idle run uses 37 MB.
  static let memory = 1_048_576

  func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
    -> SuiteRun
  {
    let exercise = suite.exercise
    let mark = UUID().uuidString
    // What the code under test writes there, no later run meets.
    let folder = workbook.absolute(".build/grader/run/\(mark)")
    try Files.makeFolder(folder + "/work")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stream = "\(folder)/events.jsonl"

    var environment = [Strays.variable: mark]
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none,limit=12,top=0,timeout=5s"
    let filter = "^\(exercise.chapter.suiteModule)\\.\(exercise.suite)/"
    let command =
      [
        "/bin/sh", "-c", "cd \"$1\" || exit 99; ulimit -c 0; ulimit -d \(Self.memory); shift; exec \"$@\"",
        "sh", folder + "/work", suite.program.path,
        "--no-parallel", "--event-stream-output-path", stream, "--filter", filter,
      ]
      + skipping.flatMap { ["--skip", "/\(exercise.suiteFileName.replacing(".", with: "\\.")):\($0.line):"] }

    let silence = Stopwatch()
    let total = Stopwatch()
    var size = 0
    var child = ChildProcess(command, with: toolchain, environment: environment)
    child.keptOutput = 1 << 18
    let result = try child.run {
      _, _ in
      let now = Files.size(of: stream)
      if now != size {
        size = now
        silence.restart()
      }
      if silence.seconds > patience { return "\(Self.formatted(patience)) without an event" }
      return total.seconds > limit ? "\(Self.formatted(limit)) in all" : nil
    }
    Strays.end(mark: mark)
    return SuiteRun(
      records: try StreamRecord.decode(Files.readIfPresent(stream) ?? []), ending: result.ending,
      output: result.output, seconds: total.seconds)
  }

  private static func formatted(_ seconds: Double) -> String { "\(Int(seconds.rounded())) s" }
}
