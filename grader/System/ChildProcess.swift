import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program in a process group of its own, with its output drained while it runs, and ended with all its children, also when
/// the grader is killed.
package struct ChildProcess {
  /// How a child came to its end.
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// Ended by the watcher, for the reason it gave.
    case stopped(StopReason)
  }

  package struct Result: Sendable {
    package let ending: Ending
    /// The end of standard output; of both streams in their order where they are merged.
    package let output: String
    /// The start of standard output where more was printed than is kept, and how many lines are missing after it.
    package let outputStart: String
    package let outputLostLines: Int
    /// The end of standard error; empty where the streams are merged.
    package let errors: String
  }

  /// The program and its arguments; the program is an absolute path.
  package var command: [String]
  /// The whole environment of the child: nothing of the grader's own is passed on.
  package var environment: [String: String]
  /// The folder it is started in; nil is the grader's own.
  package var folder: String?
  /// Whether both streams are one, as a terminal shows them.
  package var mergesErrors = false
  /// How it is ended before its time.
  package var endsBy = Watchdog.Manner.kill
  /// Bytes of data it may ask for, where the system enforces that.
  package var dataLimit: Int?
  /// Kept until the last process of the child's group is gone.
  package var lock: FileLock?
  /// Names it and its children in `OrphanProcesses`, so that those are found that left its group.
  package var mark: String?
  /// Whether it is to be given up.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Called with the process's number before it is ended for a reason of the watcher's.
  package var beforeStopping: (_ process: Int32) -> Void = { _ in }
  /// How much of each stream is kept, in bytes, counted from its end.
  package var keptOutput = 1 << 20
  /// What it may use of the machine.
  package var confinement: Confinement?
  /// Seconds after which it is ended, whatever it does.
  package var deadline: Double?

  package init(_ command: [String], with toolchain: Toolchain, environment: [String: String] = [:]) {
    self.command = command
    self.environment = toolchain.environment.merging(environment) { _, new in new }
    lock = toolchain.lock
    mark = toolchain.mark
    isCancelled = toolchain.isCancelled
    confinement = toolchain.confinement
  }

  /// Runs to the end, or until `watch` returns a reason to end it. `watch` is called every few milliseconds with the
  /// process's number and what has been printed since the last call.
  package func run(watch: (_ process: Int32, _ printed: [UInt8]) -> StopReason? = { _, _ in nil }) throws
    -> Result
  {
    var streams = try ChildStreams(merged: mergesErrors, kept: keptOutput)
    defer { streams.close() }
    let watchdog = try Watchdog(endsBy, mark: mark, lock: lock?.descriptor)
    defer { watchdog.end() }
    var environment = environment
    environment[OrphanProcesses.variable] = mark
    let process = try Spawn(
      command: confinement?.command(command) ?? command, environment: environment,
      descriptors: [nil] + streams.writers, folder: folder,
      group: watchdog.group
    ).start()
    watchdog.watch(process)
    ExtraCalls.limit(process, data: dataLimit)
    streams.closeWriters()

    var status: Int32 = 0
    var stopped: StopReason?
    let stopwatch = Stopwatch()
    while true {
      let printed = streams.wait(milliseconds: 10)
      // A child that has ended is done, even when a grandchild still holds a pipe open.
      if waitpid(process, &status, WNOHANG) == process { break }
      if isCancelled() {
        end(process, watchdog)
        throw GraderError.cancelled
      }
      let isLate = deadline.map { stopwatch.seconds > $0 } ?? false
      if let reason = isLate ? .deadline(seconds: stopwatch.seconds) : watch(process, printed) {
        stopped = reason
        beforeStopping(process)
        end(process, watchdog)
        break
      }
    }
    watchdog.kill()
    // A compiler that came to its own end has waited for its children.
    if let mark, endsBy == .kill { OrphanProcesses.end(mark: mark) }
    streams.drain()
    return Result(
      ending: stopped.map { .stopped($0) } ?? Self.ending(status, isConfined: confinement != nil),
      output: streams.output,
      outputStart: streams.outputStart, outputLostLines: streams.outputLostLines, errors: streams.errors)
  }

  private static func ending(_ status: Int32, isConfined: Bool) -> Ending {
    let signal = status & 0x7F
    guard signal == 0 else { return .signalled(signal) }
    let code = status >> 8 & 0xFF
    // The shell of a confinement tells a signal by its number above 128.
    return isConfined && code > 128 && code < 160 ? .signalled(code - 128) : .exited(code)
  }

  /// Ends a child before its time; a stopped process cannot refuse either.
  private func end(_ process: Int32, _ watchdog: Watchdog) {
    if case .interruptFirst = endsBy {
      watchdog.interrupt()
      var info = siginfo_t()
      for _ in 0..<Watchdog.grace {
        // Looks without taking the status.
        let found = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
        if found != 0 || info.si_signo != 0 { break }
        usleep(10_000)
      }
    }
    watchdog.kill()
    // It may have left its group.
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    if let mark { OrphanProcesses.end(mark: mark) }
  }
}
