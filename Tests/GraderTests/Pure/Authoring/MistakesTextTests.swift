import Testing

@testable import AuthoringKit
@testable import JudgeKit

@Suite struct MistakesTextTests {
  private let mistake = Mistakes.Mistake(
    name: "says \"no\"", find: ["  a / b"], replace: ["  a", "\t\\ b"], caughtBy: ["one", "two", "three"],
    hint: "Why?", ends: .hung)

  private let entry = """
        {
          "name": "says \\"no\\"",
          "find": ["  a / b"],
          "replace": ["  a", "\\t\\\\ b"],
          "caughtBy": [
            "one",
            "two",
            "three"
          ],
          "ends": "hung",
          "hint": "Why?"
        }
    """

  @Test func `an entry is added at the end, and the rest stays as it was written`() throws {
    let old =
      "{ \"mistakes\" : [ {\"name\":\"x\",\"find\":[\"]\"],\"replace\":[],\"caughtBy\":[],\"hint\":\"y\"}\n] }\n"
    let new = try #require(MistakesText.adding(mistake, to: old))
    #expect(new == old.replacing("\n] }", with: ",\n\(entry)\n  ] }"))
    let all = try #require(MistakesText.parse(new)?.mistakes)
    #expect(all.map(\.name) == ["x", "says \"no\""])
    #expect(all[1].replace == mistake.replace)
    #expect(all[1].ends == .hung)
  }

  @Test(arguments: ["{\"mistakes\": []}", ExerciseTemplate(exercise: SampleExercise.exercise).mistakes])
  func `a file without a mistake, or with a placeholder's alone, gets its first`(text: String) throws {
    #expect(MistakesText.adding(mistake, to: text) == "{\n  \"mistakes\": [\n\(entry)\n  ]\n}\n")
  }

  @Test func `a damaged file gets none`() {
    for text in ["", "[]", "{\"mistakes\": ["] { #expect(MistakesText.adding(mistake, to: text) == nil) }
  }
}
