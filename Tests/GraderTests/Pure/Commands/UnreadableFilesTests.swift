import Foundation
import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

/// A file that exists and cannot be read is an error that names it, and nothing is begun anew or taken for missing. A link without
/// a target cannot be read by anyone, whoever runs the tests.
@Suite struct UnreadableFilesTests {
  private let desk: LearnersDesk

  init() throws {
    desk = try LearnersDesk()
    try desk.book.write("@Test func `it is one`() {}\n", to: desk.exercise.suiteFile)
    try desk.book.write(#"{"mistakes": []}"#, to: desk.exercise.mistakes)
  }

  /// Puts a link to nowhere in the place of whatever is there.
  private func spoil(_ path: String) throws {
    let path = desk.book.workbook.absolute(path)
    try? Files.remove(path)
    try Files.makeFolder(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: desk.book.root + "/nowhere")
  }

  @Test(arguments: [
    "Solutions/01-DNSMessages", "Solutions/01-DNSMessages/01-Header.swift", "Tests/01-DNSMessages",
    "Tests/01-DNSMessages/01-HeaderTests.swift", "Tests/Support/Bytes.swift", "Tests/Support",
    "Tests/Mistakes/01-DNSMessages/01-Header.json", "Chapters/PostRoad/01-DNSMessages/DNS.swift",
    "Chapters/PostRoad/PostRoad.docc/01-DNSMessages.md",
    "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/01-Header.md", ".workbook/state.json",
  ])
  func `every command names it and ends with status 3`(path: String) throws {
    try spoil(path)
    for command in [["list"], ["progress"], ["run"], ["solution"], ["hint", "1.1"]] {
      let run = GraderRun(command, in: desk.book.root)
      #expect(run.status == 3, "\(command)")
      #expect(run.output == "", "\(command)")
      #expect(run.errors.replacing(/\s+/, with: " ").contains("\(path) cannot be read"), "\(command)")
    }
  }

  @Test func `a state that is a folder is no reason to count anew`() throws {
    try desk.book.write("", to: StateStore.path + "/file")
    let run = desk.book.grader("list")
    #expect(run.status == 3)
    #expect(run.errors.contains("it is a folder"))
    #expect(desk.book.workbook.exists(StateStore.path + "/file"))
  }

  @Test func `a learner's file is told as unreadable, and the other exercises are judged`() throws {
    try spoil(desk.exercise.file)
    let run = desk.book.grader("list", "--json")
    #expect(run.status == 0)
    let part = try #require(try run.report.exercises.first)
    #expect(part.verdict == .doesNotCompile)
    #expect(part.diagnostics.first?.message.contains("the file cannot be read (it is a link") == true)
  }

  @Test func `a further file of the learner's that cannot be read is named`() throws {
    try spoil("Exercises/01-DNSMessages/Helper.swift")
    let run = desk.book.grader("list")
    #expect(run.status == 3)
    #expect(run.errors.contains("Exercises/01-DNSMessages/Helper.swift cannot be read"))
  }

  @Test(arguments: ["reset", "undo"]) func `what cannot be read is not replaced`(command: String) throws {
    try desk.keepAnother("kept")
    let alive = desk.texts
    try spoil(desk.exercise.file)
    let run = desk.book.grader(command, "1.1")
    #expect(run.status == 3)
    let errors = run.errors.replacing("\n", with: " ")
    #expect(errors.contains("\(desk.exercise.file) was not replaced, and nothing is lost"))
    let path = desk.book.workbook.absolute(desk.exercise.file)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == desk.book.root + "/nowhere")
    #expect(
      alive.subtracting(desk.texts).subtracting([Array(try desk.book.curriculum.stub(of: desk.exercise).utf8)]
      ) == [])
  }

  @Test func `a folder in the file's place is not replaced`() throws {
    try Files.remove(desk.book.workbook.absolute(desk.exercise.file))
    try desk.book.write("mine", to: desk.exercise.file + "/inside.swift")
    #expect(desk.book.grader("reset", "1.1").status == 3)
    #expect(try desk.book.workbook.text(desk.exercise.file + "/inside.swift") == "mine")
  }

  @Test func `where the folder cannot be written, nothing is replaced and no second copy is kept`() throws {
    let mine = try desk.write("mine")
    let folder = desk.book.workbook.absolute("Exercises/01-DNSMessages")
    // Permissions do not hold for root.
    guard geteuid() != 0 else { return }
    try #require(chmod(folder, 0o500) == 0)
    defer { chmod(folder, 0o700) }
    for _ in 0..<2 { #expect(desk.book.grader("reset", "1.1").status == 3) }
    #expect(desk.texts == [mine])
    #expect(try BackupStore(workbook: desk.book.workbook, exercise: desk.exercise).count == 0)
  }
}
