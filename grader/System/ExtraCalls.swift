#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Calls that the C library has and Swift's module of it does not show: they are looked up by name.
package enum ExtraCalls {
  #if canImport(Glibc)
    package typealias FileActions = posix_spawn_file_actions_t
    private typealias AddChangeDirectory =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
    private typealias SetLimit =
      @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) -> Int32

    private typealias SignalThread = @convention(c) (pid_t, pid_t, Int32) -> Int32

    private static func find<Call>(_ name: String, as type: Call.Type) -> Call? {
      // A null handle is `RTLD_DEFAULT`: all libraries of this process.
      dlsym(nil, name).map { unsafeBitCast($0, to: type) }
    }
  #else
    package typealias FileActions = posix_spawn_file_actions_t?
  #endif

  /// Adds a change of folder to a child's start. Returns 0, or the number of an error.
  package static func addChangeDirectory(_ actions: inout FileActions, _ folder: String) -> Int32 {
    #if canImport(Glibc)
      guard let add = find("posix_spawn_file_actions_addchdir_np", as: AddChangeDirectory.self) else {
        return ENOSYS
      }
      return add(&actions, folder)
    #else
      return posix_spawn_file_actions_addchdir_np(&actions, folder)
    #endif
  }

  /// Sends a signal to one thread of another process, by the system's number of the thread; false where it was not sent. Linux
  /// only: no call of macOS does that.
  package static func signal(_ process: Int32, thread: Int32, _ signal: Int32) -> Bool {
    #if canImport(Glibc)
      return find("tgkill", as: SignalThread.self)?(process, thread, signal) == 0
    #else
      return false
    #endif
  }

  /// Limits what a child may ask for, in bytes, and keeps it from writing a core file. Linux only: macOS enforces no limit of
  /// data, and writes no core files unless it is told to.
  ///
  /// It is done from outside, a moment after the start: a shell's `ulimit` before the start would hide whether the program
  /// itself could be started.
  package static func limit(_ process: Int32, data: Int?) {
    #if canImport(Glibc)
      guard let set = find("prlimit", as: SetLimit.self) else { return }
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      _ = set(process, Int32(RLIMIT_CORE.rawValue), &none, nil)
      guard let data else { return }
      var most = rlimit(rlim_cur: rlim_t(data), rlim_max: rlim_t(data))
      _ = set(process, Int32(RLIMIT_DATA.rawValue), &most, nil)
    #endif
  }
}
