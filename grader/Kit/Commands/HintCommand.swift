/// `grader hint`: the next rung of an exercise's ladder.
enum HintCommand {
  static let command = Command(
    name: "hint", summary: "the next hint for an exercise; it remembers which you have read",
    arguments: .exercise, options: [again.option],
    examples: ["swift run grader hint", "swift run grader hint 1.5", "swift run grader hint 1.5 --again"],
    action: run)

  private static let again = Flag("--again", help: "the hints you have read, from the first")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercise = try session.one(options.words, command: command.name)
    let ladder = try HintProgress(exercise, session)
    if options.has(again) {
      guard ladder.read > 0 else {
        session.console.line("No hint of \(exercise.id) was read yet: swift run grader hint \(exercise.id)")
        return ExitStatus.success
      }
      for rung in 0..<ladder.read {
        session.console.line(ladder.text(rung, names: rung + 1 == ladder.read ? .commands : nil))
      }
      return ExitStatus.success
    }
    session.console.line(ladder.text(ladder.revealNext()))
    return ExitStatus.success
  }
}
