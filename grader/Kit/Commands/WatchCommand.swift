import CurriculumKit
import Foundation
import SystemKit

/// `grader watch`: judges the exercise again on each save.
enum WatchCommand {
  static let command = Command(
    name: "watch", summary: "judge again on each save, with hints and pages a key away",
    arguments: .exercise, options: [Session.timeout.option],
    examples: ["swift run grader watch", "swift run grader watch 5.3"], action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let start = try session.one(options.words, command: command.name)
    // The screen has no line for what is wrong with the state, so it is reported before and read after.
    if let warning = try session.memory.read().warning { session.console.errorLine("grader: \(warning)") }
    session.memory.change(reportingTo: session.console) { _ in }
    let watch = try Watch(session, at: start)
    guard TerminalMode.take() else {
      session.console.errorLine(
        "grader: `watch` needs a terminal. Without one: swift run grader run \(start.id)")
      return ExitStatus.usage
    }
    defer { TerminalMode.giveBack() }
    watch.run()
    return ExitStatus.success
  }
}

/// The loop behind `watch`: keys, saves and answers change the model, and the screen is drawn from it.
private final class Watch {
  /// Milliseconds between two looks at the files: ten a second.
  private static let interval: Int32 = 100

  private let session: Session
  private let worker: JudgeWorker
  private var model: WatchModel
  private var saves: SaveWatch
  private var list: (report: Report, stale: Set<String>)
  /// Whether a verdict came in that the others in the list have yet to be looked at after.
  private var isListOld = false
  private var frame = 0
  private var drawn: [String] = []
  private var size = (width: 0, height: 0)

  init(_ session: Session, at start: Exercise) throws {
    var quiet = session
    // The screen is the only thing that writes.
    quiet.console = .silent()
    quiet.console.isColored = session.console.isColored
    self.session = quiet
    worker = try JudgeWorker(quiet)
    let exercises = session.curriculum.exercises
    model = WatchModel(exercises: exercises, index: exercises.firstIndex(of: start) ?? 0)
    saves = SaveWatch(start, in: session.workbook)
    list = Self.remembered(quiet)
  }

  func run() {
    judge()
    while true {
      draw()
      // A learner waits for the verdict, and not for what it means to the others.
      if isListOld {
        remember()
        draw()
      }
      // A terminal that went away has nobody before it.
      guard TerminalMode.wait(or: worker.bell, milliseconds: Self.interval) else { break }
      if let answer = worker.take() { tell(answer) }
      var isOver = false
      for key in Key.decode(TerminalMode.keys()) where !isOver { isOver = act(model.press(key)) }
      if isOver { break }
      if saves.hasChanged() { judge() }
      frame += 1
    }
    worker.cancel()
  }

  private func judge() {
    model.isJudging = true
    worker.judge(model.exercise)
  }

  private func tell(_ answer: JudgeWorker.Answer) {
    model.isJudging = false
    isListOld = true
    switch answer {
    case .report(let report):
      guard let part = report.exercises.first, part.id == model.exercise.id else { break }
      model.verdict = .judged(part)
      list.report.replace(part)
      list.stale.remove(part.id)
    case .trouble(let text): model.verdict = .trouble(text)
    }
  }

  /// Does what a key asks for; true at the end.
  private func act(_ effect: WatchModel.Effect?) -> Bool {
    let exercise = model.exercise
    do {
      switch effect {
      case nil: break
      case .quit: return true
      case .judge:
        saves = SaveWatch(exercise, in: session.workbook)
        judge()
      case .hint:
        let ladder = try HintProgress(exercise, sized)
        model.show(.text(title: "", body: ladder.text(ladder.revealNext())))
      case .read:
        let page = PageView(style: session.style, width: size.width)
          .render(try session.workbook.text(exercise.page), without: ["Hints"])
        model.show(.text(title: "", body: page))
      case .solution:
        model.show(
          .text(title: "\(exercise.id) \(exercise.name)", body: try SolutionCommand.text(exercise, session)))
      case .list:
        remember()
        model.show(.list(model.index))
      case .reset:
        let isKept = try ResetCommand.putStubBack(exercise, session)
        model.show(.exercise)
        model.notice =
          isKept ? "The stub is back; your text is kept: u brings it back." : "It is the stub already."
      case .undo:
        let isBack = try ResetCommand.restoreLatest(exercise, session)
        model.show(.exercise)
        model.notice = isBack ? "Your own text is back." : "Nothing of this exercise is kept."
      }
    } catch {
      model.show(.exercise)
      model.notice = "\(error)".lines.first.map(String.init)
    }
    return false
  }

  private var sized: Session {
    var session = session
    session.console.width = size.width
    return session
  }

  private func draw() {
    let now = TerminalMode.size()
    let isResized = now != size
    size = now
    let screen = WatchScreen(
      model: model, curriculum: session.curriculum, solved: list.report.solved, list: list,
      style: session.style,
      width: now.width, height: now.height, frame: frame)
    // Keys beyond the end are not counted: the first one back is to be seen.
    if model.scroll > 0 { model.scroll = min(model.scroll, screen.greatestScroll) }
    let lines = screen.lines
    guard lines != drawn || isResized else { return }
    drawn = lines
    // In one write, so that nothing flickers.
    TerminalMode.put(
      (isResized ? "\u{1B}[2J" : "") + "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        + "\u{1B}[J")
  }

  private func remember() {
    list = Self.remembered(session)
    isListOld = false
  }

  private static func remembered(_ session: Session) -> (report: Report, stale: Set<String>) {
    (try? ListCommand.lastReport(session))
      ?? (Report([:], curriculum: session.curriculum, subject: .exercises), [])
  }
}
