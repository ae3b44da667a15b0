import Testing

@testable import GraderKit
@testable import JudgeKit

@Suite struct WatchModelTests {
  private var model: WatchModel

  init() throws {
    model = WatchModel(exercises: try MiniWorkbook().curriculum.exercises, index: 0)
  }

  /// Presses keys; the last one's effect.
  @discardableResult
  private mutating func press(_ keys: Key...) -> WatchModel.Effect? {
    var effect: WatchModel.Effect?
    for key in keys { effect = model.press(key) }
    return effect
  }

  private func judged(_ verdict: ExerciseVerdict) -> WatchModel.Verdict {
    .judged(
      Report.ExercisePart(
        id: "1.1", name: "Header", title: "", file: "", verdict: .judged(verdict), tests: [], diagnostics: [])
    )
  }

  @Test mutating func `letters ask for what they stand for`() {
    let effects: [(Character, WatchModel.Effect)] = [
      ("q", .quit), ("h", .hint), ("r", .read), ("l", .list), ("x", .reset), ("u", .undo), ("n", .judge),
    ]
    for (letter, effect) in effects { #expect(press(.letter(letter)) == effect) }
    #expect(press(.letter("z")) == nil)
  }

  @Test mutating func `n and p go on and back, and stop at the ends with a word`() {
    #expect(press(.letter("p")) == nil)
    #expect(model.notice == "This is the first exercise.")
    #expect(press(.letter("n")) == .judge)
    #expect(press(.letter("n")) == .judge)
    #expect(model.index == 2)
    #expect(press(.letter("n")) == nil)
    #expect(model.notice == "This is the last exercise.")
    #expect(press(.letter("p")) == .judge)
    #expect(model.index == 1)
    #expect(model.notice == nil, "the next key wipes it")
  }

  @Test mutating func `going on forgets the verdict`() {
    model.verdict = judged(.solved)
    press(.letter("n"))
    guard case .none = model.verdict else {
      Issue.record("the verdict was the other exercise's")
      return
    }
  }

  @Test mutating func `nothing goes on by itself`() {
    model.verdict = judged(.solved)
    press(.enter, .escape, .letter("z"), .down, .up)
    #expect(model.index == 0)
    #expect(model.mode == .exercise)
  }

  @Test mutating func `the solution is shown at once when solved, and asked for before`() {
    model.verdict = judged(.solved)
    #expect(press(.letter("s")) == .solution)
    model.isJudging = true
    #expect(press(.letter("s")) == nil, "what is judged again is not known to be solved")
    #expect(model.mode == .confirmSolution)
    #expect(press(.letter("y")) == .solution)
    model.isJudging = false
    model.verdict = judged(.failing)
    #expect(press(.letter("s"), .letter("n")) == nil, "any other key says no, and does nothing else")
    #expect(model.mode == .exercise)
    #expect(model.index == 0)
  }

  @Test mutating func `in the list the row moves between the ends, and Enter goes there`() {
    model.show(.list(0))
    press(.up)
    #expect(model.mode == .list(0))
    press(.down, .letter("j"), .down)
    #expect(model.mode == .list(2))
    press(.letter("k"))
    #expect(press(.enter) == .judge)
    #expect(model.index == 1)
    #expect(model.mode == .exercise)
  }

  @Test mutating func `Enter on the same row only closes the list`() {
    model.show(.list(0))
    #expect(press(.enter) == nil)
    #expect(model.mode == .exercise)
  }

  @Test mutating func `a text scrolls, never above its start, and Enter closes it`() {
    model.show(.text(title: "", body: ""))
    press(.down, .pageDown, .letter(" "))
    #expect(model.scroll == 21)
    press(.pageUp, .letter("b"), .letter("k"), .up)
    #expect(model.scroll == 0)
    press(.down, .enter)
    #expect(model.mode == .exercise)
    #expect(model.scroll == 0)
  }
}
