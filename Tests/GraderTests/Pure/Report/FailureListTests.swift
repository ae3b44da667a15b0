import Testing

@testable import GraderKit
@testable import SystemKit

/// Failed expectations about lists, and what of them is repeated.
@Suite struct FailureListTests {
  @Test func `a list of what is wrong is told item by item`() {
    let message = """
      Expectation failed: (wrong → ["ID is 1, should be 2", "QR is 0"]) == []
      inserted ["ID is 1, should be 2", "QR is 0"]
      12 34
      """
    #expect(FailureText.lines(message) == ["ID is 1, should be 2", "QR is 0", "12 34"])
  }

  @Test func `bytes are told in hex`() {
    let lines = FailureText.lines("Expectation failed: (bytes → [18, 52]) == ([18, 53] → [18, 53])")
    #expect(lines.first == "  0000  got       12 34")
  }

  @Test func `another list that should be empty is told as it is`() {
    #expect(FailureText.lines("Expectation failed: (left → [7000]) == []") == ["left is [7000], expected []"])
  }

  @Test(arguments: [
    "Expectation failed: ", "Expectation failed: (a → ", "Expectation failed: (a) == (b)",
    "Expectation failed: () == ()",
  ]) func `words of another form are passed on`(message: String) {
    #expect(FailureText.lines(message) == [String(message.dropFirst("Expectation failed: ".count))])
  }
}
