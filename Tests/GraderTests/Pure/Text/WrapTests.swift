import Testing

@testable import GraderKit
@testable import TeachingKit

@Suite struct WrapTests {
  @Test func `lines are broken at spaces, and later ones are indented`() {
    #expect("one two three four".wrapped(to: 9) == "one two\nthree\nfour")
    #expect("one two three".wrapped(to: 11, first: "> ", indent: "  ") == "> one two\n  three")
  }

  @Test func `a line may be as wide as the width`() {
    #expect("one two".wrapped(to: 7) == "one two")
    #expect("one two".wrapped(to: 6) == "one\ntwo")
  }

  @Test func `a word that is too long stands on a line of its own`() {
    #expect("a extraordinarily b".wrapped(to: 5) == "a\nextraordinarily\nb")
  }

  @Test func `line breaks stay`() {
    #expect("a\n\nb".wrapped(to: 40) == "a\n\nb")
    #expect("".wrapped(to: 40) == "")
  }

  @Test func `a paragraph that is indented stays so`() {
    #expect("  one two three".wrapped(to: 9) == "  one two\n  three")
  }

  @Test func `text set in columns that fits is left as it is`() {
    let dump = "  000c  c0 28        pointer"
    #expect(dump.wrapped(to: 60, first: "    ", indent: "    ") == "    " + dump)
  }

  @Test func `a folded line keeps its columns, and none is wider`() {
    let dump = "41   00 05        CNAME, IN, 3600"
    #expect(dump.folded(to: 33, indent: "  ") == [dump])
    #expect(dump.folded(to: 24, indent: "  ") == ["41   00 05        CNAME,", "  IN, 3600"])
    #expect(dump.folded(to: 23, indent: "  ") == ["41   00 05", "  CNAME, IN, 3600"])
    #expect("".folded(to: 10, indent: "  ") == [""])
  }

  @Test func `what has no space is folded anywhere, and a wide indent is left out`() {
    #expect("abcdefghij".folded(to: 4, indent: " ") == ["abcd", " efg", " hij"])
    #expect("    abcdef".folded(to: 6, indent: "        ") == ["    ab", "cdef"])
    #expect("abc".folded(to: 0, indent: "") == ["abc"])
  }

  @Test func `colour codes take no room`() {
    let red = "\u{1B}[31mred\u{1B}[0m"
    #expect(red.columns == 3)
    #expect("one \(red)".wrapped(to: 7) == "one \(red)")
    #expect(red.padded(to: 5) == red + "  ")
  }

  @Test func `what is cut ends in an ellipsis`() {
    #expect("abcdef".cut(to: 6) == "abcdef")
    #expect("abcdef".cut(to: 5) == "abcd…")
    #expect("abcdef".cut(to: 0) == "…")
  }
}
