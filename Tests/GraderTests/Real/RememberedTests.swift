import Foundation
import Testing

@testable import CurriculumKit
@testable import SystemKit

extension RealBuilds {
  /// What a grader kept of an earlier run is used only for what it was made from.
  @Suite(.serialized) struct RememberedTests {
    let book = TestWorkbook.shared
    private let header = "Exercises/01-DNSMessages/01-Header.swift"

    init() throws { try book.resetExercises() }

    private func breakHeader(in other: Workbook? = nil, _ wrong: String = "word(at: 8)") throws {
      let workbook = other ?? book.workbook
      let text = try workbook.text(header).replacing("word(at: 10)", with: wrong)
      try Files.write(Array(text.utf8), to: workbook.absolute(header))
    }

    @Test func `a copied folder is judged by what is in it, and so is one that was moved`() throws {
      try book.solve("1.1")
      #expect(try book.grader("run", "1.1", "--json").verdicts == ["1.1": .solved])
      let (copy, moved) = (book.root + " copy", book.root + " moved")
      leftovers.withLock { $0 += [copy, moved] }
      let status = try ChildProcess(["/bin/cp", "-a", book.root, copy], with: Toolchain()).run().ending
      #expect(status == .exited(0))
      try breakHeader(in: Workbook(root: copy))
      #expect(try GraderRun(["run", "1.1", "--json"], in: copy).verdicts == ["1.1": .failing])
      #expect(try GraderRun(["--json"], in: copy).verdicts["1.1"] == .failing)
      try FileManager.default.moveItem(atPath: copy, toPath: moved)
      #expect(try GraderRun(["run", "1.1", "--json"], in: moved).verdicts == ["1.1": .failing])
    }

    @Test func `a grader killed between two states leaves nothing that is believed`() throws {
      try book.solve("1.1")
      #expect(try book.grader("run", "1.1", "--json").verdicts == ["1.1": .solved])
      // The new text is there, with the time of the old one, and no build has seen it.
      let bench = book.root + "/.build/grader/bench"
      let laid = bench + "/Subjects/01-DNSMessages/01-Header.swift"
      let second = FileStatus.modified(laid)
      // An answer that no other test gives: its program is in no store.
      try breakHeader(in: nil, "word(at: 4 + 2)")
      try Files.write(try book.workbook.read(header), to: laid, second: second)
      try Files.write([], to: bench + "/open/01-DNSMessages")
      #expect(try book.grader("run", "1.1", "--json").verdicts == ["1.1": .failing])
    }

    @Test func `a suite that is damaged is nobody's failure, and is named`() throws {
      try book.solve("1.1", "1.2")
      let suite = "Tests/01-DNSMessages/02-HeaderEncodingTests.swift"
      let old = try book.workbook.text(suite)
      defer { try? book.write(old, to: suite) }
      try book.write(old.replacing("@Suite", with: "<<<<<<< HEAD\n@Suite"), to: suite)
      let run = book.grader("run", "1.2")
      #expect(run.status == 3)
      #expect(run.errors.contains(suite))
      #expect(run.output.isEmpty)
      #expect(try book.grader("run", "1.1", "--json").verdicts == ["1.1": .solved], "the others are judged")
    }

    @Test func `helpers farther down are laid, and what cannot be is named with what to do`() throws {
      try book.solve("1.1")
      try book.edit(
        header, replacing: "message.count >= DNS.Header.length", with: "message.count >= headerLength")
      try book.write("let headerLength = 12\n", to: "Exercises/01-DNSMessages/mine/deeper/Length.swift")
      try book.write("print(1)\n", to: "Exercises/01-DNSMessages/main.swift")
      let part = try #require(try book.grader("run", "1.1", "--json").report.exercises.first)
      #expect(part.verdict == .solved)
      #expect(part.diagnostics.map(\.file) == ["Exercises/01-DNSMessages/main.swift"])
      #expect(part.diagnostics.allSatisfy { $0.message.contains("another name") })
    }
  }
}
