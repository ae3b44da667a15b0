import Testing

@testable import GraderKit
@testable import SystemKit

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
        "picks is \"ab\", expected \"ba\""
      ),
      ("Expectation failed: pool.isEmpty", "pool.isEmpty"),
      ("Caught error: not started: write it in x", "threw: not started: write it in x"),
      ("the id is big-endian", "the id is big-endian"),
    ]) func `Swift Testing's words become a learner's`(line: String, words: String)
  {
    #expect(FailureText.lines(line) == [words])
  }

  @Test func `small numbers are told as bytes only where bytes are made`() {
    let line = "Expectation failed: (capacities → [1, 1, 2]) == (expected → [1, 2, 2])"
    #expect(FailureText.lines(line, areBytes: true).contains { $0.contains("01 01 02") })
    #expect(
      FailureText.lines(line, areBytes: false) == ["capacities is [1, 1, 2], expected [1, 2, 2]"])
  }

  @Test func `each line of a message is one of its own`() {
    let lines = FailureText.lines("Expectation failed: (count → 2) == 3\nthree of them")
    #expect(lines == ["count is 2, expected 3", "three of them"])
  }
}
