import Testing

@testable import GraderKit
@testable import SystemKit

/// A state file that is damaged, missing or newer costs its verdicts and counts, and nothing else.
@Suite struct DamagedStateTests {
  private static let path = StateStore.folder + "/state.json"
  private static let newer = #"{"version": 2, "verdicts": {}, "hints": {}}"#
  private let desk: LearnersDesk

  init() throws {
    desk = try LearnersDesk()
    try desk.write("kept")
    _ = desk.book.grader("reset", "1.1")
    try desk.write("mine")
    _ = desk.book.grader("hint", "1.1")
  }

  private var aside: String? { try? desk.book.workbook.text(Self.path + ".damaged") }

  @Test(arguments: ["{ \"version\": 1, \"hints\"", "", newer], [["hint", "1.1"], ["run", "1.1"]])
  func `it is set aside with a word, once`(text: String, command: [String]) throws {
    try desk.book.write(text, to: Self.path)
    let alive = desk.texts
    let told = desk.book.grader(command[0], command[1])
    #expect(told.errors.contains("state.json could not be read and was set aside"))
    #expect(told.errors.split(separator: "\n").count == 1)
    #expect(aside == text)
    #expect(desk.book.grader(command[0], command[1]).errors == "", "the next one is whole")
    try desk.expectAll(of: alive)
    #expect(desk.book.grader("undo", "1.1").status == 0, "the kept texts need no state")
    try desk.expectAll(of: alive)
  }

  @Test func `list says it, and changes nothing`() throws {
    try desk.book.write(Self.newer, to: Self.path)
    for _ in 0..<2 {
      let list = desk.book.grader("list", "--json")
      #expect(list.status == 0)
      #expect(list.errors.contains("state.json could not be read"))
      #expect(try list.report.total == 3)
    }
    #expect(try desk.book.workbook.text(Self.path) == Self.newer)
  }

  @Test func `a missing one is no damage`() throws {
    try Files.remove(desk.book.workbook.absolute(Self.path))
    #expect(desk.book.grader("list", "--json").errors == "")
    #expect(desk.book.grader("hint", "1.1").output.contains("hint 1 of 4"), "hints are counted anew")
    #expect(desk.book.grader("undo", "1.1").status == 0)
  }
}
