import Testing

@testable import GraderKit

@Suite struct KeyTests {
  private func keys(_ text: String) -> [Key] { Key.decode(Array(text.utf8)) }

  @Test func `letters, Enter and Escape are themselves`() {
    #expect(keys("h?") == [.letter("h"), .letter("?")])
    #expect(keys("\r") == [.enter])
    #expect(keys("\n") == [.enter])
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("") == [])
  }

  @Test func `arrows come in two spellings, pages in one`() {
    #expect(keys("\u{1B}[A\u{1B}OA") == [.up, .up])
    #expect(keys("\u{1B}[B\u{1B}OB") == [.down, .down])
    #expect(keys("\u{1B}[5~\u{1B}[6~") == [.pageUp, .pageDown])
  }

  @Test func `sequences of no use are passed over whole`() {
    #expect(keys("\u{1B}[1;5Cq") == [.letter("q")], "Ctrl and right")
    #expect(keys("\u{1B}OPq") == [.letter("q")], "F1")
    #expect(keys("\u{1B}[200~q") == [.letter("q")], "the start of a paste")
  }

  @Test func `a sequence that was cut short does no harm`() {
    #expect(keys("\u{1B}[") == [])
    #expect(keys("\u{1B}[5") == [])
  }

  @Test func `Escape before a letter is both`() { #expect(keys("\u{1B}q") == [.escape, .letter("q")]) }

  @Test func `what is no key is left out`() { #expect(keys("\u{0}\u{4}é\u{7F}n") == [.letter("n")]) }
}
