import SystemKit

/// Lines of Markdown that are treated alike.
enum MarkdownRun: Equatable {
  /// Lines of a paragraph or a list: a link or a span of code may go on in the next line.
  case prose(String)
  /// The rows of a table, the rule below its head included.
  case table([String])
  /// Code, headings, directives of DocC's and blank lines: nobody changes them.
  case fixed(String)

  static func runs(of markdown: String) -> [MarkdownRun] {
    var runs: [MarkdownRun] = []
    var isCode = false
    for line in markdown.lines.map(String.init) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("```") {
        isCode.toggle()
        runs.append(.fixed(line))
      } else if isCode || text.isEmpty || text.hasPrefix("#") || text.hasPrefix("@") || text == "}" {
        runs.append(.fixed(line))
      } else if text.hasPrefix("|") {
        if case .table(let rows) = runs.last {
          runs[runs.count - 1] = .table(rows + [line])
        } else {
          runs.append(.table([line]))
        }
      } else if case .prose(let lines) = runs.last {
        runs[runs.count - 1] = .prose(lines + "\n" + line)
      } else {
        runs.append(.prose(line))
      }
    }
    return runs
  }
}

/// Pieces of prose: what is a span of code, a link or a picture, and the words between them.
enum ProsePiece: Equatable {
  case words(String)
  /// The text between the backticks.
  case code(String)
  /// Links, pictures and `<doc:…>`, as they are.
  case link(String)

  static func pieces(of prose: String) -> [ProsePiece] {
    var pieces: [ProsePiece] = []
    var start = prose.startIndex
    // Whichever begins first is taken for what it is: brackets in code are no link.
    for match in prose.matches(of: /``([^`]+(?:`[^`]+)*)``|`([^`]+)`|!?\[[^\]]*\]\([^)]*\)|<[A-Za-z][^>\s]*>/)
    {
      if start < match.range.lowerBound {
        pieces.append(.words(String(prose[start..<match.range.lowerBound])))
      }
      if let code = match.1 ?? match.2 {
        pieces.append(.code(String(code)))
      } else {
        pieces.append(.link(String(match.0)))
      }
      start = match.range.upperBound
    }
    if start < prose.endIndex { pieces.append(.words(String(prose[start...]))) }
    return pieces
  }
}
