#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server that runs in a process group of its own until it is let go; then the whole group is ended.
///
/// Foundation's `Process` sets no group, and hands on the signals that the test's own threads block, so that a server would
/// not hear that it is to end.
final class Daemon {
  struct Failure: Error { let path: String, code: Int32 }

  private let process: pid_t
  private var status: Int32?

  /// - Parameter output: where its standard output goes; nil throws it away.
  init(path: String, arguments: [String], environment: [String: String], output: Int32? = nil) throws {
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
    for stream in [1, 2] as [Int32] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure(path: path, code: code) }
    self.process = process
  }

  /// Waits for its end, and returns the status as `waitpid` has it: 0 is success.
  func ended() -> Int32 {
    if let status { return status }
    var told: Int32 = 0
    while waitpid(process, &told, 0) == -1, errno == EINTR {}
    status = told
    return told
  }

  /// Ends it as Ctrl-C does, and waits.
  func interrupted() -> Int32 {
    kill(process, SIGINT)
    return ended()
  }

  deinit {
    guard status == nil else { return }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }
}
