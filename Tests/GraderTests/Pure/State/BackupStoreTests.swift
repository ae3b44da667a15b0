import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

@Suite struct BackupStoreTests {
  private let book: MiniWorkbook
  private let kept: BackupStore
  private let stub = Array("stub".utf8)

  init() throws {
    book = try MiniWorkbook()
    kept = BackupStore(workbook: book.workbook, exercise: try #require(try book.curriculum.exercises.first))
  }

  private var file: String { book.workbook.absolute(kept.exercise.file) }
  private var text: String { String(decoding: (try? Files.read(file)) ?? [], as: UTF8.self) }

  private func write(_ text: String) throws { try Files.write(Array(text.utf8), to: file) }
  private func reset() throws -> Bool { try kept.replace(with: stub) { $0 == stub } }
  private func undo() throws -> String? {
    try kept.restoreLatest { $0 == stub }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `the newest comes back first`() throws {
    for text in ["one", "two", "three"] {
      try write(text)
      #expect(try reset())
      #expect(self.text == "stub")
    }
    #expect(try kept.count == 3)
    #expect(try undo() == "three")
    #expect(text == "three")
  }

  @Test func `what stood there goes to the end of the line, so undoing comes round to every text`() throws {
    for text in ["one", "two", "three"] {
      try write(text)
      #expect(try reset())
    }
    let round = try (0..<7).map { _ in try undo() }
    #expect(round == ["three", "two", "one", "three", "two", "one", "three"])
    #expect(try kept.count == 2)
  }

  @Test func `the stub, and what is there already, are not worth keeping`() throws {
    try write("stub")
    #expect(try !reset())
    #expect(try kept.count == 0)
    #expect(try undo() == nil)
    #expect(text == "stub")
  }

  @Test func `undo without anything kept leaves the file alone`() throws {
    try write("mine")
    #expect(try undo() == nil)
    #expect(text == "mine")
  }

  @Test func `a file that is gone comes back, and a text is kept byte for byte`() throws {
    let odd: [UInt8] = [0xEF, 0xBB, 0xBF, 0xE9, 0x00, 0x0D, 0x0A]
    try Files.write(odd, to: file)
    #expect(try reset())
    try Files.remove(file)
    #expect(try kept.restoreLatest { $0 == stub } == odd)
    #expect(try Files.read(file) == odd)
  }

  @Test func `the copy is written before anything is replaced`() throws {
    try write("mine")
    // Where no copy can be written, nothing is replaced.
    try Files.makeFolder(book.workbook.absolute(StateStore.folder))
    try Files.write([], to: book.workbook.absolute("\(StateStore.folder)/kept"))
    #expect(throws: (any Error).self) { try reset() }
    #expect(text == "mine")
  }

  @Test func `an empty file is replaced, and nothing is kept of it`() throws {
    try write("")
    #expect(try !reset())
    #expect(text == "stub")
    #expect(try kept.count == 0)
  }

  @Test func `a renumbered exercise keeps its texts, those of earlier graders too`() throws {
    // Earlier graders kept by path.
    for (folder, number, text) in [
      ("01-DNSMessages/01-Header", 50_000_001, "one"), ("01-DNSMessages/01-Header", 50_000_002, "two"),
      ("01-DNSMessages/02-HeaderEncoding", 50_000_001, "another's"),
    ] {
      try book.write(text, to: "\(StateStore.folder)/kept/\(folder)/\(number).swift")
    }
    #expect(try kept.count == 2)
    try write("three")
    #expect(try reset())
    let chapter = try #require(Chapter(folder: "04-Messages"))
    let renumbered = BackupStore(
      workbook: book.workbook, exercise: Exercise(chapter: chapter, number: 7, name: "Header"))
    #expect(try renumbered.count == 3)
    let round = try (0..<4).map { _ in
      try renumbered.restoreLatest { $0 == stub }.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(round == ["three", "two", "one", "three"])
    #expect(try renumbered.count == 2)
  }

  @Test(arguments: ["9223372036854775807", "-1", "100000000", "x", ""])
  func `a file that no grader has written there is left alone`(name: String) throws {
    let stray = "\(StateStore.folder)/kept/Header/\(name).swift"
    try book.write("stray", to: stray)
    try write("mine")
    #expect(try reset())
    #expect(try kept.count == 1)
    #expect(try undo() == "mine")
    #expect(try book.workbook.text(stray) == "stray")
  }

  @Test func `a file that is a link stays one`() throws {
    let real = book.root + "/elsewhere.swift"
    try Files.write(Array("mine".utf8), to: real)
    try Files.remove(file)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: real)
    #expect(try reset())
    #expect(try Files.read(real) == stub)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == real)
  }
}
