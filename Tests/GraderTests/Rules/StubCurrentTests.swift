import Testing

@testable import GraderKit

@Suite struct StubCurrentTests {
  private let doctored: Doctored

  init() throws { doctored = try Doctored() }

  @Test func `a stub that lost a TODO is told, with the line`() throws {
    let lines = try doctored.book.workbook.text(Part.stub).split(
      separator: "\n", omittingEmptySubsequences: false)
    let todo = try #require(lines.firstIndex { $0.contains("// TODO: 2. ") })
    try doctored.book.write(
      lines.enumerated().filter { $0.offset != todo }.map(\.element).joined(separator: "\n"), to: Part.stub)
    let findings = try doctored.findings(.stubCurrent, "1.2")
    #expect(
      findings == [
        "\(Part.stub):\(todo + 1) is not what is cut out of \(Part.solution): swift run grader stubs 1.2."
      ])
  }

  @Test func `a step that was changed in the solution alone is told`() throws {
    try doctored.edit(Part.solution, "// 1. Four bits", "// 1. Just four bits")
    #expect(try doctored.findings(.stubCurrent, "1.2").count == 1)
  }

  @Test func `a last line more or less is told`() throws {
    try doctored.book.write(try doctored.book.workbook.text(Part.stub) + "\n", to: Part.stub)
    #expect(try doctored.findings(.stubCurrent, "1.2").count == 1)
  }

  @Test func `markers that cannot be cut along are told with their line`() throws {
    try doctored.edit(Part.solution, "  // </write>\n", "")
    let findings = try doctored.findings(.stubCurrent, "1.2")
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix("\(Part.solution): the region of line "))
    #expect(findings[0].hasSuffix("is never closed."))
  }
}
