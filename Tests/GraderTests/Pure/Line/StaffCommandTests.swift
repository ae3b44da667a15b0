import CurriculumKit
import Testing

@testable import GraderKit
@testable import StaffKit

/// The learners' grader and `staff` are one program to whoever types a command.
@Suite struct StaffCommandTests {
  /// What a command line of the learners' grader comes to.
  private func run(_ arguments: [String], _ folder: String) -> GraderRun {
    GraderRun(arguments, in: folder, grader: .learners)
  }

  @Test func `both know the same commands, in the same order and the same words`() {
    let (learners, staff) = (Grader.learners.commands, Staff.grader.commands)
    #expect(learners.map(\.usage) == staff.map(\.usage))
    #expect(learners.map(\.summary) == staff.map(\.summary))
    #expect(learners.filter(\.isElsewhere).map(\.name) == StaffCommand.allCases.map(\.rawValue))
    #expect(staff.filter(\.isElsewhere).isEmpty)
  }

  @Test(arguments: StaffCommand.allCases)
  func `a copy for learners says that it has no such command, and does not list it`(_ command: StaffCommand)
    throws
  {
    let book = try MiniWorkbook()
    for line in [[command.rawValue], [command.rawValue, "--bicycle"], ["help", command.rawValue]] {
      let done = run(line, book.root)
      #expect(done.status == ExitStatus.trouble)
      #expect(done.output == "")
      #expect(done.errors.contains("handed out to learners"), "\(done.errors)")
    }
    #expect(!run(["help"], book.root).output.contains("\n  \(command.rawValue) "))
    let completion = run(["completion", "bash"], book.root)
    #expect(completion.status == ExitStatus.success)
    #expect(!completion.output.contains("\n    \(command.rawValue)) "))
    #expect(completion.output.contains("\n    run) "))
  }

  @Test func `the whole course's help lists every command, and so does help outside of a course`() throws {
    let book = try MiniWorkbook()
    try book.write("", to: "\(StaffProgram.folder)/Main.swift")
    for folder in [book.root, "/"] {
      let done = run(["help"], folder)
      #expect(done.status == ExitStatus.success)
      for command in StaffCommand.allCases {
        #expect(done.output.contains("\n  \(command.rawValue) "), "\(command)")
      }
    }
  }

  @Test func `a mistyped command for authors is guessed`() throws {
    let done = run(["chek"], try MiniWorkbook().root)
    #expect(done.status == ExitStatus.usage)
    #expect(done.errors.contains("`check`"))
  }

  @Test(arguments: [
    ("/a b/.build/x86_64-unknown-linux-gnu/debug/grader", "/a b/.build", "debug"),
    ("/a/.build/solutions/arm64-apple-macosx/release/grader", "/a/.build/solutions", "release"),
  ]) func `what SwiftPM built says where more is to be built`(
    program: String, scratch: String, configuration: String
  ) throws {
    let place = try #require(BuildPlace(program: program))
    #expect(place.scratch == scratch)
    #expect(place.configuration == configuration)
    #expect(place.program("staff") == "\(scratch)/\(configuration)/staff")
  }

  @Test(arguments: [nil, "/usr/local/bin/grader", "/debug/grader", "/x/debug/grader"] as [String?])
  func `a grader from elsewhere builds in the course`(program: String?) throws {
    #expect(BuildPlace(program: program) == nil)
    let book = try MiniWorkbook()
    let place = BuildPlace(workbook: book.workbook)
    #expect(place.program("staff") == "\(book.root)/.build/debug/staff")
  }
}
