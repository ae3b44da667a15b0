import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts a program with `posix_spawn`. Foundation's `Process` can set neither a process group nor a signal mask.
///
/// A program that cannot be started is an error that is thrown; it never looks like a status of the program's own.
package struct Spawn {
  /// The program, as an absolute path, and its arguments.
  package var command: [String]
  /// The whole environment of the child.
  package var environment: [String: String]
  /// The child's descriptors 0, 1, 2 …; nil is `/dev/null`. It gets no others.
  package var descriptors: [Int32?]
  /// The folder it is started in; nil is the grader's own.
  package var folder: String?
  /// The process group it joins; 0 is a new one of its own.
  package var group: Int32 = 0

  package init(
    command: [String], environment: [String: String], descriptors: [Int32?], folder: String? = nil,
    group: Int32 = 0
  ) {
    self.command = command
    self.environment = environment
    self.descriptors = descriptors
    self.folder = folder
    self.group = group
  }

  /// A program that was just written may still be open in a child that another thread starts, for as long as that child has
  /// not become its own program: a millisecond, and longer on a busy machine. Then the system calls it busy.
  private static let attempts = 5000

  /// Starts it and returns its process number.
  package func start() throws -> Int32 {
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
    for (number, source) in descriptors.enumerated() {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(number))
      } else {
        let mode = number == 0 ? O_RDONLY : O_WRONLY
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", mode, 0)
      }
    }
    if let folder, ExtraCalls.addChangeDirectory(&actions, folder) != 0 {
      throw GraderError.cannotStart(
        command[0], reason: "this system cannot start a program in another folder")
    }
    configure(&attributes)

    let argv = command.map { strdup($0) } + [nil]
    let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    var error: Int32 = 0
    for _ in 0..<Self.attempts {
      error = PipeEnds.spawning.withLock { _ in
        posix_spawn(&process, command[0], &actions, &attributes, argv, envp)
      }
      guard error == ETXTBSY else { break }
      usleep(1000)
    }
    guard error == 0 else { throw failure(error) }
    return process
  }

  /// Signals as a program expects them: threads that work for a queue block most, and the grader ignores some.
  private func configure(_ attributes: inout Attributes) {
    posix_spawnattr_setpgroup(&attributes, group)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGCHLD] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var flags =
      Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  #if canImport(Darwin)
    private typealias Attributes = posix_spawnattr_t?
  #else
    private typealias Attributes = posix_spawnattr_t
  #endif

  /// The folder may be what is missing, and not the program.
  private func failure(_ error: Int32) -> GraderError {
    let reason = String(cString: strerror(error))
    if let folder, access(folder, X_OK) != 0 {
      return .cannotStart(command[0], reason: "\(folder): \(reason)")
    }
    return .cannotStart(command[0], reason: reason)
  }
}
