import LabKit
import Testing

/// Whose functions answer.
@Suite struct PartsTests {
  @Test func `a part is yours, the reference's, or both's`() {
    let parts = Parts("7.3,2.1,2.2")
    #expect(parts.mark(of: "client") == "yours")
    #expect(parts.mark(of: "authority") == "yours 2 of 8")
    #expect(parts.mark(of: "resolver") == "reference")
    #expect(parts.mark(of: "backend") == "given")
    #expect(Parts(nil).mark(of: "client") == "reference")
  }

  @Test func `a command says it when it begins`() {
    let parts = Parts("7.3,2.1,2.2")
    #expect(
      parts.words(for: "authority")
        == "2.1, 2.2 are yours in this authority; the reference has 2.3, 2.4, 2.5, 2.6, 2.9, 2.10")
    #expect(parts.words(for: "client") == "this client answers with your functions")
    #expect(
      Parts("").words(for: "world")
        == "nothing of it is yours in this world; the reference has 4.2, 7.1, 7.2, 7.4, 7.7")
    #expect(parts.words(for: "visit") == nil)
    #expect(Parts(nil).words(for: "authority") == nil)
  }
}
