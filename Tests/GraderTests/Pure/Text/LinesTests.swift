import Testing

@testable import CurriculumKit
@testable import SystemKit

@Suite struct LinesTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb", ["a", "b"]), ("a\rb", ["a", "b"]),
    ("\n\r\n\r", ["", "", "", ""]), ("\n\r", ["", "", ""]), ("a\r\r\nb", ["a", "", "b"]),
    ("é\u{301}\r\n日", ["é\u{301}", "日"]), ("a\u{2028}b\u{0B}c\u{85}d", ["a\u{2028}b\u{0B}c\u{85}d"]),
    ("a\0\nb", ["a\0", "b"]),
  ])
  func `lines end as the compiler counts them, and empty ones are kept`(text: String, lines: [String]) {
    #expect(text.lines.map(String.init) == lines)
    #expect(text.dropFirst(0).lines.map(String.init) == lines)
  }

  @Test(arguments: [
    ("", ""), ("\u{FEFF}", ""), ("\u{FEFF}a\r\nb\rc\n", "a\nb\nc\n"), ("\r", "\n"),
    ("a\u{FEFF}\r\n", "a\u{FEFF}\n"),
    ("\u{FEFF}\u{FEFF}a", "\u{FEFF}a"), ("e\u{301}\r\n\r\n", "e\u{301}\n\n"),
  ])
  func `normalized lines end in LF alone, without a mark before the first`(text: String, normalized: String) {
    #expect(Array(text.normalizedLines.utf8) == Array(normalized.utf8))
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `places and imports are counted in every kind of line`(
    end: String
  ) {
    let text = SwiftText(
      ["// one", "import A", "/* three", "four */", "@main struct B {}"].joined(separator: end))
    #expect(text.imports.map(\.line) == [2])
    #expect(text.place(of: /@main\b/)?.line == 5)
    #expect(text.place(of: /@main\b/)?.column == 1)
  }
}
