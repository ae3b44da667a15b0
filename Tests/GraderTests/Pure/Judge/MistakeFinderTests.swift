import Testing

@testable import JudgeKit

@Suite struct MistakeFinderTests {
  private func failure(_ test: String, _ actual: String = "no") -> Recorded.Failure {
    Recorded.Failure(test: test, verdict: .failed, failures: [.fixture(actual)])
  }

  /// The name of the mistake that is found; each is given with its witnesses and its recorded failures.
  private func find(
    _ failures: [Recorded.Failure], cutShort: Set<String> = [],
    among answers: [(String, [String], [Recorded.Failure])]
  ) -> String? {
    let mistakes = answers.map {
      Mistakes.Mistake(name: $0.0, find: ["a"], replace: ["b"], caughtBy: $0.1, hint: "look")
    }
    let recorded = Recorded(
      assertions: [:], answers: answers.map { Recorded.Answer(mistake: $0.0, failures: $0.2) })
    return MistakeFinder.find(failures, cutShort: cutShort, mistakes: mistakes, recorded: recorded)?.name
  }

  @Test func `a mistake fits when all its witnesses fail as they did`() {
    let answers = [("swaps", ["a", "b"], [failure("a"), failure("b")])]
    #expect(find([failure("a"), failure("b")], among: answers) == "swaps")
    #expect(find([failure("a"), failure("b"), failure("c")], among: answers) == "swaps")
    #expect(find([failure("a")], among: answers) == nil, "a witness does not speak")
    #expect(
      find([failure("a"), failure("b", "yes")], among: answers) == nil, "a witness says something else")
    #expect(find([], among: answers) == nil)
  }

  @Test func `the one that explains most of the failures wins`() {
    let answers = [
      ("small", ["a"], [failure("a")]), ("large", ["a"], [failure("a"), failure("b")]),
    ]
    #expect(find([failure("a"), failure("b")], among: answers) == "large")
  }

  @Test func `of two that explain as much, the one that would have failed less elsewhere wins`() {
    let answers = [
      ("wide", ["a"], [failure("a"), failure("b"), failure("c")]), ("narrow", ["a"], [failure("a")]),
    ]
    #expect(find([failure("a")], among: answers) == "narrow")
  }

  @Test func `a mistake that explains less than a third of the failures is not named`() {
    let answers = [("small", ["a"], [failure("a")])]
    #expect(find(["a", "b", "c"].map { failure($0) }, among: answers) == "small")
    #expect(find(["a", "b", "c", "d"].map { failure($0) }, among: answers) == nil)
  }

  @Test func `tests that met an unwritten function count neither for a mistake nor against it`() {
    let answers = [("swaps", ["a", "b"], [failure("a"), failure("b"), failure("c")])]
    #expect(find([failure("a")], cutShort: ["b", "c"], among: answers) == "swaps")
    #expect(find([failure("a")], cutShort: ["c"], among: answers) == nil, "b passes, and is a witness")
    #expect(find([failure("c")], cutShort: ["a", "b"], among: answers) == nil, "no witness speaks")
    let both = answers + [("swaps twice", ["a"], [failure("a"), failure("d")])]
    #expect(find([failure("a")], cutShort: ["b", "c"], among: both) == "swaps", "d passes")
  }

  @Test func `on a tie none is named`() {
    let answers = [("one", ["a"], [failure("a")]), ("other", ["a"], [failure("a")])]
    #expect(find([failure("a")], among: answers) == nil)
  }

  @Test func `a mistake without a recorded witness is never named`() {
    #expect(find([failure("a")], among: [("odd", ["z"], [failure("a")])]) == nil)
    let mistake = Mistakes.Mistake(name: "new", find: ["a"], replace: ["b"], caughtBy: ["a"], hint: "")
    let none = Recorded(assertions: [:], answers: [])
    #expect(MistakeFinder.find([failure("a")], mistakes: [mistake], recorded: none) == nil)
  }
}
