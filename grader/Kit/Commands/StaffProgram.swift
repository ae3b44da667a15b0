import CurriculumKit
import Foundation
import SystemKit

/// `staff`: the grader with the commands for authors and instructors. It is built when one of them is first asked for, beside the
/// grader that asks, and takes that one's place.
package struct StaffProgram {
  static let name = "staff"
  /// Where the workbook has it; a copy that was handed out to learners has not.
  package static let folder = Workbook.staff

  private let workbook: Workbook

  /// Refuses a copy of the workbook that was handed out to learners.
  init(_ workbook: Workbook) throws(GraderError) {
    guard Self.isIn(workbook) else { throw .noStaff }
    self.workbook = workbook
  }

  static func isIn(_ workbook: Workbook) -> Bool { workbook.isFolder(folder) }

  /// Does a command line instead of the process that calls. Returns only where it is ended while it is built.
  func run(_ words: [String], _ console: Console) throws -> Int32 {
    let place = BuildPlace(program: Bundle.main.executablePath) ?? BuildPlace(workbook: workbook)
    let program = place.program(Self.name)
    let activity = Activity(console: console)
    defer { activity.end() }
    let building = "building the commands for authors and instructors"
    if try Files.exists(program) { activity.say(building) } else { activity.announce(building) }
    // Standard output is the command's alone.
    let status = try ForegroundProgram.run(
      [
        Toolchain().swift, "build", "--quiet", "--package-path", workbook.root, "--scratch-path",
        place.scratch,
        "--configuration", place.configuration, "--product", Self.name,
      ], environment: ProcessInfo.processInfo.environment, output: 2)
    guard status == 0 else {
      if ForegroundProgram.endingSignal(status) != nil { return ForegroundProgram.exitStatus(status) }
      throw GraderError.staffDoesNotBuild
    }
    activity.end()
    try ForegroundProgram.become([program] + words)
  }
}
