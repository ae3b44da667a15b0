import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

@Suite struct HintProgressTests {
  private let book: MiniWorkbook
  private let exercise: Exercise

  init() throws {
    book = try MiniWorkbook()
    exercise = try #require(try book.curriculum.exercises.first)
    try write(hints: "A nudge.", "The rule.", "Nearly all.")
  }

  private func write(hints: String...) throws {
    let rungs = hints.enumerated().map { "### Hint \($0.offset + 1)\n\n\($0.element)\n\n" }.joined()
    try book.write("# A\n\n## Hints\n\n\(rungs)", to: exercise.page)
  }

  private func ladder(width: Int = 80) throws -> HintProgress {
    return try HintProgress(exercise, Session(curriculum: book.curriculum, console: .silent(width: width)))
  }

  @Test func `it is climbed rung by rung, and the last one stays`() throws {
    let rungs = try (0..<5).map { _ in try ladder().revealNext() }
    #expect(rungs == [0, 1, 2, 2, 2])
    #expect(try ladder().read == 3)
  }

  @Test func `a hint has its heading and what comes after it`() throws {
    #expect(
      try ladder().text(0) == """
        1.1 Header · hint 1 of 3

        A nudge.

        The next hint: swift run grader hint 1.1

        """)
    #expect(try ladder().text(1, names: nil) == "1.1 Header · hint 2 of 3\n\nThe rule.\n")
    #expect(try ladder().text(1, names: .keys).hasSuffix("\n\nh shows the next hint.\n"))
    let last = "\n\nThat was the last hint. s shows the solution.\n"
    #expect(try ladder().text(2, names: .keys).hasSuffix(last))
    #expect(
      try ladder(width: 40).text(2) == """
        1.1 Header · hint 3 of 3

        Nearly all.

        That was the last hint. After it: swift
        run grader solution 1.1

        """)
  }

  @Test func `fewer hints than were read are all read`() throws {
    for _ in 0..<3 { _ = try ladder().revealNext() }
    try write(hints: "The only one.")
    #expect(try ladder().read == 1)
    #expect(try ladder().revealNext() == 0)
  }

  @Test(arguments: [-5, .min, .max]) func `a damaged count is no rung`(count: Int) throws {
    try book.write(
      #"{"version": 1, "verdicts": {}, "hints": {"Header": \#(count)}}"#, to: StateStore.path)
    #expect(try ladder().read == (count < 0 ? 0 : 3))
    #expect(try ladder().revealNext() == (count < 0 ? 0 : 2))
  }

  @Test func `a page without hints is damaged`() throws {
    try book.write("# A\n\n## Task\n\nDo it.\n", to: exercise.page)
    #expect(throws: GraderError.self) { try ladder() }
  }
}
