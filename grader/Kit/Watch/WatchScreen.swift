import CurriculumKit
import SystemKit

/// Draws `watch`: as many lines as the terminal has rows, none wider than its columns.
struct WatchScreen {
  let model: WatchModel
  let curriculum: Curriculum
  /// Solved and all, by the last verdicts.
  let solved: Int
  let list: (report: Report, stale: Set<String>)
  let style: Style
  let width: Int
  let height: Int
  /// Counts while something is being judged.
  var frame = 0

  /// A terminal's own tabs are wider than they count.
  private static let tab = "    "
  private static let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

  /// The lines that are left for what stands between head and foot.
  private var room: Int { max(0, height - head.count - foot.count) }

  /// How far the body can be scrolled until its last line is seen.
  var greatestScroll: Int { max(0, body(room).count - room) }
  /// How far a page goes: what was last comes first, in place of the line that counts what is below.
  var page: Int { max(1, room - 2) }

  var lines: [String] {
    let room = room
    var body = body(room)
    let scroll = min(model.scroll, max(0, body.count - room))
    let below = body.count - scroll - room
    body = Array(body.dropFirst(scroll).prefix(room))
    if below > 0, room > 1 {
      body[room - 1] = style.dim("↓ \((below + 1).pluralized("more line")): Space or PageDown")
    }
    let filler = Array(repeating: "", count: room - body.count)
    return (head + body + filler + foot).prefix(height).map {
      $0.replacing("\t", with: Self.tab).cutStyled(to: width)
    }
  }

  private var rule: String { style.dim(String(repeating: "─", count: width)) }

  private var head: [String] {
    let title = "\(model.exercise.id) \(curriculum.title(of: model.exercise))"
    let count = "\(solved) of \(model.exercises.count) solved"
    let gap = width - title.columns - count.columns
    return [
      gap > 0 ? style.bold(title) + String(repeating: " ", count: gap) + style.dim(count) : style.bold(title),
      rule,
    ]
  }

  private var foot: [String] {
    let hasSolutions = curriculum.hasSolutions
    let keys =
      "n next  p previous  h hint  r read\(hasSolutions ? "  s solution" : "")  l list  x reset  q quit  ? keys"
    let short = "n p h r\(hasSolutions ? " s" : "") l x q · ? shows the keys"
    return [rule, step.cutStyled(to: width), style.dim(keys.count <= width ? keys : short)]
  }

  /// The next step, always.
  private var step: String {
    if let notice = model.notice { return notice }
    let judging = "\(Self.frames[frame % Self.frames.count]) \(model.doing ?? "judging") …"
    switch model.mode {
    case .confirmSolution: return "Show the solution? y yes, other keys no. It is not solved yet."
    case .confirmReset: return "Put the stub back? y yes, other keys no. Your text is kept."
    case .text where model.isJudging, .keys where model.isJudging, .list where model.isJudging:
      return judging + " Esc goes back."
    case .text, .keys: return "Enter goes back; Space, PageDown and arrows scroll."
    case .list: return "Up and down, Enter goes there, Esc back."
    case .exercise: break
    }
    if model.isJudging { return judging }
    switch model.verdict {
    case .none, .trouble: return fitting { "Save \($0) and it is judged." }
    case .judged(let part) where part.verdict == .solved:
      return model.next.map { "Solved. n goes on to \(model.exercises[$0].id)." }
        ?? "Solved, and so is every other exercise."
    case .judged: return fitting { "Edit \($0); each save is judged." }
    }
  }

  /// A sentence with the exercise's file: its name alone where there is no room for the path.
  private func fitting(_ sentence: (String) -> String) -> String {
    let whole = sentence(model.exercise.file)
    return whole.columns <= width ? whole : sentence(model.exercise.fileName)
  }

  private func body(_ room: Int) -> [String] {
    switch model.mode {
    case .exercise, .confirmSolution, .confirmReset:
      let task = task(room) + [""]
      return task + verdict(room - task.count)
    case .text(_, let title, let body): return (title.isEmpty ? [] : [style.bold(title), ""]) + split(body)
    case .keys: return keys
    case .list(let row):
      var view = ListView(report: list.report, stale: list.stale, style: style, width: width)
      view.current = model.exercises[row].id
      // The row that is pointed at stays in view, and above the line that counts what is below.
      let lines = view.lines
      let place = lines.firstIndex { $0.hasPrefix(">") } ?? 0
      return Array(lines.dropFirst(max(0, min(place - (room - 1) / 2, lines.count - room))))
    }
  }

  private var keys: [String] {
    [
      "n  the next exercise; once this one is solved, the next unsolved", "p  the one before",
      "h  the next hint", "r  read the page",
    ] + (curriculum.hasSolutions ? ["s  the solution beside your version"] : []) + [
      "l  list all exercises", "x  put the stub back (asks first; your text is kept)",
      "u  bring the kept text back", "q  quit", "?  these keys", "",
      "Space, PageDown, b, PageUp and arrows scroll wherever there is more.",
    ]
  }

  func split(_ text: String) -> [String] {
    text.lines.map(String.init)
  }
}
