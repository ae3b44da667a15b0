import Testing

@testable import AuthoringKit
@testable import SystemKit

/// Foundation's decoder lets commas pass that no closing bracket may follow.
@Suite struct TrailingCommaTests {
  @Test(
    arguments: [
      ("[1,]", 1), ("{\"a\": 1,}", 1), ("[\n  1,\n  2,\n]", 3), ("[\n1,\n\n]", 2), ("[\",\", \"\\\\\",]", 1),
    ]) func `it is found, with its line`(text: String, line: Int)
  {
    #expect(JSON.trailingComma(in: text) == line)
  }

  @Test(arguments: ["[1, 2]", "[\",]\"]", "[\"\\\",]\"]", "{\"a,}\": [\",\"]}", "[]", "{}", ""])
  func `what is written well, and what is in a string, is left alone`(text: String) {
    #expect(JSON.trailingComma(in: text) == nil)
  }
}
