import Testing

@testable import SystemKit
@testable import TeachingKit

/// Why nothing is taken of a submission, by what is in it.
@Suite struct MisplacedTests {
  private let book: MiniWorkbook
  private let folder: String

  init() throws {
    let room = try MiniClass()
    (book, folder) = (room.book, room.folder)
  }

  private func refusal(_ path: String) -> IntakeRefusal? {
    do {
      _ = try Intake(curriculum: book.curriculum).take(path)
      return nil
    } catch {
      return error as? IntakeRefusal
    }
  }

  private static let rows: [(paths: [String], refusal: IntakeRefusal)] = [
    (["01-Header.swift", "my/02-HeaderEncoding.swift"], .misplaced(files: 2, folders: ["01-DNSMessages"])),
    (
      ["a/01-Header.swift", "a/01-RoundRobin.swift"],
      .misplaced(files: 2, folders: ["01-DNSMessages", "05-LoadBalancing"])
    ),
    (["Sources/Main.swift", "Package.swift"], .misplaced(files: 2, folders: [])),
    (["a/b/c/d/Exercises/01-DNSMessages/01-Header.swift"], .tooDeep(path: "a/b/c/d/Exercises")),
    (["x/exercises/01-DNSMessages/01-Header.swift"], .misspelled(path: "x/exercises")),
    (["notes.txt", "__MACOSX/01-Header.swift", ".build/01-Header.swift"], .noExercises),
  ]

  @Test(arguments: rows.indices) func `what was found is said, of a folder, a zip and a tar`(index: Int)
    throws
  {
    let row = Self.rows[index]
    for path in row.paths { try Files.write(Array("x".utf8), to: "\(folder)/ada/\(path)") }
    #expect(refusal(folder + "/ada") == row.refusal)
    let entries = row.paths.map { WrittenArchives.Entry(path: $0) }
    for (name, bytes) in [("b.zip", WrittenArchives.zip(entries)), ("c.tar", WrittenArchives.tar(entries))] {
      try Files.write(bytes, to: "\(folder)/\(name)")
      #expect(refusal("\(folder)/\(name)") == row.refusal, "\(name)")
    }
  }

  @Test func `an empty folder of exercises is called empty`() throws {
    try Files.makeFolder(folder + "/ada/x/Exercises")
    #expect(refusal(folder + "/ada") == .emptyExercises(path: "x/Exercises"))
  }

  @Test func `links and endless trees are not followed`() throws {
    try Files.makeFolder(folder + "/ada")
    try Files.link(folder + "/ada/loop", to: folder)
    for number in 0...Intake.mostFiles { try Files.write([], to: "\(folder)/ada/deep/\(number).swift") }
    guard case .misplaced(let files, let folders) = refusal(folder + "/ada") else {
      Issue.record("\(String(describing: refusal(folder + "/ada")))")
      return
    }
    #expect(files < Intake.mostFiles && folders.isEmpty)
  }

  @Test func `the words say where files go`() {
    #expect(
      "\(IntakeRefusal.misplaced(files: 4, folders: ["01-DNSMessages"]))"
        == "it has 4 Swift files and no folder `Exercises`: put them into `Exercises/01-DNSMessages`.")
    #expect("\(IntakeRefusal.misplaced(files: 1, folders: []))".contains("put it into its chapter's folder"))
  }

  @Test(arguments: [
    ("liuwei_1_2_01-Header.swift", "Exercises/01-DNSMessages/01-Header.swift"),
    ("liuwei_LATE_1_2_01-Header-1.swift", "Exercises/01-DNSMessages/01-Header.swift"),
    ("liuwei_1_2_main.swift", nil),
  ])
  func `a Swift file alone is refused with what to hand in`(name: String, belongs: String?) throws {
    try Files.write(Array("let a = 1".utf8), to: "\(folder)/\(name)")
    #expect(refusal("\(folder)/\(name)") == .swiftFile(belongs: belongs))
  }

  @Test func `archives of other kinds are called by their kind, whatever their ending`() throws {
    let seven: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]
    for (name, bytes, kind) in [
      ("a.7z", seven, "7z"), ("b.zip", seven, "7z"), ("c.rar", Array("Rar!\u{1A}\u{7}\u{1}".utf8), "rar"),
      ("d.tar.xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"),
    ] {
      try Files.write(bytes, to: "\(folder)/\(name)")
      #expect(refusal("\(folder)/\(name)") == .foreignArchive(kind), "\(name)")
    }
  }
}
