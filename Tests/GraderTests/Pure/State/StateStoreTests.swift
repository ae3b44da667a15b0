import Foundation
import Testing

@testable import GraderKit
@testable import SystemKit

@Suite struct StateStoreTests {
  private let book: MiniWorkbook
  private let file: StateStore
  private let path = StateStore.folder + "/state.json"

  init() throws {
    book = try MiniWorkbook()
    file = StateStore(workbook: book.workbook)
  }

  private static let verdict = LearnerState.Verdict(verdict: .solved, passed: 3, tests: 3, evidence: "a")

  @Test func `nothing remembered is no damage`() throws {
    #expect(try file.read().memory == LearnerState())
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
    #"{"version": 1, "verdicts": {}, "hints": {"a": "two"}}"#, #"{"hints": {"a": -5}}"#,
    #"{"version": 1, "verdicts": {}, "hints": {"a": 1e400}}"#, "\0", "{\0}", "\u{FEFF}",
    #"{"version": 1, "verdicts": {}, "hints": {"a": 9223372036854775808}}"#,
    #"{"version": 1, "verdicts": {}, "hints": {"a": 0.5}}"#, String(repeating: "[", count: 100_000),
  ])
  func `a damaged or newer state is set aside with a word, and the next one is written`(text: String) throws {
    try book.write(text, to: path)
    let (memory, warning) = try file.read()
    #expect(memory == LearnerState())
    #expect(warning?.contains(path) == true)
    try file.change { $0.hints["a"] = 1 }
    #expect(try file.read().memory.hints == ["a": 1])
    #expect(try file.read().warning == nil)
    #expect(try book.workbook.read(path + ".damaged") == Array(text.utf8))
  }

  @Test func `a state that is not UTF-8 is set aside too`() throws {
    try Files.write([0xFF, 0xFE, 0x00], to: book.workbook.absolute(path))
    #expect(try file.read().warning != nil)
  }

  @Test func `no count is below zero`() throws {
    try book.write(
      #"{"version": 1, "verdicts": {}, "hints": {"a": -5, "b": 9223372036854775807}}"#, to: path)
    #expect(try file.read().memory.hints == ["a": 0, "b": .max])
    #expect(try file.read().warning == nil)
  }

  @Test func `what cannot be set aside is not overwritten`() throws {
    try book.write("{", to: path)
    try book.write("", to: path + ".damaged/file")
    #expect(throws: GraderError.self) { try file.change { $0.hints["a"] = 1 } }
    #expect(try book.workbook.text(path) == "{")
  }

  @Test func `entries of earlier graders are found by the exercise's name, and newer ones win`() throws {
    let verdict = #"{"verdict": "failing", "passed": 0, "tests": 3, "evidence": "old"}"#
    let newer = #"{"verdict": "solved", "passed": 3, "tests": 3, "evidence": "a"}"#
    try book.write(
      """
      {"version": 1, "hints": {"01-DNSMessages/01-Header": 3, "Header": 1, "07-Later/12-Other": 2},
      "verdicts": {"01-DNSMessages/01-Header": \(verdict), "Header": \(newer), "01-DNSMessages/02-B": \(newer)}}
      """, to: path)
    let memory = try file.read().memory
    #expect(memory.hints == ["Header": 3, "Other": 2])
    #expect(memory.verdicts == ["Header": Self.verdict, "B": Self.verdict])
    try file.change { $0.hints["Header"] = 4 }
    #expect(try file.read().memory.hints == ["Header": 4, "Other": 2])
  }

  @Test func `a workbook that cannot be written is said so`() throws {
    try book.write("", to: StateStore.folder)
    #expect(throws: GraderError.self) { try file.change { $0.hints["a"] = 1 } }
  }
}
