import CurriculumKit
import SystemKit

/// An exercise's hints, and how far up a learner has climbed.
struct HintProgress {
  private let exercise: Exercise
  private let session: Session
  private let hints: [String]
  /// How many were read.
  private(set) var read: Int

  init(_ exercise: Exercise, _ session: Session) throws {
    self.exercise = exercise
    self.session = session
    hints = Page(try session.workbook.text(exercise.page)).hints
    guard !hints.isEmpty else { throw GraderError.damaged(exercise.page, reason: "it has no hints.") }
    let (memory, warning) = try session.memory.read()
    if let warning { session.console.errorLine("grader: \(warning)") }
    read = min(memory.hints[exercise.name] ?? 0, hints.count)
  }

  /// One more; the last again when there are no more. Returns its number, from 0. Where it cannot be remembered, it is shown
  /// all the same.
  func revealNext() -> Int {
    let rung = min(read, hints.count - 1)
    session.memory.change(reportingTo: session.console) { $0.hints[exercise.name] = rung + 1 }
    return rung
  }

  /// How the next step is named: by the command, or by `watch`'s key.
  enum Names {
    case commands
    case keys
  }

  /// A hint with its heading, and the next step where that is to be named.
  func text(_ rung: Int, names: Names? = .commands) -> String {
    let heading = "\(exercise.id) \(exercise.name) · hint \(rung + 1) of \(hints.count)"
    let body = PageView(style: session.style, width: session.console.width).render(hints[rung])
    let isLast = rung + 1 == hints.count
    let hasSolutions = session.curriculum.hasSolutions
    let last = "That was the last hint."
    let next =
      switch names {
      case .keys: isLast ? last + (hasSolutions ? " s shows the solution." : "") : "h shows the next hint."
      case .commands:
        isLast
          ? last + (hasSolutions ? " After it: swift run grader solution \(exercise.id)" : "")
          : "The next hint: swift run grader hint \(exercise.id)"
      case nil: ""
      }
    let step = next.isEmpty ? "" : "\n\n" + next.wrapped(to: session.console.width)
    return "\(session.style.bold(heading))\n\n\(body)\(step)\n"
  }
}
