import CurriculumKit
import SystemKit

/// Runs SwiftPM on a workspace.
package struct Builder {
  package let toolchain: Toolchain
  package let package: String
  package let workbook: Workbook
  package let paths: LaidPaths

  package init(toolchain: Toolchain, package: String, workbook: Workbook, paths: LaidPaths) {
    self.toolchain = toolchain
    self.package = package
    self.workbook = workbook
    self.paths = paths
  }

  /// Seconds without a word from the compiler after which it is taken for stuck.
  package static let patience = 600.0

  /// What is compiled of the system's modules, for all workspaces.
  package static let moduleCache = ".build/grader/modules"
  /// Another for workspaces in which strangers' code is compiled.
  package var moduleCache = Builder.moduleCache

  /// What every build is given.
  package static let flags = [
    "--disable-automatic-resolution", "--disable-index-store",
    // Report errors of all files in one build; keep line tables for backtraces.
    "-Xswiftc", "-continue-building-after-errors", "-Xswiftc", "-gline-tables-only",
  ]

  /// Builds one product; nil where it builds. Throws trouble where the compiler was ended from outside.
  ///
  /// A build that fails without naming a fault of a source was disturbed (a crash of the compiler, a file that went away under
  /// it): it is made once more before it is believed.
  package func build(product: String) throws -> Rejection? {
    guard let rejection = try buildOnce(product: product) else { return nil }
    return rejection.errors.isEmpty ? try buildOnce(product: product) : rejection
  }

  private func buildOnce(product: String) throws -> Rejection? {
    let command =
      [toolchain.swift, "build", "--package-path", package, "--product", product] + Self.flags
      // Share what is compiled of the system's modules.
      + ["-Xswiftc", "-module-cache-path", "-Xswiftc", workbook.absolute(moduleCache)]
    let silence = Stopwatch()
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run { _, printed in
      if !printed.isEmpty { silence.restart() }
      return silence.seconds > Self.patience ? .silence(seconds: Self.patience) : nil
    }
    try CompilerEnd.check(result, of: toolchain)
    switch result.ending {
    case .exited(0): return nil
    case .exited: return Rejection(output: result.output, paths: paths)
    case .signalled(let signal): throw GraderError.compilerEnded("signal \(signal)")
    case .stopped: throw GraderError.compilerEnded("\(Int(Self.patience)) s without a word")
    }
  }
}

extension Rejection {
  /// Reads what a failed build printed.
  package init(output: String, paths: LaidPaths) {
    diagnostics = DiagnosticParser.parse(output, paths: paths)
    let last = output.split(whereSeparator: \.isNewline).last { $0.contains("error") }
    lastError = (last.map { "the build failed: \($0)" } ?? "the build failed without a word").printable
  }
}
