import Testing

@testable import GraderKit

@Suite struct DifferenceViewTests {
  private func difference(_ old: String, _ new: String, isColored: Bool = false) -> String {
    DifferenceView(style: Style(isColored: isColored), context: 1).text(
      from: old, to: new, names: ("yours", "reference"))
  }

  @Test func `lines that differ are marked, with their neighbours around them`() {
    #expect(
      difference("a\nb\nc\nd\ne", "a\nb\nC\nd\ne") == """
        - yours
        + reference

          b
        - c
        + C
          d
        """)
  }

  @Test func `what lies between two differences is left out`() {
    #expect(
      difference("1\n2\n3\n4\n5\n6", "one\n2\n3\n4\n5\nsix") == """
        - yours
        + reference

        - 1
        + one
          2
          …
          5
        - 6
        + six
        """)
  }

  @Test func `lines are added and removed at both ends`() {
    #expect(difference("a\nb", "b\nc") == "- yours\n+ reference\n\n- a\n  b\n+ c")
  }

  @Test func `the same is said to be the same`() {
    #expect(difference("a\nb", "a\nb") == "Yours is the reference, line for line.")
  }

  @Test func `nothing of a learner's text steers the terminal`() {
    #expect(difference("\u{1B}[2J", "b").contains("- \u{FFFD}[2J"))
  }

  @Test func `colours change nothing but the colour`() {
    let plain = difference("a", "b", isColored: true).replacing(/\u{1B}\[[0-9]*m/, with: "")
    #expect(plain == difference("a", "b"))
  }
}
