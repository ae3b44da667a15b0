import LabKit
import Testing

/// Whose functions answer.
@Suite struct PartsTests {
  @Test func `a part is yours, the reference's, or both's`() {
    let parts = Parts("1.1,1.2,1.3,1.4,1.5,1.6,1.7,1.8,1.9,1.10,1.11,1.13,7.3")
    #expect(parts.mark(of: "client") == "yours")
    #expect(parts.mark(of: "authority") == "yours 12 of 28")
    #expect(parts.mark(of: "edge") == "reference")
    #expect(parts.mark(of: "backend") == "given")
    #expect(Parts(nil).mark(of: "client") == "reference")
  }

  @Test func `a command says it when it begins`() {
    let parts = Parts("7.3,2.1,2.2,6.3")
    #expect(
      parts.words(for: "authority") == """
        of the 28 exercises that this authority calls 2 are yours: 2.1, 2.2. The reference has 26 exercises, of which 1.1 \
        comes first
        """)
    #expect(
      Parts("1.1 to 1.11").words(for: "visit")
        == "of the 13 exercises that this visit calls 11 are yours: 1.1 to 1.11. The reference has 1.13, 7.3")
    #expect(
      Parts("").words(for: "edge")
        == "nothing of this edge is yours yet: it calls 24 exercises, of which 4.4 comes first")
    #expect(
      Parts("7.1 to 7.8, 1.1 to 1.15, 2.1 to 2.10, 3.1 to 3.16, 4.1 to 4.24, 5.1 to 5.19, 6.1 to 6.10").words(
        for: "world") == "this world answers with your functions")
    #expect(parts.words(for: "trace") == nil)
    #expect(Parts(nil).words(for: "authority") == nil)
  }

  @Test func `a world has the parts that it is made of`() {
    let words = Parts("4.6,5.8,6.3,7.3").words(for: "world") ?? ""
    #expect(words.contains("4 are yours: 4.6, 5.8, 6.3, 7.3."))
  }

  @Test(arguments: [
    ("1.1", "1.1"), ("1.2, 1.1", "1.1, 1.2"), ("1.3,1.1,1.2", "1.1 to 1.3"), ("1.9 to 1.11", "1.9 to 1.11"),
    ("1.15,2.1", "1.15, 2.1"), ("", ""), ("x, 1, 1.2.3, 2.1 to 1.1, 3.4", "3.4"),
  ]) func `a list is in order, with ranges`(text: String, written: String) {
    #expect(ExerciseList(stringLiteral: text).description == written)
  }
}
