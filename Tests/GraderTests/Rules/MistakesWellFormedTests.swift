import Testing

@testable import AuthoringKit
@testable import JudgeKit
@testable import SystemKit

@Suite struct MistakesWellFormedTests {
  private let file = SampleExercise.exercise.mistakes
  private let good = SampleExercise.mistakes

  private func findings(_ mistakes: [Mistakes.Mistake]) -> [String] {
    SampleExercise(mistakes: JSON.text(Mistakes(mistakes: mistakes))).findings(.mistakesWellFormed)
  }

  /// What is said when the first mistake is changed.
  private func finding(_ change: (inout Mistakes.Mistake) -> Void) throws -> String {
    var mistakes = good
    change(&mistakes[0])
    let found = findings(mistakes)
    return try #require(found.count == 1 ? found[0] : nil, "\(found)")
  }

  @Test func `three good mistakes are enough, and two are not`() {
    #expect(findings(good) == [])
    #expect(findings(Array(good.prefix(2))) == ["\(file): 2 mistakes: 3 or more are needed."])
  }

  @Test func `a target that is in the solution twice, or nowhere, is reported`() throws {
    #expect(try finding { $0.find = ["sum"] }.contains("`find` is "))
    #expect(
      try finding { $0.find = ["a bicycle"] }
        == "\(file): \"subtracts\": `find` is 0 times in \(SampleExercise.exercise.solution); it has to be there once."
    )
    #expect(try finding { $0.find = [] }.contains("it has to be there once"))
  }

  @Test func `a mistake that changes nothing is reported`() throws {
    #expect(try finding { $0.replace = $0.find }.hasSuffix("changes nothing."))
  }

  @Test func `no witness, and four of them, are reported`() throws {
    let witness = good[0].caughtBy[0]
    #expect(try finding { $0.caughtBy = [] }.hasSuffix("`caughtBy` names one to three tests."))
    #expect(
      try finding { $0.caughtBy = Array(repeating: witness, count: 4) }
        .hasSuffix("`caughtBy` names one to three tests."))
  }

  @Test func `a witness that is no test is one finding, however many mistakes name it`() throws {
    let said = "\(SampleExercise.exercise.suiteFile) has no test `a bicycle is refused`."
    #expect(try finding { $0.caughtBy = ["a bicycle is refused"] } == "\(file): \"subtracts\": \(said)")
    var mistakes = good
    for index in mistakes.indices { mistakes[index].caughtBy = ["a bicycle is refused"] }
    #expect(findings(mistakes) == ["\(file): \"subtracts\", \"forgets b\", \"is off by one\": \(said)"])
  }

  @Test(arguments: ["", " \n"]) func `a mistake without a hint is reported`(hint: String) throws {
    #expect(try finding { $0.hint = hint } == "\(file): \"subtracts\" has no hint.")
  }

  @Test func `two mistakes of one name are reported`() throws {
    #expect(try finding { $0.name = good[1].name }.hasSuffix("two mistakes are called \"forgets b\"."))
  }

  @Test(
    arguments: [
      ("{", "JSON"), ("{ \"mistakes\": [ { \"name\": \"a\" } ] }", "`find` is missing"),
      ("{ \"mistakes\": {} }", "mistakes"), ("{\n  \"mistakes\": [],\n}", "line 2 ends in a comma"),
    ]) func `a file that cannot be read is reported, with the reason`(json: String, reason: String) throws
  {
    let found = SampleExercise(mistakes: json).findings(.mistakesWellFormed)
    try #require(found.count == 1)
    #expect(found[0].hasPrefix("\(file) is damaged: "))
    #expect(found[0].contains(reason))
  }

  @Test func `without a solution or a suite only the file itself is looked at`() {
    #expect(SampleExercise(solution: nil, suite: nil).findings(.mistakesWellFormed) == [])
  }
}
