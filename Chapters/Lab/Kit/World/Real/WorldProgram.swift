#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server of `lab` in a process of its own: started, listened to until it says where it listens, and killed.
final class WorldProgram: EventLoop.Handler {
  /// What a program finds in its environment: its libraries. Whose functions it answers with is said by the world.
  private static let variables = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"]

  /// Where it listens, once it does.
  private(set) var endpoint: Endpoint?
  private(set) var hasEnded = false
  private let loop: EventLoop
  private let process: pid_t
  /// What it prints, and the end that it waits for.
  private let output: Int32
  private let input: Int32
  private var printed: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 4_096)
  private let changed: () -> Void

  /// - Parameters:
  ///   - arguments: of `lab`, without where to listen.
  ///   - changed: is called when it listens, and when it has ended.
  init(_ arguments: [String], on loop: EventLoop, changed: @escaping () -> Void) throws {
    self.loop = loop
    self.changed = changed
    let (childInput, input) = try Self.pipe()
    let (output, childOutput) = try Self.pipe()
    (self.input, self.output) = (input, output)
    defer { for end in [childInput, childOutput] { close(end) } }
    process = try Self.spawn(
      arguments + ["--listen", "127.0.0.1:0", "--until-eof"], input: childInput, output: childOutput)
    loop.watch(output, for: POLLIN, self)
  }

  deinit { kill() }

  func ready(_ events: Int32) {
    let count = read(output, &buffer, buffer.count)
    guard count > 0 else {
      kill()
      return changed()
    }
    guard endpoint == nil else { return }
    printed += buffer[..<count]
    let words = String(decoding: printed, as: UTF8.self).split { $0 == " " || $0 == "," || $0 == "\n" }
    guard printed.contains(0x0A), let on = words.firstIndex(of: "on"), on + 1 < words.count else { return }
    endpoint = try? Endpoint(String(words[on + 1]))
    printed = []
    changed()
  }

  func tick(now: Int64) {}

  /// Ends it as `kill -9` does.
  func kill() {
    guard !hasEnded else { return }
    hasEnded = true
    endpoint = nil
    loop.forget(output)
    sendSignal(process, SIGKILL)
    while waitpid(process, nil, 0) == -1, errno == EINTR {}
    close(output)
    close(input)
  }

  private static func pipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    guard makePipe(&ends) == 0 else { throw SystemError("cannot make a pipe") }
    // No other program may hold it open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let path = CommandLine.arguments[0]
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let environment = variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    let envp = environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, path, &actions, nil, argv, envp)
    guard code == 0 else { throw SystemError("cannot start \(path)", code: code) }
    return process
  }
}

// Inside a type that has methods of these names the system's functions are hidden.
private func makePipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
private func sendSignal(_ process: pid_t, _ number: Int32) { _ = kill(process, number) }
