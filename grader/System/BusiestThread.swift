/// The thread of a process that has used most of its processor time: in a test that hangs, the one that runs the test.
package enum BusiestThread {
  /// Sends a signal to it. A signal to the process as a whole would meet its main thread, which only waits for the others, and
  /// no system but Linux lets another process choose. Returns whether it was sent.
  package static func signal(_ process: Int32, _ signal: Int32) -> Bool {
    #if os(Linux)
      guard let names = try? Files.names(in: "/proc/\(process)/task") else { return false }
      let busiest = names.compactMap(Int32.init).max { ticks(process, $0) < ticks(process, $1) }
      return busiest.map { ExtraCalls.signal(process, thread: $0, signal) } ?? false
    #else
      return false
    #endif
  }

  #if os(Linux)
    /// User and system time in the kernel's ticks, proc(5): fields 14 and 15, of which 12 follow the name in parentheses.
    private static func ticks(_ process: Int32, _ thread: Int32) -> Int {
      guard let bytes = try? Files.read("/proc/\(process)/task/\(thread)/stat") else { return 0 }
      let fields =
        String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return 0 }
      return user + system
    }
  #endif
}
