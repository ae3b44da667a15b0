import Foundation
import SystemKit

/// Gives the commands of a plan again: compiles the chapter, its suites where they see another interface than before, and links.
package struct Replay {
  package enum Outcome {
    case built
    case rejected(Rejection)
    /// The commands failed without naming a file: SwiftPM has to say what is wrong.
    case unclear
  }

  package let toolchain: Toolchain
  /// The same for the chapter's own files.
  package let subjectToolchain: Toolchain
  package let paths: LaidPaths
  /// Gives each suite a new modification time, so that the compiler takes it for changed.
  package let renewSuites: () throws -> Void
  /// Writes the plan down.
  package let keep: (Plan) throws -> Void

  package func build(_ old: Plan, suites: String) throws -> Outcome {
    var plan = old
    guard let interface = plan.interface else { return .unclear }
    if let failure = try run(plan.compileSubjects, with: subjectToolchain) { return failure }
    let current = Fingerprint.ofFile(interface)
    if current != plan.interfaceAtSuiteBuild || suites != plan.suitesAtSuiteBuild {
      // The compiler compares whole seconds, and the interface may be younger by less than one.
      if current != plan.interfaceAtSuiteBuild { try renewSuites() }
      plan.interfaceAtSuiteBuild = ""
      try keep(plan)
      if let failure = try run(plan.compileSuites) { return failure }
      plan.interfaceAtSuiteBuild = current
      plan.suitesAtSuiteBuild = suites
      try keep(plan)
    }
    return try link(&plan) ?? .built
  }

  /// Nil where the program is linked.
  private func link(_ plan: inout Plan) throws -> Outcome? {
    guard let jobs = plan.linkJobs else {
      guard let output = try output(of: plan.link + ["-parseable-output"]) else { return .unclear }
      plan.linkJobs = LinkJobs.read(output)
      // Without the jobs the driver is asked each time.
      if plan.linkJobs != nil { try keep(plan) }
      return nil
    }
    for job in jobs where try output(of: job) == nil { return try run(plan.link) }
    return nil
  }

  /// What a command printed; nil where it failed.
  private func output(of command: [String]) throws -> String? {
    guard FileManager.default.isExecutableFile(atPath: command[0]) else { return nil }
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    let result = try child.run()
    return result.ending == .exited(0) ? result.output : nil
  }

  /// Nil where the command went well.
  private func run(_ command: [String], with other: Toolchain? = nil) throws -> Outcome? {
    // A toolchain that is not there any more is SwiftPM's to find again.
    guard FileManager.default.isExecutableFile(atPath: command[0]) else { return .unclear }
    guard
      let rejection = try CompilerCommand(arguments: command, toolchain: other ?? toolchain, paths: paths)
        .rejection()
    else { return nil }
    return rejection.errors.contains { $0.file != nil } ? .rejected(rejection) : .unclear
  }
}
