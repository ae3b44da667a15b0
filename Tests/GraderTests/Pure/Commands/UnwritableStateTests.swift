import Foundation
import Testing

@testable import GraderKit

/// A state folder that cannot be written is reported once, with what to do, and all else works.
@Suite struct UnwritableStateTests {
  private let desk: LearnersDesk

  init() throws {
    desk = try LearnersDesk()
    // A file in the folder's place: it holds for root too.
    try desk.book.write("", to: StateStore.folder)
    try desk.write("mine")
  }

  @Test(arguments: [["hint", "1.1"], ["run", "1.1"], ["run", "1"], ["progress"]])
  func `it is reported once, and the command does its work`(command: [String]) {
    let run = GraderRun(command, in: desk.book.root)
    #expect(run.status < 2)
    #expect(run.output != "")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("verdicts and hints are not remembered: "))
    #expect(run.errors.contains("If .workbook is not a folder, rename it."))
  }

  @Test func `a hint is shown`() {
    #expect(desk.book.grader("hint", "1.1").output.contains("hint 1 of 4"))
    #expect(desk.book.grader("hint", "1.1", "--again").status == 0)
  }

  @Test(arguments: [["list"], ["read", "1.1"], ["solution", "1.1", "--yes"]])
  func `what only reads says nothing of it`(command: [String]) {
    let run = GraderRun(command, in: desk.book.root)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func `reset keeps no copy, and so it replaces nothing`() throws {
    let mine = try desk.write("mine")
    let run = desk.book.grader("reset", "1.1")
    #expect(run.status == 3)
    #expect(run.errors.replacing("\n", with: " ").contains("was not replaced, and nothing is lost"))
    #expect(try desk.book.workbook.read(desk.exercise.file) == mine)
  }
}
