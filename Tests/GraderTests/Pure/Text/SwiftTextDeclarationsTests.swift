import Testing

@testable import GraderKit

/// What a file declares that another file of its module can meet.
@Suite struct SwiftTextDeclarationsTests {
  private func names(_ source: String) -> [String] { SwiftText(source).declarations.names.sorted() }
  private func reachesEverywhere(_ source: String) -> Bool {
    SwiftText(source).declarations.reachesEverywhere
  }

  @Test func `what is declared at file level is met, and what is in a body is not`() {
    let source = """
      public func parse() throws -> Int {
        let inner = 1
        func nested() {}
        return inner
      }
      struct Ring { }
      enum `Type` { }
      let limit = 3; typealias Name = String
      // func comment() {}
      """
    #expect(names(source) == ["Name", "Ring", "Type", "limit", "parse"])
  }

  @Test func `members of extensions are met`() {
    #expect(
      names("extension Array {\n  func second() {}\n  var third: Int { let a = 1; return a }\n}").contains(
        "second"))
    #expect(names("extension Array {\n  func second() {\n    let inner = 1\n  }\n}") == ["second"])
  }

  @Test func `what is private is not met`() {
    #expect(names("private func a() {}\nfileprivate let b = 1\nprivate struct C {}") == [])
  }

  @Test func `what is private to be set is met all the same`() {
    #expect(
      names("extension Ring {\n  public private(set) var size: Int { get { 1 } set {} }\n}") == ["size"])
  }

  @Test(
    arguments: [
      "infix operator <+>", "func <+> (a: Int, b: Int) -> Int { a }", "extension Int: Ring {}",
      "extension Array {\n  subscript(ring: Int) -> Int { 1 }\n}",
      "extension Int {\n  static func < (a: Int, b: Int) {}\n}",
    ]) func `operators, subscripts and conformances reach everywhere`(source: String)
  {
    #expect(reachesEverywhere(source))
  }

  @Test(
    arguments: [
      "func a() {}", "extension Int { func a() {} }", "struct A: Ring {}", "// operator",
      "let a = \"extension A: B\"",
    ]) func `anything else is looked for by its name`(source: String)
  {
    #expect(!reachesEverywhere(source))
  }
}
