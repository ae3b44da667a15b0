import Testing

@testable import JudgeKit

extension EditBuilds {
  /// Edits that follow each other within a second are each judged by their own binary.
  @Suite(.serialized) struct QuickEditsTests {
    static let edits = 100
    let book = TestWorkbook.edited

    @Test func `a hundred edits in a row each get their own verdict`() throws {
      try book.resetExercises()
      let exercise = try book.exercise("6.1")
      let solution = try book.workbook.text(exercise.solution)
      let mistake = try #require(Mistakes.read(exercise, book.workbook).mistakes.first { $0.ends == nil })
      let wrong = try #require(mistake.applied(to: solution))
      let helper = "\npublic struct Grown { public var a = 0 }\n"
      var stale: [Int] = []
      for edit in 0..<Self.edits {
        // Bodies change, and every eighth time what the module declares.
        // The number makes each a text of its own, which no program in the store was built from.
        let text =
          (edit.isMultiple(of: 2) ? solution : wrong) + (edit % 8 == 7 ? helper : "") + "// \(edit)\n"
        try book.write(text, to: exercise.file)
        let verdict = try book.grader("run", "6.1", "--json").verdicts["6.1"]
        if verdict != (edit.isMultiple(of: 2) ? .solved : .failing) { stale.append(edit) }
      }
      #expect(stale.isEmpty, "these edits were judged by another's binary")
    }
  }
}
