import Testing

@testable import GraderKit

@Suite struct SuiteShapeTests {
  private let doctored: Doctored

  init() throws { doctored = try Doctored() }

  /// The one thing that the rule finds.
  private func finding() throws -> String {
    let findings = try doctored.findings(.suiteShape, "1.2")
    return try #require(findings.count == 1 ? findings[0] : nil, "\(findings)")
  }

  /// The line on which these words stand.
  private func line(of words: String) throws -> Int {
    let lines = try doctored.book.workbook.text(Part.suite).split(
      separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(words) }) + 1
  }

  @Test func `a suite of another name is told`() throws {
    try doctored.edit(Part.suite, "struct HeaderEncodingTests", "struct EncodingTests")
    #expect(try finding() == "\(Part.suite) has no `@Suite struct HeaderEncodingTests`.")
  }

  @Test(arguments: [3, 16]) func `too few and too many tests are told`(count: Int) throws {
    let tests = (1...count).map { "  // RFC 1\n  @Test func `rule \($0)`() { #expect(true) }\n" }
    try doctored.book.write(
      "@Suite struct HeaderEncodingTests {\n\(tests.joined(separator: "\n"))}\n", to: Part.suite)
    #expect(try finding() == "\(Part.suite) has \(count) tests: 4 to 15 are wanted.")
  }

  @Test func `a test without its source is told`() throws {
    try doctored.edit(Part.suite, "  // RFC 6895 §2.2: an opcode has four bits.\n", "")
    let line = try line(of: "`an opcode over 15 is refused`")
    #expect(try finding().hasPrefix("\(Part.suite):\(line): no comment above `an opcode over 15 is refused`"))
  }

  @Test func `a test that lost its assertion is told`() throws {
    let test = "the id goes first, its high byte before its low one"
    let assertion =
      "    #expect(bytes == \"12 34 00 00 00 00 00 00 00 00 00 00\", \"the id 0x1234 is 12 34 on the wire\")\n"
    try doctored.edit(Part.suite, assertion, "")
    #expect(
      try finding()
        == "\(Part.suite):\(try line(of: test)): `\(test)` expects nothing: a test that cannot fail proves nothing."
    )
  }

  @Test func `two tests of one name are told`() throws {
    try doctored.edit(Part.suite, "`a response code over 15 is refused`", "`an opcode over 15 is refused`")
    #expect(try finding().hasSuffix(": a second test is called `an opcode over 15 is refused`."))
  }

  @Test(
    arguments: [
      ("try? encodeHeader(DNS.Header())", "`try?`"), ("_ = (any Error).self", "`(any Error).self`"),
      ("#expect(throws: DNS.MessageError.self) { try encodeHeader(header) }", "`Error.self)`"),
      ("Thread.sleep(forTimeInterval: 1)", "`sleep(`"), ("_ = Int.random(in: 0...1)", "`.random(in`"),
    ]) func `what passes on a stub, or differs from run to run, is told`(code: String, words: String) throws
  {
    try doctored.edit(
      Part.suite, "    var random = SeededRandom(seed: 6895)\n",
      "    var random = SeededRandom(seed: 6895)\n    \(code)\n")
    let line = try line(of: code)
    #expect(try finding().hasPrefix("\(Part.suite):\(line): \(words): "))
  }

  @Test func `what is refused may stand in a comment or a sentence`() throws {
    try doctored.edit(
      Part.suite, "\"every bit of bytes 2 and 3 is set\"", "\"never sleep(1), never try? it\"")
    try doctored.edit(
      Part.suite, "  // RFC 6895 §2.2: an opcode", "  // RFC 6895 §2.2: no try? here: an opcode")
    #expect(try doctored.findings(.suiteShape, "1.2") == [])
  }
}
