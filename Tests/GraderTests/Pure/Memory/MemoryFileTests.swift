import Foundation
import Testing

@testable import GraderKit

@Suite struct MemoryFileTests {
  private let book: MiniWorkbook
  private let file: MemoryFile
  private let path = MemoryFile.folder + "/state.json"

  init() throws {
    book = try MiniWorkbook()
    file = MemoryFile(workbook: book.workbook)
  }

  private static let verdict = Memory.Verdict(verdict: .solved, passed: 3, tests: 3, evidence: "a")

  @Test func `nothing remembered is no damage`() throws {
    #expect(try file.read().memory == Memory())
    #expect(try file.read().warning == nil)
  }

  @Test func `what was changed is read back, and changes add up`() throws {
    try file.change { $0.hints["a"] = 2 }
    try file.change { $0.verdicts["b"] = Self.verdict }
    #expect(try file.read().memory.hints == ["a": 2])
    #expect(try file.read().memory.verdicts == ["b": Self.verdict])
  }

  @Test func `where nothing changes, nothing is written`() throws {
    try file.change { _ in }
    #expect(!book.workbook.exists(path))
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"version": 1}"#, #"{"version": 2, "verdicts": {}, "hints": {}}"#,
    #"{"version": 1, "verdicts": {"a": {"verdict": "praised"}}, "hints": {}}"#,
  ])
  func `a damaged or newer state is set aside with a word, and the next one is written`(text: String) throws {
    try book.write(text, to: path)
    let (memory, warning) = try file.read()
    #expect(memory == Memory())
    #expect(warning?.contains(path) == true)
    try file.change { $0.hints["a"] = 1 }
    #expect(try file.read().memory.hints == ["a": 1])
    #expect(try file.read().warning == nil)
    #expect(try book.workbook.text(path + ".damaged") == text)
  }

  @Test func `a workbook that cannot be written is said so`() throws {
    try book.write("", to: MemoryFile.folder)
    #expect(throws: Trouble.self) { try file.change { $0.hints["a"] = 1 } }
  }
}
