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

  var lines: [String] {
    let room = room
    var body = body(room)
    let scroll = min(model.scroll, max(0, body.count - room))
    body = Array(body.dropFirst(scroll).prefix(room))
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
    let keys = "n next  p previous  h hint  r read  s solution  l list  x reset  q quit  ? keys"
    let short = "n p h r s l x q · ? shows the keys"
    return [rule, step.cutStyled(to: width), style.dim(keys.count <= width ? keys : short)]
  }

  /// The next step, always.
  private var step: String {
    if let notice = model.notice { return notice }
    switch model.mode {
    case .confirmSolution: return "Not solved yet. Show the solution all the same? y yes, any other key no"
    case .text, .keys: return "Enter goes back; arrows scroll."
    case .list: return "Up and down, Enter goes there, Esc back."
    case .exercise: break
    }
    if model.isJudging { return "\(Self.frames[frame % Self.frames.count]) judging …" }
    switch model.verdict {
    case .none, .trouble: return "Save \(model.exercise.file) and it is judged."
    case .judged(let part) where part.verdict == .solved:
      return model.index + 1 < model.exercises.count
        ? "Solved. n goes on to the next one." : "Solved, and it was the last one."
    case .judged: return "Edit \(model.exercise.file); each save is judged."
    }
  }

  private func body(_ room: Int) -> [String] {
    switch model.mode {
    case .exercise, .confirmSolution:
      let task = task(room) + [""]
      return task + verdict(room - task.count)
    case .text(let title, let body): return (title.isEmpty ? [] : [style.bold(title), ""]) + split(body)
    case .keys: return Self.keys
    case .list(let row):
      var view = ListView(report: list.report, stale: list.stale, style: style, width: width)
      view.current = model.exercises[row].id
      // The row that is pointed at stays in view.
      let lines = view.lines
      let place = lines.firstIndex { $0.hasPrefix(">") } ?? 0
      return Array(lines.dropFirst(max(0, min(place - room / 2, lines.count - room))))
    }
  }

  private static let keys = [
    "n  the next exercise", "p  the one before", "h  the next hint", "r  read the page",
    "s  the solution beside your version", "l  list all exercises",
    "x  put the stub back (your text is kept)",
    "u  bring the kept text back", "q  quit", "?  these keys",
  ]

  /// The page's task, as much of it as leaves room for the verdict.
  private func task(_ room: Int) -> [String] {
    let page = (try? curriculum.workbook.text(model.exercise.page)).map { Page($0) }
    let text = page?.section("Task")?.body ?? ""
    let lines = split(PageView(style: style, width: width).render(text))
    let most = max(3, room / 3)
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [style.dim("… r reads the page")]
  }

  /// Failed tests that are told at most.
  private static let maxShownTests = 3

  private func verdict(_ room: Int) -> [String] {
    switch model.verdict {
    case .none: return []
    case .trouble(let text): return split(("Could not judge: " + text).wrapped(to: width))
    case .judged(let part):
      var view = RunView(
        report: Report(only: part), style: style, width: width, source: curriculum.workbook.line(of:_:),
        makesBytes: curriculum.workbook.makesBytes)
      // As many failed tests as leave room for what follows them: how many more there are, and what it looks like.
      var lines: [String] = []
      for told in (1...Self.maxShownTests).reversed() {
        view.maxShownTests = told
        lines = split(view.text)
        if lines.count <= room { break }
      }
      return lines
    }
  }

  private func split(_ text: String) -> [String] {
    text.lines.map(String.init)
  }
}

extension Report {
  /// A report of one exercise.
  init(only part: ExercisePart) {
    subject = Subject.Kind.exercises.rawValue
    solved = part.verdict == .solved ? 1 : 0
    total = 1
    chapters = [ChapterPart(number: 0, name: "", title: "", solved: solved, total: 1, exercises: [part])]
  }
}

extension String {
  /// Cut to a number of columns, colour codes left whole and closed.
  func cutStyled(to width: Int) -> String {
    guard columns > width else { return self }
    var out = ""
    var count = 0
    var isEscape = false
    var hasEscape = false
    for character in self {
      if character == "\u{1B}" {
        isEscape = true
        hasEscape = true
      }
      if isEscape {
        out.append(character)
        if character.isLetter { isEscape = false }
      } else if count < width - 1 {
        out.append(character)
        count += 1
      } else if count == width - 1 {
        out.append("…")
        count += 1
      }
    }
    return out + (hasEscape ? "\u{1B}[0m" : "")
  }
}
