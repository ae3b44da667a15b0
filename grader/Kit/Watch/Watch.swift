import CurriculumKit
import Foundation
import SystemKit

/// The loop behind `watch`: what happens changes the model, and the screen is drawn from it.
final class Watch {
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
  /// Whether the terminal has another size than what was drawn last.
  private var isResized = true

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
    model.size = TerminalMode.size()
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
      var isOver = false
      for event in events() where !isOver { isOver = act(model.take(event)) }
      if isOver { break }
      model.doing = worker.doing
      frame += 1
    }
    worker.cancel()
  }

  /// What has happened since the last time.
  private func events() -> [WatchEvent] {
    var events: [WatchEvent] = []
    let size = TerminalMode.size()
    if size != model.size { events.append(.resized(width: size.width, height: size.height)) }
    if let answer = worker.take() {
      note(answer)
      events.append(.answered(answer))
    }
    events += Key.decode(TerminalMode.keys()).map { .key($0) }
    if saves.hasChanged() { events.append(.saved) }
    isResized = isResized || size != model.size
    return events
  }

  private func judge() {
    model.isJudging = true
    worker.judge(model.exercise)
  }

  /// Keeps the list, and what comes next, in step with a verdict.
  private func note(_ answer: JudgeWorker.Answer) {
    isListOld = true
    if case .report(let report) = answer, let part = report.exercises.first {
      list.report.replace(part)
      list.stale.remove(part.id)
    }
    noteNext()
  }

  private func noteNext() {
    let solved = Set(list.report.exercises.filter { $0.verdict == .solved }.map(\.id))
    let all = Array(model.exercises.indices)
    model.next = (all[(model.index + 1)...] + all[...model.index]).first {
      !solved.contains(model.exercises[$0].id)
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
        noteNext()
        judge()
      case .hint:
        model.show(try text(.hint(HintProgress(exercise, sized).revealNext())))
      case .show(let reading): model.show(try text(reading))
      case .breakAnew(let reading): model.mode = try text(reading)
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

  private func text(_ reading: WatchModel.Reading) throws -> WatchModel.Mode {
    let exercise = model.exercise
    let title: String
    let body: String
    switch reading {
    case .hint(let rung):
      (title, body) = ("", try HintProgress(exercise, sized).text(rung, names: .keys))
    case .page:
      let page = try session.workbook.text(exercise.page)
      let view = PageView(style: session.style, width: model.size.width)
      (title, body) = ("", view.render(page, without: ["Hints"]))
    case .solution:
      (title, body) = ("\(exercise.id) \(exercise.name)", try SolutionCommand.text(exercise, session))
    }
    return .text(reading, title: title, body: body)
  }

  private var sized: Session {
    var session = session
    session.console.width = model.size.width
    return session
  }

  private func draw() {
    let (width, height) = model.size
    let screen = WatchScreen(
      model: model, curriculum: session.curriculum, solved: list.report.solved, list: list,
      style: session.style, width: width, height: height, frame: frame)
    model.page = screen.page
    // Keys beyond the end are not counted: the first one back is to be seen.
    if model.scroll > 0 { model.scroll = min(model.scroll, screen.greatestScroll) }
    let lines = screen.lines
    guard lines != drawn || isResized else { return }
    drawn = lines
    // In one write, so that nothing flickers.
    TerminalMode.put(
      (isResized ? "\u{1B}[2J" : "") + "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        + "\u{1B}[J")
    isResized = false
  }

  private func remember() {
    list = Self.remembered(session)
    isListOld = false
    noteNext()
  }

  private static func remembered(_ session: Session) -> (report: Report, stale: Set<String>) {
    (try? ListCommand.lastReport(session))
      ?? (Report([:], curriculum: session.curriculum, subject: .exercises), [])
  }
}
