import Testing

@testable import SystemKit

/// A script in the place of another program.
enum StandIn {
  /// Writes it, and returns its path.
  ///
  /// Another process does so: what this one has open for writing may be open in a child that another test starts just then, and a
  /// program that is open for writing cannot be started.
  static func write(_ script: String, to path: String) throws -> String {
    let words = [
      "/bin/sh", "-c", "mkdir -p \"${1%/*}\" && printf %s \"$2\" >\"$1\" && chmod 755 \"$1\"", "sh",
    ]
    let result = try ChildProcess(words + [path, script + "\n"], with: try Toolchain()).run()
    try #require(result.ending == .exited(0), "\(result.errors)")
    return path
  }
}
