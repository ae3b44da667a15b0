import Foundation
import Testing

@testable import SystemKit
@testable import TeachingKit

/// Everything that attacks `grade` without being compiled, as the submissions of one class: none stops it, none is solved, and each
/// is refused for its own reason.
@Suite struct HostileCohortTests {
  private let book: MiniWorkbook
  private let folder: String
  private let results: String

  init() throws {
    let room = try MiniClass()
    (book, folder, results) = (room.book, room.folder, room.results)
  }

  private static let path = "Exercises/01-DNSMessages/01-Header.swift"

  /// An archive that attacks, and what its refusal has to say.
  private static let archives: [(name: String, bytes: [UInt8], says: String)] = {
    typealias Entry = WrittenArchives.Entry
    let plain = Entry(path: path)
    func tar(_ type: String) -> [UInt8] {
      WrittenArchives.tar([Entry(path: path, text: "", type: type.utf8.first!)])
    }
    let large = String(repeating: "\0", count: Intake.mostBytes + 1)
    return [
      ("out.zip", WrittenArchives.zip([plain, Entry(path: "../../x")]), "outside"),
      ("out.tar", WrittenArchives.tar([plain, Entry(path: "../../x")]), "outside"),
      ("absolute.zip", WrittenArchives.zip([plain, Entry(path: "/etc/cron.d/x")]), "outside"),
      ("absolute.tar", WrittenArchives.tar([plain, Entry(path: "/etc/cron.d/x")]), "outside"),
      ("backslash.zip", WrittenArchives.zip([plain, Entry(path: "..\\..\\x")]), "outside"),
      ("drive.zip", WrittenArchives.zip([plain, Entry(path: "C:\\x")]), "outside"),
      ("newline.tar", WrittenArchives.tar([plain, Entry(path: "a\nb")]), "outside"),
      (
        "link.zip", WrittenArchives.zip([Entry(path: path, text: "/etc/passwd", mode: 0o120777)]), "is a link"
      ),
      ("hard-link.tar", tar("1"), "is a link"), ("soft-link.tar", tar("2"), "is a link"),
      ("character-device.tar", tar("3"), "neither a file"), ("block-device.tar", tar("4"), "neither a file"),
      ("pipe.tar", tar("6"), "neither a file"), ("sparse.tar", tar("S"), "neither a file"),
      ("device.zip", WrittenArchives.zip([Entry(path: path, mode: 0o020644)]), "neither a file"),
      ("zeros.zip", WrittenArchives.zip([Entry(path: path, text: large)]), "larger than"),
      ("zeros.tar", WrittenArchives.tar([Entry(path: path, text: large)]), "larger than"),
      ("promise.zip", WrittenArchives.zip([Entry(path: path, promised: 1 << 30)]), "larger than"),
      ("promise.tar", WrittenArchives.tar([Entry(path: path, promised: 1 << 30)]), "damaged"),
      ("short.zip", Array(RecordedArchives.zip.dropLast(9)), "damaged"),
      ("short.tar.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 7], "damaged"),
      ("twice.zip", WrittenArchives.zip([plain, Entry(path: "./" + path, text: "other")]), "twice"),
      (
        "two.tar", WrittenArchives.tar([Entry(path: "a/" + path), Entry(path: "b/" + path)]),
        "several folders"
      ),
      ("text.zip", Array("hello".utf8), "neither a folder"),
      ("empty.zip", WrittenArchives.zip([]), "no folder"),
    ]
  }()

  /// Names that attack whoever prints them or makes a file of them.
  private static let names = [
    "=cmd|' -C calc'!A0", "a\u{1B}[31mred", "b\u{202E}cod", "c\nd", "-rf", "--help", "$(touch x)", "`x`;x",
    String(repeating: "n", count: 250), "<script>alert(1)</script>", "%2e%2e%2fx", "x,\"y\"",
  ]

  @Test func `none is solved, none stops the others, and each has its reason`() throws {
    let exercise = try book.curriculum.exercises[0]
    let solution = try book.workbook.text(exercise.solution)
    func write(_ text: String, _ name: String) throws {
      try Files.write(Array(text.utf8), to: "\(folder)/\(name)/\(exercise.file)")
    }
    for (number, row) in ForbiddenCode.all.enumerated() {
      try write(solution + "\n" + row.code + "\n", "code-\(number)")
    }
    for (number, name) in Self.names.enumerated() {
      try write(solution + "import Glibc // \(number)\n", name)
    }
    for (number, archive) in Self.archives.enumerated() {
      try Files.write(archive.bytes, to: "\(folder)/\(number)-\(archive.name)")
    }
    try Files.makeFolder(folder + "/linked/Exercises/01-DNSMessages")
    try Files.link("\(folder)/linked/\(exercise.file)", to: book.workbook.absolute(exercise.solution))
    try Files.makeFolder(folder + "/piped/Exercises/01-DNSMessages")
    try #require(mkfifo("\(folder)/piped/\(exercise.file)", 0o600) == 0)
    try Files.link(folder + "/link", to: book.root)

    for format in GradeFormat.allCases {
      let run = GraderRun(
        [
          "cohort", folder, "--out", results, "--isolation", "none", "--format", format.rawValue, "--only",
          "1.1",
        ], in: book.root)
      #expect(run.status == 0, "\(format): \(run.errors)")
      #expect(!run.output.contains("\u{1B}[31m"))
    }
    let grades = try JSON.read([GradeReport].self, at: results + "/results.json")
    #expect(grades.count == ForbiddenCode.all.count + Self.names.count + Self.archives.count + 3)
    #expect(grades.count > 120, "the corpus is there")
    for grade in grades {
      #expect(grade.report.exercises.map(\.verdict) == [.judged(.refused)], "\(grade.submission)")
    }
    let byName = Dictionary(grades.map { ($0.submission, $0) }) { first, _ in first }
    for (number, row) in ForbiddenCode.all.enumerated() {
      let said = byName["code-\(number)"]?.report.exercises[0].diagnostics.map(\.message) ?? []
      #expect(said.contains { $0.contains("`\(row.rule)`") }, "\(row.name): \(said)")
    }
    for (number, archive) in Self.archives.enumerated() {
      let refused = byName[GradeReport.name(ofPath: "\(number)-\(archive.name)")]?.refused ?? ""
      #expect(refused.contains(archive.says), "\(archive.name): \(refused)")
    }
    // Nothing was written where it does not belong.
    let outside = try Files.names(in: String(folder.dropLast(folder.split(separator: "/").last?.count ?? 0)))
    #expect(!outside.contains("x"))
  }
}
