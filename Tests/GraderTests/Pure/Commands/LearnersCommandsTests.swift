import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit

/// `hint`, `read`, `solution`, `reset` and `undo` as a learner types them, on a narrow and on a usual terminal.
@Suite struct LearnersCommandsTests {
  static let widths = [40, 80]

  private let desk: LearnersDesk
  private let mine: String

  init() throws {
    desk = try LearnersDesk()
    mine = "func makeHeader() throws -> Int { 2 }\n"
    let long = String(repeating: "many words and ", count: 12)
    try desk.book.write(
      """
      # Parse the header

      \(long)

      ## Task

      Do it.

      ## Hints

      ### Hint 1

      \(long)

      ### Hint 2

      The answer.
      """, to: desk.exercise.page)
  }

  private func grader(_ words: String..., width: Int = 80) -> GraderRun {
    GraderRun(words, in: desk.book.root, width: width)
  }

  /// No line but a path or a command is wider than the terminal.
  private func expectFits(_ run: GraderRun, _ width: Int, place: SourceLocation = #_sourceLocation) {
    let wide = (run.output + run.errors).split(separator: "\n").filter {
      $0.count > width && !$0.contains("Exercises/") && !$0.contains("swift run")
    }
    #expect(wide == [], sourceLocation: place)
  }

  private var file: String { get throws { try desk.book.workbook.text(desk.exercise.file) } }
  private func writeMine() throws { try desk.book.write(mine, to: desk.exercise.file) }

  @Test(arguments: widths) func `hint goes up the ladder, and --again tells what was read`(width: Int) {
    #expect(grader("hint", "1.1", "--again", width: width).output.contains("No hint of 1.1 was read yet"))
    let first = grader("hint", "1.1", width: width)
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("1.1 Header · hint 1 of 2\n\nmany words"))
    expectFits(first, width)
    #expect(grader("hint", "1.1", width: width).output.contains("hint 2 of 2\n\nThe answer."))
    #expect(grader("hint", "1.1", width: width).output.contains("hint 2 of 2"), "the last one stays")
    let again = grader("hint", "1.1", "--again", width: width)
    #expect(again.output.contains("hint 1 of 2"))
    #expect(again.output.contains("hint 2 of 2"))
    expectFits(again, width)
    #expect(grader("hint", "1.2", width: width).output.contains("hint 1 of 4"), "each has its own ladder")
  }

  @Test(arguments: widths) func `read sets the page without its hints`(width: Int) {
    let run = grader("read", "1.1", width: width)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Parse the header\n────────────────\n\nmany words"))
    #expect(run.output.contains("Task\n\nDo it."))
    #expect(!run.output.contains("Hint"))
    expectFits(run, width)
    #expect(grader("read", width: width).output == run.output, "without a name: the one the learner is at")
  }

  @Test(arguments: widths) func `read of a chapter is its page without the story`(width: Int) {
    let run = grader("read", "DNSMessages", width: width)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("DNS on the wire\n"))
    #expect(!run.output.contains("A slip lies on your desk."))
  }

  @Test(arguments: widths) func `read shows a chapter's answers only on request`(width: Int) throws {
    try desk.book.write(
      "# DNS on the wire\n\n## Check yourself\n\n1. How long is it?\n2. And\n   why?\n\n## Answers\n\n1. Twelve octets.\n2. So that it fits.\n",
      to: "\(Exercise.book)/01-DNSMessages.md")
    let page = grader("read", "1", width: width)
    #expect(page.output.contains("How long is it?"))
    #expect(!page.output.contains("Twelve octets."))
    #expect(page.output.contains("swift run grader read 1 --answers"))
    let answers = grader("read", "1", "--answers", width: width)
    #expect(
      answers.output.contains(
        "1. How long is it?\n\nTwelve octets.\n\n2. And why?\n\nSo that it fits."))
    expectFits(answers, width)
    #expect(grader("read", "--answers", width: width).output == answers.output, "the chapter where one is")
    let refused = grader("read", "1.1", "--answers", width: width)
    #expect(refused.status == ExitStatus.usage)
    #expect(refused.output == "")
    #expect(refused.errors.replacing("\n", with: " ").contains("grader hint 1.1"))
  }

  @Test func `a chapter without answers says so`() throws {
    #expect(grader("read", "1", "--answers").output.contains("This chapter has no answers yet."))
    #expect(!grader("read", "1").output.contains("--answers"))
  }

  @Test func `solution is not shown without a terminal, unless --yes says so`() throws {
    try writeMine()
    let refused = grader("solution", "1.1")
    #expect(refused.status == 1)
    #expect(refused.output == "")
    #expect(refused.errors.contains("swift run grader solution 1.1 --yes"))
    let shown = grader("solution", "1.1", "--yes")
    #expect(shown.status == 0)
    #expect(shown.output.contains("- func makeHeader() throws -> Int { 2 }\n"))
    #expect(shown.output.contains("+ public func makeHeader() throws -> Int {"))
    #expect(!shown.output.contains("<write>"), "the authors' markers are nobody's business")
  }

  @Test func `solution of the stub is the reference alone`() {
    let shown = grader("solution", "1.1", "--yes")
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("public func makeHeader() throws -> Int {\n  // 1. Say what it is."))
  }

  @Test(arguments: widths) func `reset puts the stub back, and undo the text`(width: Int) throws {
    try writeMine()
    let reset = grader("reset", "1.1", width: width)
    #expect(reset.status == 0)
    #expect(reset.output.contains("Your text is kept"))
    expectFits(reset, width)
    #expect(try file == desk.book.curriculum.stub(of: desk.exercise))
    let undo = grader("undo", "1.1", width: width)
    #expect(undo.status == 0)
    #expect(undo.output == "\(desk.exercise.file) is your own text again.\n")
    #expect(try file == mine)
  }

  @Test func `reset of the stub keeps nothing, and there is nothing to undo`() {
    let reset = grader("reset", "1.1")
    #expect(reset.status == 0)
    #expect(!reset.output.contains("kept"))
    let undo = grader("undo", "1.1")
    #expect(undo.status == 1)
    #expect(undo.output.hasPrefix("Nothing of 1.1 is kept"))
  }

  @Test func `undo says how many other texts are kept`() throws {
    for text in ["one", "two"] {
      try desk.book.write(text, to: desk.exercise.file)
      _ = grader("reset", "1.1")
    }
    #expect(grader("undo", "1.1").output.contains("1 other text kept"))
  }

  @Test(arguments: ["reset", "undo"]) func `nothing is replaced by a guess`(command: String) throws {
    try writeMine()
    #expect(grader(command).status == 2)
    #expect(grader(command, "DNSMessages").status == 2, "a chapter is not one exercise")
    #expect(try file == mine)
  }

  @Test func `watch without a terminal says what to do instead`() {
    // A test's own input and output may be a terminal: then there is nothing to say.
    guard isatty(0) == 0 || isatty(1) == 0 else { return }
    let run = grader("watch", "1.1")
    #expect(run.status == 2)
    #expect(run.errors.contains("swift run grader run 1.1"))
  }
}
