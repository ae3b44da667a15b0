import Testing

@testable import SystemKit

/// What `cohort` says of a class whose submissions come out of Canvas.
@Suite struct CohortRosterTests {
  private let book: MiniWorkbook
  private let folder: String
  private let results: String

  init() throws {
    let room = try MiniClass()
    (book, folder, results) = (room.book, room.folder, room.results)
    for name in ["doejane_1234_98765_work", "cyd_1_2_a", "cyd_1_3_b", "zoe_7_8_a"] { try write(name) }
    for name in ["liuwei_1235_98766_01-Header.swift", "dan_3_4_report.pdf", "notes.txt", "01-Header.swift"] {
      try Files.write(Array("let a = 1".utf8), to: "\(folder)/\(name)")
    }
    try book.write(
      "username,name,email\nu1,Jane Doe,j@x.example\nliuwei,Wei,\ncyd,Cyd,\ndan,Dan,\neve,Eve,\n",
      to: "class.csv")
  }

  private func write(_ name: String) throws {
    let exercise = try book.curriculum.exercises[0]
    try Files.write(
      Array(book.curriculum.stub(of: exercise).utf8), to: "\(folder)/\(name)/\(exercise.file)")
  }

  private func cohort(_ more: String..., into place: String? = nil) -> GraderRun {
    GraderRun(
      [
        "cohort", folder, "--out", place ?? results, "--isolation", "none", "--roster",
        book.root + "/class.csv",
      ] + more,
      in: book.root, width: 1000)
  }

  private func result(_ name: String) throws -> String {
    String(decoding: try Files.read(results + "/" + name), as: UTF8.self)
  }

  private static let said = [
    "handed in nothing: eve\n",
    "no line in the roster has the ID 7 or the name zoe: zoe_7_8_a\n",
    "the roster was searched in the columns `username`, `name` and `email`.\n",
    "cyd in the roster has two submissions, so none is chosen: cyd_1_2_a, cyd_1_3_b\n",
    "handed in something that cannot be judged: liuwei (liuwei_1235_98766_01-Header.swift), dan (dan_3_4_report.pdf)\n",
  ]

  @Test func `only of whom no file is it is said that nothing was handed in, and of the others why`() throws {
    let run = cohort()
    #expect(run.status == 0, "\(run.errors)")
    for text in Self.said { #expect(run.errors.contains("grader: " + text), "\(text)\(run.errors)") }
    #expect(run.errors.contains("notes.txt is no submission."))
    #expect(run.errors.contains("01-Header.swift is no submission."), "an exercise's file is nobody's")
    #expect(
      try result("roster.csv").hasPrefix(
        "username,name,email,submission,solved,total,points,max_points\r\n"
          + "u1,Jane Doe,j@x.example,doejane_1234_98765_work,0,3,0,3\r\n"))
  }

  @Test func `a Swift file alone has a line with what to do`() throws {
    #expect(cohort().status == 0)
    let line = try result("results.csv").split(separator: "\r\n").first { $0.hasPrefix("liuwei") } ?? ""
    #expect(line.contains("hand in a folder or a .zip with `Exercises/01-DNSMessages/01-Header.swift` in it"))
  }

  @Test func `shards that are merged say the same`() throws {
    #expect(cohort().status == 0)
    let names = ["results.csv", "results.json", "cohort.json", "roster.csv"]
    let before = try names.map(result)
    var places: [String] = []
    for index in 0..<2 {
      places.append("\(results)/\(index)")
      #expect(cohort("--shard", "\(index)/2", into: places[index]).status == 0)
    }
    let merged = GraderRun(
      ["cohort", "merge"] + places + ["--out", results, "--roster", book.root + "/class.csv"],
      in: book.root, width: 1000)
    #expect(merged.status == 0)
    for text in Self.said { #expect(merged.errors.contains("grader: " + text), "\(text)") }
    #expect(try names.map(result) == before)
  }

  @Test func `a good archive beside a file that cannot be judged is the submission`() throws {
    try write("liuwei_1235_98767_work")
    let run = cohort()
    #expect(try result("roster.csv").contains("liuwei,Wei,,liuwei_1235_98767_work,0,3,0,3"))
    #expect(run.errors.contains(Self.said[4]))
  }
}
