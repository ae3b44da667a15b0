/// How a build on the bench ended.
enum BuildResult {
  case built
  /// It did not compile or link; there may be no diagnostic that names a file.
  case failed([Diagnostic], output: String)
}

/// Runs SwiftPM on the bench.
struct Builder {
  let toolchain: Toolchain
  let package: String
  let workbook: Workbook

  /// Seconds without a word from the compiler after which it is taken for stuck.
  static let patience = 600.0

  /// Builds one product. Throws trouble where the build ended for a reason that lies in no file.
  func build(product: String, warningsAsErrors: Bool) throws -> BuildResult {
    var command = [
      toolchain.swift, "build", "--package-path", package, "--product", product,
      "--disable-automatic-resolution",
      "--disable-index-store",
      // Errors of all files in one round; a crash still tells its line; modules of the system are compiled once.
      "-Xswiftc", "-continue-building-after-errors", "-Xswiftc", "-gline-tables-only",
      "-Xswiftc", "-module-cache-path", "-Xswiftc", workbook.absolute(".build/grader/modules"),
    ]
    if warningsAsErrors {
      command += ["--scratch-path", package + "/.build/strict", "-Xswiftc", "-warnings-as-errors"]
    }
    let silence = Stopwatch()
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run { _, printed in
      if !printed.isEmpty { silence.restart() }
      return silence.seconds > Self.patience ? .silence(seconds: Self.patience) : nil
    }
    switch result.ending {
    case .exited(0): return .built
    case .signalled(let signal): throw Trouble.compilerEnded("signal \(signal)")
    case .stopped: throw Trouble.compilerEnded("\(Int(Self.patience)) s without a word")
    case .exited: break
    }
    if let reason = Self.trouble(in: result.output) { throw Trouble.compilerEnded(reason) }
    return .failed(DiagnosticParser.parse(result.output), output: result.output)
  }

  /// What in a failed build's output is the machine's fault.
  private static func trouble(in output: String) -> String? {
    for words in [
      "No space left on device", "Read-only file system", "Cannot allocate memory", "Permission denied",
    ]
    where output.contains(words) {
      return words.lowercased()
    }
    // The kernel ended a compiler that wanted more memory than there is.
    return output.firstMatch(of: /due to signal (9|15)\b/) == nil ? nil : "ended from outside"
  }
}
