import Foundation

/// Gives the commands of a plan again: compiles the chapter, its suites where they see another module than before, and links.
struct Replay {
  let toolchain: Toolchain
  /// Gives each suite a modification time of its own, so that the compiler takes it for changed.
  let touchSuites: () throws -> Void
  /// Writes the plan down.
  let keep: (Plan) throws -> Void

  /// Nil where the commands failed without naming a file: then SwiftPM has to say what is wrong.
  func build(_ old: Plan, suites: String) throws -> BuildResult? {
    var plan = old
    guard let module = plan.module else { return nil }
    if let failure = try run(plan.compileSubjects) { return failure.result }
    let saw = Fingerprint.ofFile(module)
    if saw != plan.suitesSaw || suites != plan.suitesWere {
      // The compiler compares whole seconds, and the module may be younger by less than one.
      try touchSuites()
      plan.suitesSaw = ""
      try keep(plan)
      if let failure = try run(plan.compileSuites) { return failure.result }
      plan.suitesSaw = saw
      plan.suitesWere = suites
      try keep(plan)
    }
    if let failure = try run(plan.link) { return failure.result }
    return .built
  }

  private struct Failure {
    /// Nil where no file was named.
    let result: BuildResult?
  }

  /// Nil where the command went well.
  private func run(_ command: [String]) throws -> Failure? {
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run()
    switch result.ending {
    case .exited(0): return nil
    case .exited:
      let diagnostics = DiagnosticParser.parse(result.output)
      let isNamed = diagnostics.contains { $0.severity == .error }
      return Failure(result: isNamed ? .failed(diagnostics, output: result.output) : nil)
    case .signalled(let signal): throw Trouble.compilerEnded("signal \(signal)")
    case .stopped: throw Trouble.compilerEnded("it was stopped")
    }
  }
}
