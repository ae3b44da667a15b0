import SystemKit

/// A command of the compiler's, run as it is.
struct CompilerCommand {
  let arguments: [String]
  let toolchain: Toolchain
  let paths: LaidPaths

  /// What the compiler rejects; nil where it ends well. Throws where it was ended from outside.
  func rejection() throws -> Rejection? {
    var child = ChildProcess(arguments, with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run()
    try CompilerEnd.check(result, of: toolchain)
    switch result.ending {
    case .exited(0): return nil
    case .exited: return Rejection(output: result.output, paths: paths)
    case .signalled(let signal): throw GraderError.compilerEnded("signal \(signal)")
    case .stopped: throw GraderError.compilerEnded("it was stopped")
    }
  }
}
