/// Swift source with its comments and string literals blanked out, so that words can be looked for in the code alone.
/// Every byte keeps its place: lines and columns stay those of the file. What is interpolated into a string is code.
struct SwiftText {
  let code: String

  init(_ source: String) {
    var scanner = SourceScanner(Array(source.utf8))
    code = String(decoding: scanner.scan(), as: UTF8.self)
  }

  /// Where a pattern first stands, counted from 1.
  func place(of pattern: Regex<Substring>) -> (line: Int, column: Int)? {
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let match = line.firstMatch(of: pattern) {
        return (index + 1, line.utf8.distance(from: line.startIndex, to: match.range.lowerBound) + 1)
      }
    }
    return nil
  }

  /// The modules that are imported, with their places.
  var imports: [(module: String, line: Int)] {
    // A literal is read anew wherever it stands: here once, and not once a line.
    let statement =
      /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)/
    return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      guard line.contains("import") else { return nil }
      return line.firstMatch(of: statement).map { (String($0.1), index + 1) }
    }
  }

  /// All words of the code.
  var words: Set<String> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }

  /// The names that a file declares for the other files of its module: at file level and in extensions, and not private.
  ///
  /// A member of a type is reached through the type's name. An operator, a subscript or a conformance cannot be looked for by a
  /// word: `reachesEverywhere`.
  var declarations: (names: Set<String>, reachesEverywhere: Bool) {
    var names: Set<String> = []
    var reachesEverywhere = false
    var depth = 0
    var isInExtension = false
    // Read once, as in `imports`.
    let access = /\b(?:private|fileprivate)\b(?!\()/
    let declaration =
      /\b(?:func|var|let|struct|class|enum|actor|protocol|typealias|case)\s+`?([\p{L}_][\p{L}\p{N}_]*)/
    let nameless = /\boperator\b|\bfunc\s+[^\p{L}_`\s(]|\bsubscript\b|\bextension\b[^{]*:/
    let anExtension = /\bextension\b/
    for line in code.split(separator: "\n") {
      if depth == 0 || (depth == 1 && isInExtension), line.contains(where: \.isLetter) {
        let isPrivate = line.contains(access)
        for match in line.matches(of: declaration) where !isPrivate { names.insert(String(match.1)) }
        if line.contains(nameless) { reachesEverywhere = true }
        if depth == 0 { isInExtension = line.contains(anExtension) && !isPrivate }
      }
      depth = max(0, depth + line.count { $0 == "{" } - line.count { $0 == "}" })
    }
    return (names, reachesEverywhere)
  }
}
