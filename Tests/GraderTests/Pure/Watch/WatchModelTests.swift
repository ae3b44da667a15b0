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
    .judged(part(verdict))
  }

  private func part(_ verdict: ExerciseVerdict) -> Report.ExercisePart {
    Report.ExercisePart(
      id: "1.1", name: "Header", title: "", file: "", verdict: .judged(verdict), tests: [], diagnostics: [])
  }

  @Test mutating func `letters ask for what they stand for`() {
    let effects: [(Character, WatchModel.Effect)] = [
      ("q", .quit), ("h", .hint), ("r", .show(.page)), ("l", .list), ("u", .undo), ("n", .judge),
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
    #expect(press(.letter("s")) == .show(.solution))
    model.isJudging = true
    #expect(press(.letter("s")) == nil, "what is judged again is not known to be solved")
    #expect(model.mode == .confirmSolution)
    #expect(press(.letter("y")) == .show(.solution))
    model.isJudging = false
    model.verdict = judged(.failing)
    #expect(press(.letter("s"), .letter("n")) == nil, "any other key says no, and does nothing else")
    #expect(model.mode == .exercise)
    #expect(model.index == 0)
  }

  @Test mutating func `the stub is put back only after a yes`() {
    #expect(press(.letter("x")) == nil)
    #expect(model.mode == .confirmReset)
    #expect(press(.letter("x")) == nil, "any other key says no, and does nothing else")
    #expect(model.mode == .exercise)
    #expect(press(.letter("x"), .letter("y")) == .reset)
    #expect(model.mode == .exercise)
  }

  @Test mutating func `once solved, n goes to the next that is not`() {
    model.verdict = judged(.solved)
    model.next = 2
    #expect(press(.letter("n")) == .judge)
    #expect(model.index == 2)
    model.verdict = judged(.failing)
    model.next = 2
    press(.letter("p"))
    model.verdict = judged(.failing)
    model.next = 0
    press(.letter("n"))
    #expect(model.index == 2, "what is not solved has a neighbour")
  }

  @Test mutating func `PageDown and Space scroll everywhere, by the page that the screen has`() {
    model.page = 17
    for mode in [.exercise, .keys, .text(.page, title: "", body: "")] as [WatchModel.Mode] {
      model.show(mode)
      press(.pageDown, .letter(" "))
      #expect(model.scroll == 34)
      press(.pageUp, .letter("b"), .letter("b"))
      #expect(model.scroll == 0)
      #expect(model.mode == mode)
    }
    model.page = 2
    model.show(.list(0))
    press(.pageDown)
    #expect(model.mode == .list(2))
    press(.letter("b"))
    #expect(model.mode == .list(0))
  }

  @Test mutating func `a verdict, trouble, a save and a new size are events as keys are`() {
    var answer = Report(only: part(.failing))
    #expect(model.take(.saved) == .judge)
    model.isJudging = true
    model.scroll = 7
    #expect(model.take(.answered(.report(answer))) == nil)
    #expect(!model.isJudging)
    #expect(model.scroll == 0, "a new verdict is read from its start")
    guard case .judged(let shown) = model.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(shown.verdict == .failing)
    answer.chapters[0].exercises[0].id = "9.9"
    answer.chapters[0].exercises[0].verdict = .solved
    _ = model.take(.answered(.report(answer)))
    #expect(!model.isSolved, "it is another exercise's")
    _ = model.take(.answered(.trouble("no disk")))
    guard case .trouble("no disk") = model.verdict else {
      Issue.record("no trouble")
      return
    }
    _ = model.take(.resized(width: 60, height: 20))
    #expect(model.size == (60, 20))
    #expect(model.take(.key(.letter("q"))) == .quit)
  }

  @Test mutating func `a save is judged, and its verdict is told, while something else is read`() {
    for mode in [.keys, .list(0), .text(.hint(0), title: "", body: "")] as [WatchModel.Mode] {
      model.show(mode)
      #expect(model.take(.saved) == .judge)
      _ = model.take(.answered(.report(Report(only: part(.failing)))))
      #expect(model.notice == "Judged: failing. Esc shows it.")
      _ = model.take(.answered(.trouble("no disk")))
      #expect(model.notice == "Could not judge. Esc shows why.")
      #expect(model.mode == mode, "what is read stays")
      press(.escape)
      #expect(model.mode == .exercise)
    }
    _ = model.take(.answered(.report(Report(only: part(.failing)))))
    #expect(model.notice == nil, "the verdict itself is there")
  }

  @Test mutating func `a text is broken anew for another width, from where it was read`() {
    for reading in [.hint(1), .page, .solution] as [WatchModel.Reading] {
      model.mode = .text(reading, title: "", body: "")
      model.scroll = 3
      #expect(model.take(.resized(width: 60, height: 20)) == .breakAnew(reading))
      #expect(model.scroll == 3)
    }
    model.show(.list(0))
    #expect(model.take(.resized(width: 60, height: 20)) == nil)
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
    model.show(.text(.page, title: "", body: ""))
    press(.down, .pageDown, .letter(" "))
    #expect(model.scroll == 21)
    press(.pageUp, .letter("b"), .letter("k"), .up)
    #expect(model.scroll == 0)
    press(.down, .enter)
    #expect(model.mode == .exercise)
    #expect(model.scroll == 0)
  }
}
