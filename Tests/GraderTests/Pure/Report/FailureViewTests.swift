import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

@Suite struct FailureViewTests {
  private func text(_ issue: TestIssue, width: Int = 60) -> String {
    FailureView(width: width, margin: "").lines(issue).joined(separator: "\n")
  }

  private func text(_ failure: CheckFailure, width: Int = 60) -> String {
    text(TestIssue(message: "words of a toolchain", failure: failure), width: width)
  }

  @Test func `a call has its input, what was expected, what came, and the rule`() {
    let failure = CheckFailure(
      call: "parseHeader(_:).id", input: "12 34", expected: "4660 = 0x1234", actual: "13330 = 0x3412",
      rule: "the first byte weighs more")
    #expect(
      text(failure) == """
        parseHeader(_:).id
          of        12 34
          expected  4660 = 0x1234
          got       13330 = 0x3412
          the first byte weighs more
        """)
  }

  @Test func `a difference keeps its columns, with the mark below the byte`() {
    let failure = CheckFailure(
      call: "encode(_:)", input: "1", expected: "12 34", actual: "12 35",
      difference: "at byte 1\n0000  expected  12 34\n0000  got       12 35\n                   ^^", rule: "so"
    )
    #expect(
      text(failure).hasSuffix(
        """
          differs   at byte 1
                    0000  expected  12 34
                    0000  got       12 35
                                       ^^
          so
        """))
  }

  @Test func `a subject that keeps state shows its steps in the place of its state`() {
    let failure = CheckFailure(
      kind: .steps, call: "pick()", input: "the subject after 2 steps", expected: "\"c\"", actual: "\"b\"",
      rule: "who is down is skipped", steps: ["1. pick() gave \"a\"", "2. mark(1, up: false)"])
    #expect(
      text(failure) == """
        pick()
          expected  "c"
          got       "b"
          who is down is skipped
          what was done:
          1. pick() gave "a"
          2. mark(1, up: false)
        """)
  }

  @Test func `no space of a value is lost, where it is broken neither`() {
    let failure = CheckFailure(
      call: "text(_:)", input: "1", expected: "\"a  b\"", actual: "\"one  two   three    four\"", rule: "r")
    #expect(text(failure).contains("got       \"one  two   three    four\""))
    #expect(
      text(failure, width: 34).contains("  got       \"one  two   three\n            four\""),
      "\(text(failure, width: 34))")
  }

  @Test func `where there is no structure an issue has its own words`() {
    #expect(text(TestIssue(message: "crashed: the roof\nfell")) == "crashed: the roof\nfell")
    let thrown = TestIssue(
      message: "Caught error: no", thrown: ThrownError(type: "PostRoad.E", description: "no"))
    #expect(text(thrown) == "threw: no")
  }
}
