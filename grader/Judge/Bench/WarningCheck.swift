import SystemKit

/// Compiles files for what the compiler says of them: as far as its warnings need, without making a program.
struct WarningCheck {
  let toolchain: Toolchain
  let paths: LaidPaths

  /// The warnings as errors; nil where there are none.
  func rejection(of files: [String], _ options: [String]) throws -> Rejection? {
    var child = ChildProcess(
      [toolchain.swiftc, "-emit-sil", "-o", "/dev/null", "-wmo", "-warnings-as-errors"] + options + files,
      with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run()
    switch result.ending {
    case .exited(0): return nil
    case .exited: return Rejection(output: result.output, paths: paths)
    case .signalled(let signal): throw GraderError.compilerEnded("signal \(signal)")
    case .stopped: throw GraderError.compilerEnded("it was stopped")
    }
  }
}
