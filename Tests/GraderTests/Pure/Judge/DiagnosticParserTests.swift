import Testing

@testable import CurriculumKit
@testable import JudgeKit

@Suite struct DiagnosticParserTests {
  /// What `swift build` printed (6.3.1, Linux) of a file with an error and a warning; the bench's folder is another.
  private static let output = #"""
    Building for debugging...
    [4/9] Compiling DNSMessages 01-Header.swift
    /home/ada/post road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:21:18: error: cannot \#
    convert value of type 'String' to specified type 'Int'
    19 | }
    20 |
    21 | let count: Int = "twelve"
       |                  `- error: cannot convert value of type 'String' to specified type 'Int'
    22 | func unused() { var never = 1 }

    /home/ada/post road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:22:21: warning: \#
    initialization of variable 'never' was never used
    error: emit-module command failed with exit code 1 (use -v to see invocation)
    [5/9] Emitting module DNSMessages
    /home/ada/post road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:21:18: error: cannot \#
    convert value of type 'String' to specified type 'Int'
    /home/ada/post road/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift:51:58: error: cannot \#
    find 'grown' in scope
    """#

  private static let paths = LaidPaths(
    recipe: .fixture(), workspace: "/home/ada/post road/.build/grader/bench", workbook: "/home/ada/post road")

  @Test func `an error in what a macro makes has the place of the macro`() {
    // What 6.3.1 printed of `#expect(f() == 1)`, where `f` throws.
    let output = """
      macro expansion #expect:1:32: error: call can throw but is not marked with 'try'
      `- /home/ada/post road/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift:6:43: note: expanded \
      code originates here
       4 | struct Other {}
         |  |                                `- error: call can throw but is not marked with 'try'
      """
    #expect(
      DiagnosticParser.parse(output, paths: Self.paths) == [
        Diagnostic(
          message: "call can throw but is not marked with 'try'",
          file: "Tests/01-DNSMessages/01-HeaderTests.swift", line: 6, column: 43)
      ])
  }

  @Test func `each diagnostic is read once, with the workbook's own path`() {
    let header = "Exercises/01-DNSMessages/01-Header.swift"
    #expect(
      DiagnosticParser.parse(Self.output, paths: Self.paths) == [
        Diagnostic(
          message: "cannot convert value of type 'String' to specified type 'Int'", file: header, line: 21,
          column: 18),
        Diagnostic(
          severity: .warning, message: "initialization of variable 'never' was never used", file: header,
          line: 22, column: 21),
        Diagnostic(
          message: "cannot find 'grown' in scope", file: "Tests/01-DNSMessages/01-HeaderTests.swift",
          line: 51,
          column: 58),
      ])
  }

  @Test func `Windows' line ends do no harm`() {
    let found = DiagnosticParser.parse(
      "/b/Subjects/01-A/01-B.swift:1:2: error: no\r\n/b/x.swift:3:4: note: so\r\n", paths: Self.paths)
    #expect(found.map(\.message) == ["no", "so"])
    #expect(found.map(\.severity) == [.error, .note])
  }

  @Test func `what names no place in a file is left out`() {
    let output = """
      error: link command failed with exit code 1
      /usr/bin/ld: x.o: multiple definition of 'main'
      macro expansion #expect:1:2: error: no
      <unknown>:0: error: no
      """
    #expect(DiagnosticParser.parse(output, paths: Self.paths) == [])
  }

  @Test func `a message keeps its colons, and loses what a terminal would obey`() {
    let found = DiagnosticParser.parse(
      "/b/Subjects/01-A/01-B.swift:1:2: error: a: b: \u{1B}[31mc", paths: Self.paths)
    #expect(found.first?.message == "a: b: \u{FFFD}[31mc")
  }
}
