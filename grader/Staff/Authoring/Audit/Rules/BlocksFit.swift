import BookKit
import GraderKit
import SystemKit

extension Rule where Input == ExerciseParts {
  /// Code and drawings on a page fit a page: they cannot be broken where a terminal or a window is narrow.
  static var blocksFit: Rule {
    Rule("blocksFit") { (parts: ExerciseParts) -> [String] in CodeBlocks.wideLines(in: parts.page) }
  }
}

extension Rule where Input == ChapterParts {
  /// The same for the chapter's page.
  static var chapterBlocksFit: Rule {
    Rule("blocksFit") { (parts: ChapterParts) -> [String] in CodeBlocks.wideLines(in: parts.page) }
  }
}

extension CodeBlocks {
  /// A message for each line of a code block that is wider.
  static func wideLines(in file: CourseFile) -> [String] {
    var isCode = false
    return file.lines.enumerated().compactMap { index, line -> String? in
      if line.hasPrefix("```") {
        isCode.toggle()
        return nil
      }
      let width = String(line).columns
      guard isCode, width > maximumWidth else { return nil }
      return
        "\(file.path):\(index + 1): the block is \(width) columns wide here, and \(maximumWidth) fit. Fold the line, or write its note above it."
    }
  }
}
