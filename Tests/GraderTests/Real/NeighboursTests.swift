import Foundation
import Testing

extension RealBuilds {
  /// Exercises of one module are judged each as if it stood alone.
  @Suite(.serialized) struct NeighboursTests {
    let book = TestWorkbook.shared

    init() throws { try book.resetExercises() }

    private func append(_ code: String, to id: String) throws {
      let file = try book.exercise(id).file
      try book.write(try book.workbook.text(file) + code, to: file)
    }

    @Test func `the same helper's name in two files hurts neither`() throws {
      try book.solve("1.1", "1.2")
      try append("\nfunc helper() -> Int { 1 }\n", to: "1.1")
      try append("\nfunc helper() -> Int { 2 }\n", to: "1.2")
      let run = book.grader("run", "1.1", "1.2", "--json")
      #expect(try run.verdicts == ["1.1": .solved, "1.2": .solved])
    }

    @Test func `a helper may be shared, and is looked for in its own file first`() throws {
      try book.solve("1.1", "1.2")
      try append("\nfunc sharedHelper() -> Int { 1 }\n", to: "1.1")
      try append("\nprivate let used = sharedHelper()\n", to: "1.2")
      let run = book.grader("run", "1.1", "1.2", "--json")
      #expect(try run.verdicts == ["1.1": .solved, "1.2": .solved])
    }

    @Test func `two broken files are told apart`() throws {
      try book.solve("1.1", "1.2", "5.1", "5.2", "5.3")
      try append("\nlet broken: Int = \"one\"\n", to: "1.1")
      try append("\nlet alsoBroken: Int = \"two\"\n", to: "1.2")
      try append("\nlet broken: Int = \"three\"\n", to: "5.2")
      let report = try book.grader("run", "1", "5", "--json").report
      let verdicts = Dictionary(uniqueKeysWithValues: report.exercises.map { ($0.id, $0.verdict) })
      #expect(
        verdicts == [
          "1.1": .doesNotCompile, "1.2": .doesNotCompile, "5.1": .solved, "5.2": .doesNotCompile,
          "5.3": .solved,
        ])
      let foreign = report.exercises.flatMap { part in part.diagnostics.filter { $0.file != part.file } }
      #expect(foreign.isEmpty, "each is told of its own errors alone")
    }

    @Test func `an earlier exercise that is unsolved has no effect`() throws {
      try book.solve("1.2")
      #expect(try book.grader("run", "1", "--json").verdicts == ["1.1": .notStarted, "1.2": .solved])
      try book.solve("1.1")
      try book.edit("Exercises/01-DNSMessages/01-Header.swift", replacing: "0b1000_0000", with: "0b0000_0001")
      #expect(try book.grader("run", "1", "--json").verdicts == ["1.1": .failing, "1.2": .solved])
    }

    @Test func `a half-done exercise is failing, and what passes is counted`() throws {
      try book.solve("1.1")
      try book.edit(
        "Exercises/01-DNSMessages/01-Header.swift", replacing: "word(at: 10)", with: "word(at: 8)")
      let part = try #require(try book.grader("run", "1.1", "--json").report.exercises.first)
      #expect(part.verdict == .failing)
      let passed = part.tests.count { $0.verdict == .passed }
      #expect(passed > 0)
      #expect(passed < part.tests.count)
    }

    @Test func `an editor's backup and swap files have no effect`() throws {
      try book.solve("1.1", "1.2")
      let folder = "Exercises/01-DNSMessages"
      for name in [
        "01-Header.swift~", ".01-Header.swift.swp", "#01-Header.swift#", "01-Header.swift.orig",
        ".hidden.swift",
      ] {
        try book.write("func parseHeader(", to: "\(folder)/\(name)")
      }
      #expect(try book.grader("run", "1", "--json").verdicts == ["1.1": .solved, "1.2": .solved])
    }

    @Test func `a further file of the learner's is used, and dropped and named when it is to blame`() throws {
      try book.solve("1.1", "1.2")
      try book.edit(
        "Exercises/01-DNSMessages/01-Header.swift", replacing: "message.count >= DNS.Header.length",
        with: "message.count >= headerLength")
      try book.write("let headerLength = 12\n", to: "Exercises/01-DNSMessages/Helpers.swift")
      #expect(try book.grader("run", "1", "--json").verdicts == ["1.1": .solved, "1.2": .solved])

      try book.write(
        try book.workbook.text("Solutions/01-DNSMessages/02-HeaderEncoding.swift"),
        to: "Exercises/01-DNSMessages/Copy of 02-HeaderEncoding.swift")
      let report = try book.grader("run", "1", "--json").report
      let verdicts = report.exercises.map(\.verdict)
      #expect(verdicts == [.solved, .solved])
      let notes = report.exercises.flatMap(\.diagnostics).filter { $0.severity == .warning }.compactMap(
        \.file)
      #expect(notes.contains("Exercises/01-DNSMessages/Copy of 02-HeaderEncoding.swift"))
    }

    @Test func `the unmodified stub is not started, whatever its line endings, and nothing is built`() throws
    {
      let exercise = try book.exercise("1.1")
      let stub = try book.workbook.text(exercise.file)
      for text in [stub, stub.replacing("\n", with: "\r\n"), String(stub.dropLast()), "\u{FEFF}" + stub] {
        try book.write(text, to: exercise.file)
        let part = try #require(try book.grader("run", "1.1", "--json").report.exercises.first)
        #expect(part.verdict == .notStarted)
        #expect(part.tests.isEmpty)
      }
    }
  }
}
