import CurriculumKit
import GraderKit
import SystemKit

/// `grader stubs`: cuts `Exercises` out of `Solutions`, for the authors.
package enum StubsCommand {
  package static let command = Command(
    .stubs, options: [force.option],
    examples: ["swift run grader stubs", "swift run grader stubs 1.1"],
    action: run)

  private static let force = Flag(
    "--force", help: "overwrite files that are neither missing nor a committed stub")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let curriculum = session.curriculum
    let named = try Selector(curriculum: curriculum).select(options.words)
    var kept = 0
    for exercise in named.isEmpty ? curriculum.exercises : named {
      let stub = try curriculum.stub(of: exercise)
      let old = try session.workbook.readIfPresent(exercise.file)
      if let old, Untouched.isStub(old, stub) { continue }
      // Work in progress is somebody's; a stub has its `throw NotStarted()` and nothing the solution does not have.
      if let old, !options.has(force), !Self.isStub(old) {
        session.console.errorLine(
          "\(exercise.file) holds work: kept. `swift run grader stubs --force \(exercise.id)` replaces it.")
        kept += 1
        continue
      }
      try Files.write(Array(stub.utf8), to: session.workbook.absolute(exercise.file))
      session.console.line("cut \(exercise.file)")
    }
    return kept == 0 ? ExitStatus.success : ExitStatus.unsolved
  }

  /// Whether every function that a learner is to write is still unwritten: as many `NotStarted` as `TODO` groups.
  private static func isStub(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("throw NotStarted()") && text.contains("// TODO: 1. ")
  }
}
