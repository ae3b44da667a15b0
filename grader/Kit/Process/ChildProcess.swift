import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program in a process group of its own, with its output drained while it runs, ended with all its children.
///
/// Foundation's `Process` can set neither a group nor limits, so it is started with `posix_spawn`.
struct ChildProcess {
  /// How a child came to its end.
  enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// Ended by the watcher, for the reason it gave.
    case stopped(String)
  }

  struct Result: Sendable {
    let ending: Ending
    /// The last of what it printed, both streams as they came.
    let output: String
  }

  /// The program and its arguments; the program is an absolute path.
  var command: [String]
  /// The whole environment of the child: nothing of the grader's own is passed on.
  var environment: [String: String]
  /// Whether it is to be given up.
  var isCancelled: @Sendable () -> Bool = { false }
  /// What is kept of the output, in bytes, counted from its end.
  var keptOutput = 1 << 20

  init(_ command: [String], with toolchain: Toolchain, environment: [String: String] = [:]) {
    self.command = command
    self.environment = toolchain.environment.merging(environment) { _, new in new }
    isCancelled = toolchain.isCancelled
  }

  /// Runs to the end, or until `watch` gives a reason to end it. `watch` is asked every few milliseconds; it gets the
  /// process's number and what has been printed since it was last asked.
  func run(watch: (_ process: Int32, _ printed: [UInt8]) -> String? = { _, _ in nil }) throws -> Result {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw Trouble.cannotStart(command[0], reason: String(cString: strerror(errno)))
    }
    let (reader, writer) = (ends[0], ends[1])
    defer { close(reader) }
    let process: Int32
    do {
      defer { close(writer) }
      process = try spawn(output: writer, closing: reader)
    }
    RunningGroups.add(process)
    defer { RunningGroups.remove(process) }
    _ = fcntl(reader, F_SETFL, O_NONBLOCK)

    var kept: [UInt8] = []
    var status: Int32 = 0
    var stopped: String?
    while true {
      var poller = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      _ = poll(&poller, 1, 10)
      let printed = drain(reader)
      keep(printed, in: &kept)
      // A child that has ended is done, even when a grandchild still holds the pipe open.
      if waitpid(process, &status, WNOHANG) == process { break }
      // At the end of the pipe poll returns at once: don't spin while the child lives on without it.
      if poller.revents & Int16(POLLHUP) != 0, printed.isEmpty { usleep(2000) }
      if isCancelled() {
        RunningGroups.end(process)
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        throw Trouble.cancelled
      }
      if let reason = watch(process, printed) {
        stopped = reason
        Self.end(process)
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        break
      }
    }
    kill(-process, SIGKILL)
    keep(drain(reader), in: &kept)
    let output = String(decoding: kept, as: UTF8.self)
    if let stopped { return Result(ending: .stopped(stopped), output: output) }
    let signal = status & 0x7F
    return Result(ending: signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal), output: output)
  }

  /// Ends a whole group at once; a stopped process cannot refuse either.
  private static func end(_ group: Int32) {
    kill(-group, SIGKILL)
    kill(group, SIGKILL)
  }

  private func drain(_ reader: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    // Bounded, so that an endless printer does not keep the watcher from looking.
    for _ in 0..<64 {
      let count = read(reader, &buffer, buffer.count)
      guard count > 0 else { break }
      all += buffer[..<count]
    }
    return all
  }

  private func keep(_ printed: [UInt8], in kept: inout [UInt8]) {
    kept += printed
    if kept.count > 2 * keptOutput { kept.removeFirst(kept.count - keptOutput) }
  }

  private func spawn(output: Int32, closing reader: Int32) throws -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    posix_spawn_file_actions_addclose(&actions, reader)
    if output > 2 { posix_spawn_file_actions_addclose(&actions, output) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Threads that work for a queue block most signals; a child is to hear them all.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    let argv = command.map { strdup($0) } + [nil]
    let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, command[0], &actions, &attributes, argv, envp)
    guard error == 0 else { throw Trouble.cannotStart(command[0], reason: String(cString: strerror(error))) }
    return process
  }
}
