import SystemKit

/// Swift source with its comments and string literals blanked out, so that words can be looked for in the code alone.
/// Every byte keeps its place: lines and columns stay those of the file. What is interpolated into a string is code.
package struct SwiftText {
  package let code: String

  package init(_ source: String) {
    var scanner = SourceScanner(Array(source.utf8))
    code = String(decoding: scanner.scan(), as: UTF8.self)
  }

  /// Where a pattern first stands, counted from 1.
  package func place(of pattern: Regex<Substring>) -> (line: Int, column: Int)? {
    for (index, line) in code.lines.enumerated() {
      if let match = line.firstMatch(of: pattern) {
        return (index + 1, line.utf8.distance(from: line.startIndex, to: match.range.lowerBound) + 1)
      }
    }
    return nil
  }

  /// The modules that are imported, with their places.
  package var imports: [(module: String, line: Int)] {
    // A literal is read anew wherever it stands: here once, and not once a line.
    let statement =
      /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)/
    return code.lines.enumerated().compactMap {
      index, line in
      guard line.contains("import") else { return nil }
      return line.firstMatch(of: statement).map { (String($0.1), index + 1) }
    }
  }
}
