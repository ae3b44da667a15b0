import Foundation
import Testing

@testable import SystemKit
@testable import TeachingKit

/// What is taken of a submission, and what is refused.
@Suite struct IntakeTests {
  private let book: MiniWorkbook
  private let folder: String

  init() throws {
    book = try MiniWorkbook()
    folder = book.root + " handed in"
    try Files.makeFolder(folder)
    leftovers.withLock { [folder] in $0.append(folder) }
  }

  private static let header = "01-DNSMessages/01-Header.swift"

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Files.write(bytes, to: folder + "/" + path)
  }
  private func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  private func take(_ path: String? = nil) throws -> HandIn {
    try Intake(curriculum: book.curriculum).take(path ?? folder)
  }

  private func take(archive bytes: [UInt8]) throws -> HandIn {
    let file = folder + "/archive"
    try Files.write(bytes, to: file)
    return try take(file)
  }

  private func refusal(_ body: () throws -> HandIn) -> IntakeRefusal? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? IntakeRefusal
    }
  }

  // MARK: Archives

  @Test func `a zip, a POSIX tar and a GNU tar as others write them`() throws {
    let zip = try take(archive: RecordedArchives.zip)
    #expect(zip.files == [Self.header: Array(RecordedArchives.content.utf8)])
    let long = "01-DNSMessages/" + String(repeating: "Helper", count: 20) + ".swift"
    let posix = try take(archive: RecordedArchives.posixTar)
    #expect(posix.files == [Self.header: Array(RecordedArchives.content.utf8), long: Array("help".utf8)])
    #expect(try take(archive: RecordedArchives.gnuTar).files == [long: Array("help".utf8)])
  }

  @Test(arguments: [
    "../x", "a/../../x", "Exercises/01-DNSMessages/../../../x.swift", "/etc/passwd", "..\\..\\x", "C:\\x",
    "a\nb",
    "Exercises/../../x",
  ])
  func `a path that leads out is refused, wherever it is`(path: String) throws {
    let entries = [
      WrittenArchives.Entry(path: "Exercises/\(Self.header)"), WrittenArchives.Entry(path: path),
    ]
    for archive in [WrittenArchives.zip(entries), WrittenArchives.tar(entries)] {
      let found = refusal { try take(archive: archive) }
      guard case .outside = found else {
        Issue.record("\(String(describing: found))")
        continue
      }
    }
  }

  @Test func `a link and a device below Exercises are refused`() throws {
    let path = "Exercises/\(Self.header)"
    let link = [WrittenArchives.Entry(path: path, text: "/etc/passwd", mode: 0o120777)]
    #expect(refusal { try take(archive: WrittenArchives.zip(link)) } == .link(path: path))
    for (type, wanted) in [
      ("1", IntakeRefusal.link(path: path)), ("2", .link(path: path)), ("3", .notAFile(path: path)),
      ("4", .notAFile(path: path)), ("6", .notAFile(path: path)), ("S", .notAFile(path: path)),
    ] {
      let entry = WrittenArchives.Entry(path: path, text: "", type: type.utf8.first!)
      #expect(refusal { try take(archive: WrittenArchives.tar([entry])) } == wanted, "\(type)")
    }
    let device = [WrittenArchives.Entry(path: path, mode: 0o020644)]
    #expect(refusal { try take(archive: WrittenArchives.zip(device)) } == .notAFile(path: path))
  }

  @Test func `links elsewhere are not looked at: a build leaves some`() throws {
    let entries = [
      WrittenArchives.Entry(path: ".build/debug", text: "x86_64", mode: 0o120777),
      WrittenArchives.Entry(path: "Exercises/\(Self.header)"),
    ]
    #expect(try take(archive: WrittenArchives.zip(entries)).files.count == 1)
  }

  @Test func `what is larger than promised, or smaller, is damage`() throws {
    let path = "Exercises/\(Self.header)"
    for promised in [4, 6, 1 << 30] {
      let entry = WrittenArchives.Entry(path: path, promised: promised)
      let found = refusal { try take(archive: WrittenArchives.zip([entry])) }
      #expect(
        found == (promised > Intake.mostBytes ? .tooLarge(path: path, most: Intake.mostBytes) : .damaged))
    }
    let entry = WrittenArchives.Entry(path: path, promised: 1 << 30)
    #expect(refusal { try take(archive: WrittenArchives.tar([entry])) } == .damaged)
  }

  @Test func `every archive that is cut short is refused, and none stops the grader`() throws {
    for archive in [RecordedArchives.zip, RecordedArchives.posixTar, RecordedArchives.gnuTar] {
      for length in stride(from: 0, to: archive.count, by: 3) {
        #expect(refusal { try take(archive: Array(archive[..<length])) } != nil, "\(length)")
      }
    }
  }

  @Test func `a flipped byte never gives other text`() throws {
    let wanted = Array(RecordedArchives.content.utf8)
    for archive in [RecordedArchives.zip, RecordedArchives.posixTar] {
      for index in archive.indices {
        var damaged = archive
        damaged[index] ^= 0x41
        do {
          let files = try take(archive: damaged).files
          if let text = files[Self.header] { #expect(text == wanted, "\(index)") }
        } catch {
          #expect(error is IntakeRefusal, "\(index): \(error)")
        }
      }
    }
  }

  @Test func `a file of zeros that unpacks without end is refused`() throws {

    let path = "Exercises/\(Self.header)"
    try #require(refusal { try take(archive: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 7]) } == .damaged)
    let large = String(repeating: "\0", count: Intake.mostBytes + 1)
    let entry = WrittenArchives.Entry(path: path, text: large)
    #expect(
      refusal { try take(archive: WrittenArchives.zip([entry])) }
        == .tooLarge(path: path, most: Intake.mostBytes))
    #expect(
      refusal { try take(archive: WrittenArchives.tar([entry])) }
        == .tooLarge(path: path, most: Intake.mostBytes))
  }

  @Test func `one path twice is refused, and so are several folders of exercises`() throws {
    let path = "Exercises/\(Self.header)"
    let twice = [WrittenArchives.Entry(path: path), WrittenArchives.Entry(path: "./" + path, text: "other")]
    #expect(refusal { try take(archive: WrittenArchives.zip(twice)) } == .twice(path: "./" + path))
    let two = ["a/", "b/"].map { WrittenArchives.Entry(path: $0 + path) }
    #expect(
      refusal { try take(archive: WrittenArchives.tar(two)) }
        == .severalExercises(["a/Exercises", "b/Exercises"]))
    let nested = ["a/", "a/b/", "__MACOSX/"].map { WrittenArchives.Entry(path: $0 + path, text: $0) }
    #expect(try take(archive: WrittenArchives.zip(nested)).files[Self.header] == Array("a/".utf8))
  }

  @Test func `what is no archive is said to be none`() throws {
    #expect(refusal { try take(archive: Array("hello".utf8)) } == .notASubmission)
    #expect(refusal { try take(archive: WrittenArchives.zip([])) } == .noExercises)
    #expect(refusal { try take() } == .noExercises)
  }

  // MARK: Folders

  @Test func `a folder: files of the right names, and nothing else`() throws {
    try write("mine", to: "Exercises/\(Self.header)")
    try write("mine", to: "Exercises/01-DNSMessages/deep/Helper.swift")
    for path in [
      "Exercises/01-DNSMessages/notes.txt", "Exercises/07-Unknown/01-A.swift", "Exercises/Loose.swift",
      "Exercises/01-DNSMessages/.hidden.swift",
    ] {
      try write("no", to: path)
    }
    try write("evil", to: "Package.swift")
    let handIn = try take()
    #expect(Set(handIn.files.keys) == [Self.header, "01-DNSMessages/deep/Helper.swift"])
    #expect(
      handIn.ignored == [
        "01-DNSMessages/.hidden.swift", "01-DNSMessages/notes.txt", "07-Unknown/01-A.swift", "Loose.swift",
      ])
  }

  @Test func `a folder with a link or a pipe below Exercises is refused`() throws {
    try write("mine", to: "Exercises/\(Self.header)")
    let path = "Exercises/01-DNSMessages/02-HeaderEncoding.swift"
    try Files.link(folder + "/" + path, to: "/etc/passwd")
    #expect(refusal { try take() } == .link(path: path))
    try Files.remove(folder + "/" + path)
    try #require(mkfifo(folder + "/" + path, 0o600) == 0)
    #expect(refusal { try take() } == .notAFile(path: path))
    try Files.remove(folder + "/" + path)
    try Files.link(folder + "/Exercises/05-LoadBalancing", to: "/etc")
    #expect(refusal { try take() } == .link(path: "Exercises/05-LoadBalancing"))
  }

  @Test func `Exercises itself is no link, and a submission is none either`() throws {
    try Files.link(folder + "/Exercises", to: book.root + "/Exercises")
    #expect(refusal { try take() } == .link(path: "Exercises/") || refusal { try take() } == .noExercises)
    let link = book.root + " link"
    leftovers.withLock { $0.append(link) }
    try Files.link(link, to: book.root)
    #expect(refusal { try take(link) } == .notASubmission)
  }

  @Test func `too many and too large files are refused`() throws {
    let path = "Exercises/\(Self.header)"
    try write([UInt8](repeating: 32, count: Intake.mostBytes + 1), to: path)
    #expect(refusal { try take() } == .tooLarge(path: path, most: Intake.mostBytes))
    try write("mine", to: path)
    for number in 0...Intake.mostFiles { try write("x", to: "Exercises/01-DNSMessages/H\(number).swift") }
    #expect(refusal { try take() } == .tooManyFiles(most: Intake.mostFiles))
  }
}
