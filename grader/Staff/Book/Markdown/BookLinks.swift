import CurriculumKit
import GraderKit

/// Makes links of what a page names in words: the numbers of exercises, and the workbook's files.
struct BookLinks: Sendable {
  /// The names of the exercises' pages by their numbers, `1.5`.
  private let pages: [String: String]
  /// The names of the exercises' pages by the learner's files.
  private let files: [String: String]
  private let source: String?
  private let workbook: Workbook
  /// The exercise whose page it is: that does not link to itself.
  private var own: String?

  init(_ curriculum: Curriculum, source: String? = nil) {
    pages = Dictionary(curriculum.exercises.map { ($0.id, $0.stem) }) { first, _ in first }
    files = Dictionary(curriculum.exercises.map { ($0.file, $0.stem) }) { first, _ in first }
    self.source = source
    workbook = curriculum.workbook
  }

  /// The same for the page of an exercise.
  func on(_ exercise: Exercise) -> BookLinks {
    var links = self
    links.own = exercise.stem
    return links
  }

  /// Markdown with its links, and with spaces in code that a browser does not fold.
  func linked(_ markdown: String) -> String {
    MarkdownRun.runs(of: markdown).map { run in
      switch run {
      case .fixed(let line): line
      case .prose(let text): prose(text)
      case .table(let rows): MarkdownTable(rows).map { table($0).readable } ?? rows.joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  private func prose(_ text: String) -> String {
    ProsePiece.pieces(of: text).map { piece in
      switch piece {
      case .words(let words): linkNumbers(in: words) { ExerciseNumbers.isReference($0) }
      case .code(let code): self.code(code)
      case .link(let link): link
      }
    }.joined()
  }

  /// A number alone is a figure, unless the column's head says that it holds exercises.
  private func table(_ table: MarkdownTable) -> MarkdownTable {
    var linked = table
    linked.head = table.head.map(prose)
    for index in 0..<table.columns {
      let areReferences = ExerciseNumbers.areReferences(under: table.head[index])
      for row in linked.body.indices where index < linked.body[row].count {
        let cell = linked.body[row][index]
        if areReferences {
          linked.body[row][index] = linkNumbers(in: cell) { _ in true }
        } else if !ExerciseNumbers.isNumberAlone(cell) {
          linked.body[row][index] = prose(cell)
        }
      }
    }
    return linked
  }

  private func linkNumbers(in words: String, where isReference: (ExerciseNumbers) -> Bool) -> String {
    var text = ""
    var start = words.startIndex
    for numbers in ExerciseNumbers.all(in: words)
    where numbers.ids.allSatisfy({ pages[$0] != nil }) && isReference(numbers) {
      text += words[start..<numbers.range.lowerBound]
      text += words[numbers.range].replacing(/[0-9]+\.[0-9]+/) { match in
        guard let page = pages[String(match.0)], page != own else { return String(match.0) }
        return "[\(match.0)](doc:\(page))"
      }
      start = numbers.range.upperBound
    }
    return text + words[start...]
  }

  /// A file of the workbook is a link where it can be read somewhere; `Tests/Benchmark/compare.py dns` names one, too.
  private func code(_ code: String) -> String {
    let ticks = code.contains("`") ? "``" : "`"
    let span = ticks + Self.unfolded(code) + ticks
    let path = String(code.prefix { $0 != " " })
    if let page = files[path] { return page == own ? span : "[\(span)](doc:\(page))" }
    guard let source, path.contains("/"), !path.hasPrefix("/"), !path.contains("..") else { return span }
    let target = path.hasSuffix("/") ? String(path.dropLast()) : path
    return workbook.exists(target) ? "[\(span)](\(source)/\(target))" : span
  }

  /// Code whose spaces a browser keeps: it folds several, and drops one at the start.
  private static func unfolded(_ code: String) -> String {
    let start = code.hasPrefix(" ") ? "\u{A0}" + code.dropFirst() : code
    return start.replacing("  ", with: "\u{A0} ").replacing("  ", with: " \u{A0}")
  }
}
