import CurriculumKit
import Foundation
import SystemKit

/// `grader lab`: the learner's own functions behind real sockets, and in a small world of virtual time.
enum LabCommand {
  static let command = Command(
    name: "lab",
    summary: "what you have solved, as servers and in a world of virtual time",
    arguments: .program,
    needsLab: true,
    examples: [
      "swift run grader lab", "swift run grader lab world Chapters/Lab/Worlds/first-second.world",
      "swift run grader lab authority --help",
    ],
    action: run)

  /// Says which exercises are the learner's, to `lab` and its pictures.
  private static let variable = "POSTROAD_YOURS"

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let activity = Activity(console: session.console)
    defer { activity.end() }
    // The lock goes with the bench: while lab runs, others may judge.
    let program = try LabBench(session, activity).build(activity)
    activity.end()
    for chapter in program.dropped {
      session.console.errorLine(
        "grader: your exercises of chapter \(chapter.number) do not compile together, so lab has the references there. `swift run grader run \(chapter.name)` says more."
          .wrapped(to: session.console.width))
    }
    session.console.errorLine(words(program.own, session.curriculum).wrapped(to: session.console.width))
    var environment = ProcessInfo.processInfo.environment
    environment[variable] = program.own.map(\.id).joined(separator: ",")
    let status = try ForegroundProgram.run([program.path] + options.words, environment: environment)
    return ForegroundProgram.exitStatus(status)
  }

  /// `grader: 1.1 to 1.5 and 7.1 are yours, everything else is the reference's.`
  static func words(_ own: [Exercise], _ curriculum: Curriculum) -> String {
    guard !own.isEmpty else {
      return
        "grader: nothing is solved yet, so everything is the reference's. What you solve takes its place."
    }
    guard own.count < curriculum.exercises.count else { return "grader: everything is yours." }
    var ranges: [(first: Exercise, last: Exercise)] = []
    for exercise in own {
      if let range = ranges.last, range.last.chapter == exercise.chapter,
        range.last.number + 1 == exercise.number
      {
        ranges[ranges.count - 1].last = exercise
      } else {
        ranges.append((exercise, exercise))
      }
    }
    let parts = ranges.map { $0.first == $0.last ? $0.first.id : "\($0.first.id) to \($0.last.id)" }
    let verb = own.count == 1 ? "is" : "are"
    return "grader: \(parts.listed(with: "and")) \(verb) yours, everything else is the reference's."
  }
}
