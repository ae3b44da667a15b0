import Testing

@testable import SystemKit

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("", 0), ("a", 0), ("ab", 1), ("xab", 1), ("abab", 2), ("aab", 1), ("aba", 1), ("ab\nab", 2), ("Äab", 1),
  ])
  func `a word is counted wherever it begins`(text: String, count: Int) {
    #expect(ByteSearch.count("ab", in: text) == count)
    #expect(ByteSearch.isThere("ab", in: Array(text.utf8)) == (count > 0))
  }

  @Test func `what overlaps is counted once`() { #expect(ByteSearch.count("aa", in: "aaaaa") == 2) }

  @Test func `the empty word is nowhere`() { #expect(ByteSearch.count("", in: "abc") == 0) }
}
