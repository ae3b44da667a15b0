@testable import SystemKit

extension ChildProcess {
  /// A child with this environment and nothing of the toolchain's.
  static func bare(_ command: [String], environment: [String: String] = [:]) throws -> ChildProcess {
    var child = ChildProcess(command, with: try Toolchain())
    child.environment = environment
    return child
  }
}
