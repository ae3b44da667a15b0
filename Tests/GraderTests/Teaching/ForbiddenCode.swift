import Testing

/// Code that attacks the grader, with the rule that has to refuse it. It is put after the right solution of 1.1.
struct ForbiddenCode: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: String
  let code: String

  init(_ name: String, _ rule: String, _ code: String) {
    (self.name, self.rule, self.code) = (name, rule, code)
  }

  var testDescription: String { name }

  static let all: [ForbiddenCode] = imports + attributes + unsafe + visible + readings + others

  private static let imports: [ForbiddenCode] = [
    .init("the C library", "imports", "import Glibc"),
    .init("Foundation", "imports", "import Foundation"),
    .init("the tests themselves", "imports", "import Testing"),
    .init("one function of a module", "imports", "import func Glibc.exit"),
    .init("an import after a semicolon", "imports", "let one = 1; import Glibc"),
    .init("an import over two lines", "imports", "import\n  Glibc"),
    .init("an import with a comment inside", "imports", "import /* PostRoad */ Glibc"),
    .init("an import of a name in backticks", "imports", "import `Glibc`"),
    .init("another chapter", "imports", "import LoadBalancing"),
    .init("a compiler's module", "imports", "import SwiftShims"),
    .init("an import that is handed on", "attributes", "@_exported import PostRoad"),
    .init("an import with all that is inside", "attributes", "@testable import PostRoad"),
  ]

  private static let attributes: [ForbiddenCode] = [
    .init("a symbol by name", "attributes", "@_silgen_name(\"exit\") func leave(_ status: Int32) -> Never"),
    .init("a symbol with a space before its name", "attributes", "@ _silgen_name(\"exit\") func leave()"),
    .init("a C function", "attributes", "@_extern(c) func exit(_ status: Int32) -> Never"),
    .init("a function for C", "attributes", "@_cdecl(\"open\") func mine() {}"),
    .init("a function for C, newer", "attributes", "@c func open() {}"),
    .init(
      "an initialiser in a section", "attributes",
      "@section(\".init_array\") @used let first: @convention(c) () -> Void = {}"),
    .init("an entry point", "attributes", "@main struct Mine { static func main() {} }"),
    .init("a function in place of another", "attributes", "@_dynamicReplacement(for: check) func mine() {}"),
    .init(
      "a promise that nobody checks", "attributes", "final class Shared: @unchecked Sendable { var n = 0 }"),
    .init("access that nobody checks", "attributes", "@exclusivity(unchecked) var shared = 0"),
    .init("a pointer to a C function", "attributes", "let call: (@convention(c) () -> Void)? = nil"),
    .init("an optimizer's promise", "attributes", "@_semantics(\"optimize.sil.never\") func a() {}"),
    .init("a macro as an attribute", "attributes", "@DebugDescription struct Mine {}"),
    .init("a value of each task", "attributes", "enum Mine { @TaskLocal static var one = 1 }"),
  ]

  private static let unsafe: [ForbiddenCode] = [
    .init("a pointer", "unsafe", "let end: UnsafeMutablePointer<Int>? = nil"),
    .init("memory of an array", "unsafe", "func a(_ b: [Int]) { b.withUnsafeBufferPointer { _ in } }"),
    .init(
      "memory of an array by another name", "unsafe",
      "func a(_ b: [Int]) { _ = b.withContiguousStorageIfAvailable { $0[9] } }"),
    .init(
      "memory that can be written", "unsafe",
      "func a(_ b: inout [Int]) { b.withContiguousMutableStorageIfAvailable { $0[9] = 1 } }"),
    .init("memory of a string", "unsafe", "func a(_ b: inout String) { b.withUTF8 { _ in } }"),
    .init("a value taken for another", "unsafe", "let wrong = unsafeBitCast(1, to: String.self)"),
    .init(
      "a value taken for another under a false flag", "unsafe",
      "let unsafeBitCast = 1\nfunc a() { _ = Swift.unsafeBitCast(1, to: String.self) }"),
    .init(
      "a class taken for another", "unsafe",
      "func a(_ b: AnyObject) -> [Int]? { unsafeDowncast(b, to: Mine.self).n }"),
    .init(
      "a reference that is not counted", "unsafe", "func a(_ b: AnyObject) { Unmanaged.passRetained(b) }"),
    .init("a reference that nobody holds", "unsafe", "class Mine { unowned(unsafe) var other: Mine? }"),
    .init("state that nobody guards", "unsafe", "nonisolated(unsafe) var shared = [1]"),
    .init("the word that silences the compiler", "unsafe", "func a() { unsafe b() }"),
    .init("an index that nobody checks", "unsafe", "func a(_ b: Span<Int>) -> Int { b[unchecked: 9] }"),
    .init("bounds that nobody checks", "unsafe", "let all = Range(uncheckedBounds: (2, 1))"),
    .init("a C string", "unsafe", "let text = String(cString: [1])"),
  ]

  private static let visible: [ForbiddenCode] = [
    .init(
      "equality declared anew", "public", "public func == (a: DNS.Header, b: DNS.Header) -> Bool { true }"),
    .init(
      "equality in an extension", "public",
      "extension DNS.Header { public static func == (a: Self, b: Self) -> Bool { true } }"),
    .init(
      "the check of the suites", "public",
      "public func check(_ a: String, _ b: [UInt8], returns: DNS.Header, _ c: String, _ d: ([UInt8]) throws -> DNS.Header) {}"
    ),
    .init(
      "a public extension", "public",
      "public extension DNS.Header { static func == (a: Self, b: Self) -> Bool { true } }"),
    .init("a name of the vocabulary's", "public", "public enum DNS {}"),
    .init("a name of the library's", "public", "public typealias UInt16 = Int"),
    .init("what the package can see", "public", "package func check() {}"),
    .init("what the package can see, on a line of its own", "public", "package\nfunc check() {}"),
    .init("what the package can see, after a value", "public", "let a = b!\npackage func check() {}"),
    .init("what only this file may set", "public", "public private(set) var check = 1"),
    .init("what others may inherit", "public", "open class Check {}"),
    .init(
      "the exercise's function a second time", "public",
      "public func parseHeader(_ message: String) throws -> DNS.Header { throw NotStarted() }"),
    .init(
      "a description of the vocabulary's", "public",
      "extension DNS.Header: CustomStringConvertible { public var description: String { fatalError() } }"),
    .init(
      "an initialiser of the vocabulary's", "public",
      "extension DNS.Header { nonisolated public init(a: Int) { fatalError() } }"),
    .init("an import for others", "public", "public import PostRoad"),
    .init(
      "an operator's precedence", "operators", "precedencegroup Mine { lowerThan: AssignmentPrecedence }"),
    .init("an operator", "operators", "infix operator == : AssignmentPrecedence"),
  ]

  private static let readings: [ForbiddenCode] = [
    .init(
      "code behind a regular expression with a quote", "readable", "let a = /\"/; let b = 1; let c = /\"/"),
    .init(
      "code behind a long regular expression", "readable",
      "let a = #/\"\"\"/#\nimport Glibc\nlet b = #/\"\"\"/#"),
    .init(
      "code behind a raw string that looks longer", "readable",
      "let a = #\"\"\"#\nimport Glibc\nlet b = #\"\"\"#"),
    .init("code behind a name with a quote", "readable", "let `a\"b` = 1"),
    .init("a regular expression after return", "readable", "func a() -> Regex<Substring> { return/\"/ }"),
    .init(
      "a regular expression with a comment's start", "readable",
      "let a = /x\\/*/\nimport Glibc\nlet b = 1 // */"),
    .init("a name cut by a zero", "readable", "let a\u{0}b = 1"),
    .init(
      "brackets without end", "readable",
      "let a = \(String(repeating: "[", count: 100))\(String(repeating: "]", count: 100))"),
    .init(
      "strings in strings without end", "readable",
      "let a = \(String(repeating: "\"\\(", count: 70))1\(String(repeating: ")\"", count: 70))"),
    .init("code in a string", "process", "let a = \"\\(CommandLine.arguments)\""),
    .init("code in a string of a string", "process", "let a = \"\\(\"\\(CommandLine.arguments)\")\""),
    .init("code after a comment in a comment", "imports", "/* /* */ */ import Glibc"),
    .init(
      "a symbol in a comment, which nobody has to read rightly", "hidden", "/* @_silgen_name(\"exit\") */"),
  ]

  private static let others: [ForbiddenCode] = [
    .init(
      "the arguments, where the stream of events is named", "process", "let where_ = CommandLine.arguments"),
    .init("the arguments by a name in backticks", "process", "let file = `CommandLine`.arguments"),
    .init("the running task", "process", "func a() { withUnsafeCurrentTask { _ in } }"),
    .init("the compiler's own module", "process", "let a = Builtin.self"),
    .init("a macro of another module", "macros", "macro a() = #externalMacro(module: \"M\", type: \"T\")"),
    .init("a macro that is used", "macros", "let a = #expect(true)"),
    .init("a lie about places", "macros", "#sourceLocation(file: \"Tests/a.swift\", line: 1)"),
    .init("a type by its mangled name", "compilersNames", "let a = _typeByName(\"7Testing5IssueV\")"),
    .init(
      "a type by its mangled name under a false flag", "compilersNames",
      "let _typeByName = 1\nfunc a() { _ = Swift._typeByName(\"x\") }"),
    .init("a file that stops the library", "compilersNames", "func a() { __swift_stop() }"),
  ]
}
