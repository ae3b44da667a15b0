import CurriculumKit
import SystemKit

/// `grader reset` and `grader undo`: the stub again, and the learner's own text back.
enum ResetCommand {
  static let reset = Command(
    name: "reset", summary: "put the stub back; your text is kept", arguments: .namedExercise,
    examples: ["swift run grader reset 1.1"],
    action: { options, session in
      let exercise = try named(options, session, command: "reset")
      let isKept = try putStubBack(exercise, session)
      session.console.line("\(exercise.file) is the stub again.")
      if isKept {
        session.console.line(
          "Your text is kept: \(session.style.cyan("swift run grader undo \(exercise.id)")) brings it back.")
      }
      return ExitStatus.success
    })

  static let undo = Command(
    name: "undo", summary: "bring back the text that was kept last", arguments: .namedExercise,
    examples: ["swift run grader undo 1.1"],
    action: { options, session in
      let exercise = try named(options, session, command: "undo")
      guard try restoreLatest(exercise, session) else {
        session.console.line(
          "Nothing of \(exercise.id) is kept: only what `reset` replaced can be brought back.")
        return ExitStatus.unsolved
      }
      session.console.line("\(exercise.file) is your own text again.")
      let left = try BackupStore(workbook: session.workbook, exercise: exercise).count
      if left > 0 {
        session.console.line("\(left.pluralized("other text")) kept: `undo` again goes on to the next.")
      }
      return ExitStatus.success
    })

  /// Returns whether there was a text to keep.
  static func putStubBack(_ exercise: Exercise, _ session: Session) throws -> Bool {
    let stub = try session.curriculum.stub(of: exercise)
    return try orNotReplaced(exercise) {
      try BackupStore(workbook: session.workbook, exercise: exercise).replace(with: Array(stub.utf8)) {
        Untouched.isStub($0, stub)
      }
    }
  }

  /// Returns whether there was a text to bring back.
  static func restoreLatest(_ exercise: Exercise, _ session: Session) throws -> Bool {
    let stub = try session.curriculum.stub(of: exercise)
    return try orNotReplaced(exercise) {
      try BackupStore(workbook: session.workbook, exercise: exercise).restoreLatest {
        Untouched.isStub($0, stub)
      }
        != nil
    }
  }

  private static func orNotReplaced<Value>(_ exercise: Exercise, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw GraderError.notReplaced(exercise.file, reason: "\(error)")
    }
  }

  /// Exactly one exercise, and named: nothing is replaced by a guess.
  private static func named(_ options: Options, _ session: Session, command: String) throws -> Exercise {
    guard !options.words.isEmpty else { throw UsageError.needsExercise(command: command) }
    return try session.one(options.words, command: command)
  }
}
