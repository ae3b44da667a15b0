/// Applies rules to one place after another, and keeps what later rules need of earlier ones.
final class Inspection {
  enum Place: Hashable, Sendable {
    case chapter(Chapter)
    case exercise(Exercise)
  }

  let session: Session
  /// Whether the words are to be written down instead of compared.
  let isRecording: Bool
  /// What the suite said to each mistake, as the bench rules found it out.
  var said: [Exercise: Recorded] = [:]
  private var ownWorkshop: Workshop?

  var curriculum: Curriculum { session.curriculum }
  var workbook: Workbook { session.workbook }

  init(_ session: Session, workshop: Workshop? = nil, isRecording: Bool = false) {
    self.session = session
    self.isRecording = isRecording
    ownWorkshop = workshop
  }

  /// Where exercises are tried out: the one that was given, or one that is set up when it is first needed.
  var workshop: Workshop {
    get throws {
      if let ownWorkshop { return ownWorkshop }
      let workshop = try Workshop(session, activity: Activity(console: session.console))
      ownWorkshop = workshop
      return workshop
    }
  }

  func apply(_ rules: [Rule], to place: Place) throws -> [Finding] {
    var findings: [Finding] = []
    for rule in rules {
      let (name, messages) =
        switch place {
        case .chapter(let chapter): ("\(chapter.number)", try rule.chapter?(chapter, self))
        case .exercise(let exercise): (exercise.id, try rule.exercise?(exercise, self))
        }
      findings += (messages ?? []).map { Finding(exercise: name, rule: rule.name, message: $0) }
    }
    return findings
  }

  func suite(of exercise: Exercise) throws -> SuiteSource { try curriculum.suite(of: exercise) }
}
