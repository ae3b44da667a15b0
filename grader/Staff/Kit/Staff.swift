import AuthoringKit
import BookKit
import GraderKit
import TeachingKit

/// The grader with all that authors and instructors do.
public enum Staff {
  public static let grader = Grader(staff: StaffCommand.allCases.map(command))

  static func command(_ command: StaffCommand) -> Command {
    switch command {
    case .check: CheckCommand.command
    case .handout: HandoutCommand.command
    case .grade: GradeCommand.command
    case .cohort: CohortCommand.command
    case .new: NewCommand.command
    case .mistake: MistakeCommand.command
    case .stubs: StubsCommand.command
    case .book: BookCommand.command
    }
  }
}
