import Foundation
import Testing

@testable import SystemKit

/// Shares of a cohort, and how they become one. The submissions need no build.
@Suite struct CohortShardsTests {
  private let book: MiniWorkbook
  private let folder: String
  private let results: String

  init() throws {
    let room = try MiniClass()
    (book, folder, results) = (room.book, room.folder, room.results)
    for (number, name) in ["ada", "bob", "cyd", "dan", "eve"].enumerated() {
      try write(number.isMultiple(of: 2) ? "import Glibc\n" : nil, name)
    }
  }

  private func write(_ code: String?, _ name: String) throws {
    let exercise = try book.curriculum.exercises[0]
    let stub = try book.curriculum.stub(of: exercise)
    let text = code.map { stub.replacing("throw NotStarted()", with: "return 1") + $0 } ?? stub
    try Files.write(Array(text.utf8), to: "\(folder)/\(name)/\(exercise.file)")
  }

  private func cohort(_ place: String, _ more: String...) -> GraderRun {
    GraderRun(
      ["cohort", folder, "--out", "\(results)/\(place)", "--isolation", "none"] + more, in: book.root)
  }

  private func merge(_ places: String..., into target: String) -> GraderRun {
    GraderRun(
      ["cohort", "merge"] + places.map { "\(results)/\($0)" } + ["--out", "\(results)/\(target)"],
      in: book.root)
  }

  private func read(_ path: String) throws -> [UInt8] { try Files.read("\(results)/\(path)") }

  private static let written = ["results.csv", "results.json", "cohort.json"]

  @Test func `shards that were ended anywhere and begun again merge to what one run writes`() throws {
    #expect(cohort("whole").status == 0)
    for index in 0..<2 { #expect(cohort("shard-\(index)", "--shard", "\(index)/2").status == 0) }
    #expect(try !Files.exists("\(results)/shard-0/results.csv"), "a share's marks are not the class's")
    let journal = "shard-0/journal-0-of-2.jsonl"
    let bytes = try read(journal)
    for length in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 4)) {
      try Files.write(Array(bytes[..<length]), to: "\(results)/\(journal)")
      #expect(cohort("shard-0", "--shard", "0/2").status == 0)
      let merged = merge("shard-1", "shard-0", into: "merged")
      #expect(merged.status == 0, "\(merged.errors)")
      for name in Self.written {
        #expect(try read("merged/\(name)") == read("whole/\(name)"), "\(length): \(name)")
      }
    }
  }

  @Test func `shards may share a folder, and what one knows no other judges`() throws {
    for index in 0..<3 { #expect(cohort("all", "--shard", "\(index)/3").status == 0) }
    #expect(cohort("all").output.contains("0 submissions judged, 5 known already."))
    #expect(merge("all", into: "all").status == 0)
  }

  @Test func `what is missing is named, with the command that judges it`() throws {
    #expect(cohort("shard-1", "--shard", "1/2").status == 0)
    let merged = merge("shard-1", into: "merged")
    #expect(merged.status == 1)
    for name in ["ada", "cyd", "eve"] { #expect(merged.errors.contains("\(name) has no verdict yet.")) }
    #expect(merged.errors.replacing(/\s+/, with: " ").contains("--shard 0/2"))
    #expect(String(decoding: try read("merged/results.csv"), as: UTF8.self).contains("bob"))
  }

  @Test func `two runs that disagree are said, and neither is chosen`() throws {
    #expect(cohort("one").status == 0)
    let line = try #require(
      String(decoding: try read("one/journal.jsonl"), as: UTF8.self).split(separator: "\n").first {
        $0.contains("\"submission\":\"bob\"")
      })
    let other = line.replacing(
      "\"verdict\":\"notStarted\"", with: "\"verdict\":\"solved\"", maxReplacements: 1)
    try #require(other != line)
    try Files.write(Array((other + "\n").utf8), to: "\(results)/one/journal-other.jsonl")
    for run in [merge("one", into: "merged"), cohort("one")] {
      #expect(run.status == 1)
      #expect(run.errors.contains("bob is unstable"))
      #expect(run.output.contains("ada:") && !run.output.contains("bob:"))
    }
    #expect(try !String(decoding: read("merged/results.csv"), as: UTF8.self).contains("bob"))
    // The same verdicts in other words are no disagreement, whoever is read first.
    let words = line.replacing("\"title\":\"Parse the header\"", with: "\"title\":\"Parse a header\"")
    try #require(words != line)
    try Files.write(Array((words + "\n").utf8), to: "\(results)/one/journal-other.jsonl")
    #expect(merge("one", into: "merged").status == 0)
    let first = try read("merged/results.json")
    try Files.write(Array((words + "\n").utf8), to: "\(results)/one/journal-0.jsonl")
    #expect(merge("one", into: "merged").status == 0)
    #expect(try read("merged/results.json") == first)
  }

  @Test func `shards of different cohorts are not merged`() throws {
    #expect(cohort("one", "--shard", "0/2").status == 0)
    try write("import Foundation\n", "bob")
    #expect(cohort("two", "--shard", "1/2").status == 0)
    let merged = merge("one", "two", into: "merged")
    #expect(merged.status == 2)
    #expect(merged.errors.contains("bob is not the same in both"))
    #expect(cohort("three", "--only", "1.1", "--shard", "1/2").status == 0)
    #expect(
      merge("two", "three", into: "merged").errors.replacing(/\s+/, with: " ").contains("different exercises")
    )
    #expect(merge("none", into: "merged").status == 2)
    #expect(GraderRun(["cohort", "merge", "--out", results], in: book.root).status == 2)
  }

  @Test func `another clone of the course has the same keys`() throws {
    #expect(cohort("one", "--shard", "0/2").status == 0)
    let copy = book.root + " copy"
    leftovers.withLock { $0.append(copy) }
    try FileManager.default.copyItem(atPath: book.root, toPath: copy)
    // A clone's files are of another time.
    try Files.setModified(copy + "/Tests/01-DNSMessages/01-HeaderTests.swift", second: 1_000_000_000)
    let run = GraderRun(
      ["cohort", folder, "--out", "\(results)/two", "--isolation", "none", "--shard", "1/2"], in: copy)
    #expect(run.status == 0)
    #expect(merge("one", "two", into: "merged").status == 0)
  }

  @Test func `a shard that cannot be is refused`() {
    #expect(cohort("one", "--shard", "2/2").status == 2)
    #expect(cohort("one", "--shard", "auto").status == 2)
    #expect(cohort("one", "extra").status == 2)
  }
}
