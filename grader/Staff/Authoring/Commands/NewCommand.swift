import CurriculumKit
import GraderKit

/// `grader new`: the parts of an exercise that does not exist yet, for the authors.
package enum NewCommand {
  package static let command = Command(
    .new,
    examples: [
      "swift run grader new 5 OutlierDetection", "swift run grader new ConsistentHashing AnchorHash",
    ],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercise = try exercise(options.words, session)
    let writer = ExerciseWriter(session: session, exercise: exercise)
    if writer.isComplete {
      throw UsageError.refused("\(NewExercise.Refusal.complete(id: exercise.id, name: exercise.name))")
    }
    session.console.line("\(exercise.id) \(session.style.bold(exercise.name))")
    for step in try writer.write() { session.console.line("  " + words(for: step, exercise)) }
    session.console.line("")
    session.tell(
      "Fill in what each placeholder asks for, the solution first, then",
      command: "swift run grader check \(exercise.id)")
    return ExitStatus.success
  }

  private static func exercise(_ words: [String], _ session: Session) throws(UsageError) -> Exercise {
    do {
      return try NewExercise(words[1], in: words[0], curriculum: session.curriculum).exercise
    } catch {
      throw .refused("\(error)")
    }
  }

  private static func words(for step: ExerciseWriter.Step, _ exercise: Exercise) -> String {
    switch step {
    case .wrote(let file): "wrote    \(file)"
    case .kept(let file): "kept     \(file)"
    case .linked(let file): "linked   \(file)"
    case .renewed(let file): "renewed  the sample in \(file)"
    case .notLinked(let file):
      "missing  `- <doc:\(exercise.stem)>` under `## Topics` in \(file): add it"
    }
  }
}
