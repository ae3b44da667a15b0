import CurriculumKit
import JudgeKit
import SystemKit

/// `grader solution`: the reference beside the learner's version.
enum SolutionCommand {
  static let command = Command(
    name: "solution", summary: "the reference beside your version; asks first while the exercise is unsolved",
    arguments: .exercise, options: [yes.option], needsSolutions: true,
    examples: ["swift run grader solution 1.1", "swift run grader solution 1.1 --yes"], action: run)

  private static let yes = Flag("--yes", help: "do not ask")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercise = try session.one(options.words, command: command.name)
    let record = try VerdictRecord(
      session: session,
      sources: SourceSet(session.curriculum, subject: try Subject.exercises(session.curriculum)))
    if try !record.isSolved(exercise), !options.has(yes) {
      guard session.console.isInteractive else {
        session.console.errorLine(
          "grader: \(exercise.id) is not known to be solved. `swift run grader solution \(exercise.id) --yes` shows it all the same."
        )
        return ExitStatus.unsolved
      }
      session.console.write(
        "\(exercise.id) is not known to be solved. Show the solution all the same? [y/N] ")
      guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
        session.console.line(
          "Not shown. A hint: \(session.style.cyan("swift run grader hint \(exercise.id)"))")
        return ExitStatus.unsolved
      }
    }
    Pager(session).show(try text(exercise, session))
    return ExitStatus.success
  }

  /// The difference from the learner's version to the reference; the reference alone while there is only the stub.
  static func text(_ exercise: Exercise, _ session: Session) throws -> String {
    guard session.curriculum.hasSolutions else { throw GraderError.noSolutions }
    let reference = withoutMarkers(try session.workbook.text(exercise.solution))
    let subject = try Subject.exercises(session.curriculum)
    guard case .written(let content) = try subject.submission(of: exercise) else { return reference }
    let own = String(decoding: content.bytes, as: UTF8.self).normalizedLines
    return DifferenceView(style: session.style).text(from: own, to: reference, names: ("yours", "reference"))
  }

  private static func withoutMarkers(_ solution: String) -> String {
    solution.lines
      .filter { $0.wholeMatch(of: /\s*\/\/ <\/?(write|declare)>/) == nil }.joined(separator: "\n")
  }
}
