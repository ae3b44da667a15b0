import Foundation
import Testing

@testable import SystemKit

/// Files of a learner's that nobody expects: none of them ends the grader, and the advice for each keeps what is there.
@Suite struct OddLearnersFileTests {
  private let desk: LearnersDesk

  init() throws { desk = try LearnersDesk() }

  private static let odd: [(name: String, bytes: [UInt8]?, advice: String)] = [
    ("missing", nil, "`swift run grader reset 1.1` puts the stub there"),
    ("empty", [], "`swift run grader reset 1.1` puts the stub back"),
    ("blank", Array("\r\n \t\n".utf8), "`swift run grader reset 1.1` puts the stub back"),
    (
      "Latin-1", Array("// caf".utf8) + [0xE9, 0x0A],
      "`swift run grader reset 1.1` puts the stub back and keeps your text"
    ),
  ]

  @Test(arguments: odd.indices) func `the advice is a reset, which works`(index: Int) throws {
    let odd = Self.odd[index]
    let path = desk.book.workbook.absolute(desk.exercise.file)
    if let bytes = odd.bytes { try Files.write(bytes, to: path) } else { try Files.remove(path) }
    let part = try #require(try desk.book.grader("list", "--json").report.exercises.first)
    #expect(part.verdict == .doesNotCompile)
    let message = try #require(part.diagnostics.first?.message)
    #expect(message.contains(odd.advice))
    #expect(!message.contains("git"))
    #expect(desk.book.grader("reset", "1.1").status == 0)
    #expect(try desk.book.workbook.text(desk.exercise.file) == desk.book.curriculum.stub(of: desk.exercise))
    if odd.name == "Latin-1" {
      #expect(desk.book.grader("undo", "1.1").status == 0)
      #expect(try desk.book.workbook.read(desk.exercise.file) == odd.bytes)
    }
  }

  @Test func `its folder is missing: reset makes it`() throws {
    try Files.remove(desk.book.workbook.absolute("Exercises"))
    #expect(desk.book.grader("list").status == 0)
    #expect(desk.book.grader("reset", "1.1").status == 0)
    #expect(desk.book.workbook.exists(desk.exercise.file))
  }

  @Test(arguments: [
    "\0", "let a = \"\0\"\n@main\0", "\u{301}", "e\u{301}",
    String(repeating: "// caf\u{E9} e\u{301}\r", count: 1000),
    String(repeating: "(", count: 100_000), "/*" + String(repeating: "/*", count: 100_000),
    String(repeating: "func f() { print(\"a\") }\n", count: 400_000),
  ])
  func `whatever is in it, it is read, kept and brought back`(text: String) throws {
    try desk.book.write(text, to: desk.exercise.file)
    for command in [["list"], ["list", "--json"], ["reset", "1.1"], ["undo", "1.1"]] {
      #expect(GraderRun(command, in: desk.book.root).status == 0, "\(command)")
    }
    #expect(try desk.book.workbook.read(desk.exercise.file) == Array(text.utf8))
  }

  @Test(arguments: ["caf\u{E9}", "cafe\u{301}", "a b", "\u{301}", "-", String(repeating: "n", count: 240)])
  func `a further file may have any name`(name: String) throws {
    try desk.book.write("let a = 1\n", to: "Exercises/01-DNSMessages/\(name).swift")
    try desk.book.write("let b = 1\n", to: "Exercises/01-DNSMessages/\(name).swift.d/\(name).swift")
    #expect(desk.book.grader("list").status == 0)
  }
}
