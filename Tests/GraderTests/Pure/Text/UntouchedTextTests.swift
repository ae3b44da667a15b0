import Testing

@testable import CurriculumKit

/// What leaves a stub a stub, and what is an attempt.
@Suite struct UntouchedTextTests {
  private static let stub = """
    /// Says what it is.
    public func kind(_ of: Int) throws -> String {
      // TODO: 1. Find the kind.
      let known = "a // b"
      throw NotStarted()
    }

    """

  private func isUntouched(_ text: String) -> Bool { Untouched.isUntouched(text, stub: Self.stub) }
  private func replacing(_ old: String, with new: String) throws -> String {
    try #require(Self.stub.contains(old))
    return Self.stub.replacing(old, with: new)
  }

  @Test(arguments: [
    ("  // TODO: 1. Find the kind.\n", ""), ("  // TODO", "  // I think of a table. TODO"),
    ("  throw", "  /* later /* or */ never */\n  throw"),
    ("throw NotStarted()", "throw NotStarted() // later"),
    ("\n", "\r\n"), ("\n", "\r"), ("\n", "\n\n"), ("  ", "\t"), ("public", "\u{FEFF}public"),
    (" {\n", "\n{\n"), ("(_ of: Int)", "( _ of : Int )"), ("throw NotStarted()\n}\n", "throw NotStarted() }"),
  ])
  func `comments and white space leave it a stub`(old: String, new: String) throws {
    let text = old == "public" ? "\u{FEFF}" + Self.stub : try replacing(old, with: new)
    #expect(isUntouched(text))
  }

  @Test(arguments: [
    ("\"a // b\"", "\"a // c\""), ("\"a // b\"", "\"a //b\""), ("\"a // b\"", "#\"a // b\"#"),
    ("throw NotStarted()", "throw NotStarted(); return known"), ("throw NotStarted()", "return known"),
    ("throw NotStarted()", "// throw NotStarted()"), ("let known", "var known"), ("let known", "letknown"),
    ("of: Int", "o f: Int"), ("Int", "Int8"), ("  let known = \"a // b\"\n", ""), ("}\n", ""),
    ("\"a // b\"", "\"a /\\(1)/ b\""),
  ])
  func `a change of the code or of a string is an attempt`(old: String, new: String) throws {
    #expect(!isUntouched(try replacing(old, with: new)))
  }

  @Test func `a function that is added is an attempt`() {
    #expect(!isUntouched(Self.stub + "func helper() {}\n"))
    #expect(!isUntouched(""))
  }

  @Test func `an interpolation is code, and the text around it is not`() {
    let stub = "let a = \"one \\(b + \"two\" ) three\" // NotStarted\n"
    #expect(Untouched.isUntouched("let a = \"one \\( b+\"two\") three\" // NotStarted", stub: stub))
    #expect(!Untouched.isUntouched("let a = \"one \\(b + \"two \") three\" // NotStarted", stub: stub))
    #expect(!Untouched.isUntouched("let a = \"one \\(b + \"two\" )three\" // NotStarted", stub: stub))
  }

  @Test func `a huge file, NUL bytes and open ends are read to their end`() {
    #expect(!isUntouched(String(repeating: "// x\n", count: 2_000_000)), "10 MB")
    for end in ["\0", "\"", "/*", "\"\"\"", "\"\\(", "#\"", "\u{301}"] {
      #expect(isUntouched(Self.stub + end) == (end == "/*"))
    }
  }
}
