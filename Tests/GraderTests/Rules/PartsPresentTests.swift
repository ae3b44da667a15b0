import Testing

@testable import GraderKit

@Suite struct PartsPresentTests {
  @Test(
    arguments: [
      (Part.stub, "swift run grader stubs 1.2"), (Part.suite, "write the suite"),
      (Part.mistakes, "three mistakes or more"), (Part.page, "write the page"),
      (Part.recorded, "swift run grader check --record 1.2"),
    ]) func `a part that is missing is named, with what to do`(part: String, remedy: String) throws
  {
    let doctored = try Doctored()
    try doctored.remove(part)
    let findings = try doctored.findings(.partsPresent, "1.2")
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix("\(part) is missing: "))
    #expect(findings[0].contains(remedy))
    #expect(try doctored.findings(.partsPresent, "1.1") == [], "its neighbour has all its parts")
  }

  @Test func `what is to be recorded need not be there yet`() throws {
    let doctored = try Doctored()
    try doctored.remove(Part.recorded)
    let said = Recorded(assertions: [:], answers: [])
    #expect(try doctored.findings(.partsPresent, "1.2", said: said, isRecording: true) == [])
  }
}
