import Testing

@testable import GraderKit

@Suite struct FailureTextTests {
  @Test(
    arguments: [
      (
        "Expectation failed: (header.id → 13330) == (0x1234 → 4660)",
        "header.id is 13330, expected 0x1234 = 4660"
      ),
      ("Expectation failed: (picks → \"ab\") == \"ba\"", "picks is \"ab\", expected \"ba\""),
      (
        "Expectation failed: (picks → \"ab\") == (wanted → \"ba\")",
        "picks is \"ab\", expected wanted = \"ba\""
      ),
      ("Expectation failed: pool.isEmpty", "pool.isEmpty"),
      ("Caught error: not started: write it in x", "threw: not started: write it in x"),
      ("the id is big-endian", "the id is big-endian"),
    ]) func `Swift Testing's words become a learner's`(line: String, words: String)
  {
    #expect(FailureText.lines(line) == [words])
  }
  @Test func `each line of a message is one of its own`() {
    let lines = FailureText.lines("Expectation failed: (count → 2) == 3\nthree of them")
    #expect(lines == ["count is 2, expected 3", "three of them"])
  }
}
