#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams. A line is written at once, so that whoever waits for it in a pipe gets it.
enum Output {
  static func write(_ text: String) { write(text, to: 1) }
  static func line(_ text: String) { write(text + "\n", to: 1) }
  static func complain(_ text: String) { write(text + "\n", to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      // Nobody reads it any more.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}

// Inside a type that has a method of this name the system's function is hidden.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
