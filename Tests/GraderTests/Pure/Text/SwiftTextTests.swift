import Testing

@testable import CurriculumKit

/// Comments and literals are blanked out, and the code stays where it is.
@Suite struct SwiftTextTests {
  /// The words of the code, without its numbers.
  private func words(_ source: String) -> [String] {
    Set(SwiftText(source).code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
      .filter { $0.first?.isNumber != true }.sorted()
  }

  @Test(
    arguments: [
      "let a = 1 // gone", "let a = 1 /* gone */", "let a = 1 /* gone /* gone */ gone */",
      "/// gone\nlet a = 1",
      "let a = \"gone\"", "let a = \"\\\"gone\"", "let a = #\"gone \" gone\"#",
      "let a = ##\"gone \"# gone\"##",
      "let a = \"\"\"\n  gone \" gone\n  \"\"\"", "let a = #\"\"\"\n gone \"\"\" gone \\(gone)\n\"\"\"#",
      "let a = \"/* gone\" // gone", "let a = 1 // /* gone\n", "let a = \"gone // gone\"", "let a = \"gone",
      "let a = 1 /* gone", "/* // */ let a = 1", "let a = \"\\\\\"",
    ]) func `what is no code is blank`(source: String)
  {
    #expect(words(source) == ["a", "let"])
  }

  @Test func `code after a literal or a comment is code`() {
    #expect(words("f(\"x\", y) /* z */ + g") == ["f", "g", "y"])
    #expect(words("\"unclosed\nnext") == ["next"])
    #expect(words("\"\"\"\n a\n \"\"\".count") == ["count"])
    #expect(words("#selector + #\"a\"# + b") == ["b", "selector"])
  }

  @Test func `an interpolation does not hide the code behind it`() {
    #expect(words("let a = \"\\(f(\"x\"))\"; after").contains("after"))
    #expect(words("let a = \"\\(\"}\")\"\nafter").contains("after"))
  }

  @Test func `code in an interpolation is code`() {
    #expect(words("\"gone \\(helper(\"gone\")) gone\"") == ["helper"])
    #expect(words("#\"gone \\(gone) \\#(helper)\"#") == ["helper"])
  }

  @Test func `lines and columns stay those of the file`() throws {
    let source = "/* é\n */ let s = \"@main\" // @main\n  @main struct A {}\n"
    let place = try #require(SwiftText(source).place(of: /@main\b/))
    #expect(place.line == 3)
    #expect(place.column == 3)
    #expect(SwiftText("// @main\n\"@main\"").place(of: /@main\b/) == nil)
  }

  @Test func `a column is counted in bytes, as the compiler counts it`() {
    #expect(SwiftText("let é = 1; @main").place(of: /@main\b/)?.column == 13)
    #expect(SwiftText("/* é */ @main").place(of: /@main\b/)?.column == 10)
  }

  @Test func `imports are found with their lines`() {
    let source = """
      import PostRoad
      // import Nothing
      @testable import One
        public import struct Two.Three
      @preconcurrency import Four
      let important = 1
      """
    let found = SwiftText(source).imports.map { "\($0.module) \($0.line)" }
    #expect(found == ["PostRoad 1", "One 3", "Two 4", "Four 5"])
  }
}
