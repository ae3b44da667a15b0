import Testing

@testable import GraderKit

extension RealBuilds {
  /// The rules that try things out, on a small exercise.
  @Suite(.serialized) final class BenchRulesTests {
    private let book = TestWorkbook.shared
    private let doctored: Doctored
    private let originals: [String: String]

    init() throws {
      doctored = try Doctored(book)
      try book.resetExercises()
      let files = [Part.solution, Part.suite, Part.mistakes]
      originals = Dictionary(
        uniqueKeysWithValues: try files.map { [book] in ($0, try book.workbook.text($0)) })
      try book.write(SmallExercise.suite, to: Part.suite)
      try book.write(JSON.text(Mistakes(mistakes: SmallExercise.mistakes)), to: Part.mistakes)
    }

    deinit { for (path, text) in originals { try? book.write(text, to: path) } }

    private func finding(_ rule: Rule, _ place: String = "1.2") throws -> String {
      let findings = try doctored.findings(rule, place)
      return try #require(findings.count == 1 ? findings[0] : nil, "\(findings)")
    }

    /// What is said to one mistake, made of the first.
    private func finding(_ change: (inout Mistakes.Mistake) -> Void) throws -> String {
      var mistake = SmallExercise.mistakes[0]
      change(&mistake)
      try book.write(JSON.text(Mistakes(mistakes: [mistake])), to: Part.mistakes)
      return try finding(.mistakeCaught)
    }

    @Test func `solutionPasses tells a solution that is wrong, with the test`() throws {
      #expect(try doctored.findings(.solutionPasses, "1.2") == [])
      let mistake = SmallExercise.mistakes[1]
      try book.edit(Part.solution, replacing: mistake.find[0], with: mistake.replace[0])
      #expect(
        try finding(.solutionPasses).hasPrefix(
          "\(Part.solution) is failing: `the opcode stands below QR` failed"))
    }

    @Test func `solutionPasses tells a solution that does not compile, with the line`() throws {
      let text = try book.workbook.text(Part.solution)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      try book.write(text + "let twelve: Int = \"12\"\n", to: Part.solution)
      let finding = try finding(.solutionPasses)
      #expect(finding.contains("line \(lines): cannot convert value"))
      #expect(finding.hasPrefix("\(Part.solution) does not compile: "), "a sentence that can be read")
    }

    @Test func `compilesStrictly tells a warning, in the solution and in the stub`() throws {
      #expect(try doctored.findings(.compilesStrictly, "1") == [])
      try book.edit(
        Part.solution, replacing: "  // 2. Byte 2", with: "  var unused = 1\n  // 2. Byte 2")
      let inSolution = try doctored.findings(.compilesStrictly, "1")
      #expect(inSolution.count == 1)
      #expect(inSolution.first?.hasPrefix("\(Part.solution):") == true)
      #expect(inSolution.first?.contains("'unused' was never used") == true)
      try book.write(originals[Part.solution] ?? "", to: Part.solution)

      try book.edit(
        Part.solution, replacing: "  // <write>", with: "  let ready = 1\n  // <write>\n  _ = ready")
      let inStub = try doctored.findings(.compilesStrictly, "1")
      #expect(inStub.count == 1)
      #expect(inStub.first?.hasPrefix("\(Part.stub):") == true)
    }

    @Test func `stubFails tells a test that passes on the stub, and one that fails for another reason`()
      throws
    {
      #expect(try doctored.findings(.stubFails, "1.2") == [])
      try book.edit(
        Part.suite, replacing: "let bytes = hex(try encodeHeader(DNS.Header(questionCount: 0x0102)))",
        with: "guard let message = try? encodeHeader(DNS.Header(questionCount: 0x0102)) else { return }\n"
          + "    let bytes = hex(message)")
      try book.edit(
        Part.suite,
        replacing: "let bytes = hex(try encodeHeader(DNS.Header(opcode: DNS.Opcode(rawValue: 1))))",
        with: "let message = try #require(try? encodeHeader(DNS.Header(opcode: DNS.Opcode(rawValue: 1))))\n"
          + "    let bytes = hex(message)")
      let findings = try doctored.findings(.stubFails, "1.2")
      try #require(findings.count == 2)
      #expect(findings[0].hasPrefix("\(Part.suite):16: `the counts follow` passes on the stub"))
      #expect(
        findings[1].contains("`the opcode stands below QR` fails on the stub, but not as \"not started\""))
    }

    @Test func `mistakeCaught tells a witness that passes`() throws {
      #expect(
        try finding { $0.caughtBy = ["an opcode over 15 is refused"] }
          == "\(Part.mistakes): \"writes words little-endian\" is not caught by `an opcode over 15 is refused` "
          + "(passed): sharpen the test, or name another.")
    }

    @Test func `mistakeCaught tells a mistake that does not compile`() throws {
      #expect(
        try finding { $0.replace = ["[word]"] }.contains("\"writes words little-endian\" does not compile: "))
    }

    @Test func `mistakeCaught tells an end that is not what ends says`() throws {
      #expect(
        try finding { $0.ends = .crashed }.hasSuffix(
          "ends without a crash or a hang, but `ends` says crashed."))
      #expect(
        try finding {
          $0.replace = ["[UInt8(word >> 8), UInt8(word)]"]
          $0.caughtBy = ["the id goes first"]
        }
        .hasSuffix("ends crashed, but `ends` says nothing."))
    }
  }
}
