import Testing

@testable import GraderKit

@Suite struct MistakesWellFormedTests {
  private let doctored: Doctored
  /// Three mistakes of exercise 1.2, as good as any.
  private let good: [Mistakes.Mistake]

  init() throws {
    doctored = try Doctored()
    good = Array(try Mistakes.read(doctored.book.exercise("1.2"), doctored.book.workbook).mistakes.prefix(3))
  }

  private func findings(_ mistakes: [Mistakes.Mistake]) throws -> [String] {
    try doctored.book.write(JSON.text(Mistakes(mistakes: mistakes)), to: Part.mistakes)
    return try doctored.findings(.mistakesWellFormed, "1.2")
  }

  /// What is said when the first mistake is changed.
  private func finding(_ change: (inout Mistakes.Mistake) -> Void) throws -> String {
    var mistakes = good
    change(&mistakes[0])
    let found = try findings(mistakes)
    return try #require(found.count == 1 ? found[0] : nil, "\(found)")
  }

  @Test func `three good mistakes are enough, and two are not`() throws {
    #expect(try findings(good) == [])
    #expect(try findings(Array(good.prefix(2))) == ["\(Part.mistakes): 2 mistakes: 3 or more are wanted."])
  }

  @Test func `a mistake whose target is gone from the solution is told`() throws {
    for mistake in good {
      let target = mistake.find.joined(separator: "\n")
      let solution = try doctored.book.workbook.text(Part.solution)
      try doctored.edit(Part.solution, target, "")
      let said = "\(Part.mistakes): \"\(mistake.name)\": `find` stands 0 times in \(Part.solution)"
      #expect(try doctored.findings(.mistakesWellFormed, "1.2").contains { $0.hasPrefix(said) })
      try doctored.book.write(solution, to: Part.solution)
    }
  }

  @Test func `a target that stands there twice, or nowhere, is told`() throws {
    #expect(try finding { $0.find = ["header"] }.contains("`find` stands "))
    #expect(try finding { $0.find = ["a bicycle"] }.contains("`find` stands 0 times"))
    #expect(try finding { $0.find = [] }.contains("it has to stand there once"))
  }

  @Test func `a mistake that changes nothing is told`() throws {
    #expect(try finding { $0.replace = $0.find }.hasSuffix("changes nothing."))
  }

  @Test func `no witness, and four of them, are told`() throws {
    let witness = good[0].caughtBy[0]
    #expect(try finding { $0.caughtBy = [] }.hasSuffix("`caughtBy` names one to three tests."))
    #expect(
      try finding { $0.caughtBy = Array(repeating: witness, count: 4) }
        .hasSuffix("`caughtBy` names one to three tests."))
  }

  @Test func `a witness that is no test is told`() throws {
    #expect(
      try finding { $0.caughtBy = ["a bicycle is refused"] }
        == "\(Part.mistakes): \"\(good[0].name)\": \(Part.suite) has no test `a bicycle is refused`.")
  }

  @Test(arguments: ["", " \n"]) func `a mistake without a hint is told`(hint: String) throws {
    #expect(try finding { $0.hint = hint } == "\(Part.mistakes): \"\(good[0].name)\" has no hint.")
  }

  @Test func `two mistakes of one name are told`() throws {
    #expect(try finding { $0.name = good[1].name }.hasSuffix("two mistakes are called \"\(good[1].name)\"."))
  }

  @Test(
    arguments: [
      ("{", "JSON"), ("{ \"mistakes\": [ { \"name\": \"a\" } ] }", "`find` is missing"),
      ("{ \"mistakes\": {} }", "mistakes"),
    ]) func `a file that cannot be read is told, with the reason`(json: String, reason: String) throws
  {
    try doctored.book.write(json, to: Part.mistakes)
    let findings = try doctored.findings(.mistakesWellFormed, "1.2")
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix("\(Part.mistakes) is damaged: "))
    #expect(findings[0].contains(reason))
  }
}
