#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A system call that failed: what was tried, and the number that the system gave.
package struct SystemError: Error, Hashable, CustomStringConvertible {
  package let action: String
  package let code: Int32

  package init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  package var description: String { "\(action): \(String(cString: strerror(code)))" }
}

extension SystemError {
  /// Whether the call would have had to wait, or was interrupted: nothing is wrong, try again later.
  var isTemporary: Bool { [EAGAIN, EWOULDBLOCK, EINTR, EINPROGRESS].contains(code) }
}
