/// Swift source with its comments and string literals blanked out, so that words can be looked for in the code alone.
/// Every character keeps its place: lines and columns stay those of the file.
struct SwiftText {
  let code: String

  init(_ source: String) {
    let bytes = Array(source.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    var depth = 0

    func at(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
    func isComment(_ second: UInt8) -> Bool { at(0) == Self.slash && at(1) == second }
    func blank(_ count: Int) {
      let end = min(i + count, bytes.count)
      while i < end {
        // Continuation bytes go, so that columns in characters stay.
        if bytes[i] & 0xC0 != 0x80 { out.append(bytes[i] == Self.newline ? Self.newline : Self.space) }
        i += 1
      }
    }
    /// Whether `quotes` quotes and `hashes` hashes stand here, after a backslash or not.
    func isDelimiter(quotes: Int, hashes: Int) -> Bool {
      (0..<quotes).allSatisfy { at($0) == Self.quote }
        && (0..<hashes).allSatisfy { at(quotes + $0) == Self.hash }
    }

    while i < bytes.count {
      if depth > 0 || isComment(Self.star) {
        // Block comments nest.
        if isComment(Self.star) {
          depth += 1
          blank(2)
        } else if at(0) == Self.star, at(1) == Self.slash {
          depth -= 1
          blank(2)
        } else {
          blank(1)
        }
      } else if isComment(Self.slash) {
        while i < bytes.count, bytes[i] != Self.newline { blank(1) }
      } else if at(0) == Self.quote || (at(0) == Self.hash && Self.opensRawString(bytes, at: i)) {
        var hashes = 0
        while at(0) == Self.hash {
          hashes += 1
          blank(1)
        }
        let quotes = isDelimiter(quotes: 3, hashes: 0) ? 3 : 1
        blank(quotes)
        while i < bytes.count, !isDelimiter(quotes: quotes, hashes: hashes),
          quotes == 3 || at(0) != Self.newline
        {
          let isEscape = at(0) == Self.backslash && (0..<hashes).allSatisfy { at(1 + $0) == Self.hash }
          blank(isEscape ? hashes + 2 : 1)
        }
        if at(0) == Self.quote { blank(quotes + hashes) }
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    code = String(decoding: out, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static func opensRawString(_ bytes: [UInt8], at start: Int) -> Bool {
    var i = start
    while i < bytes.count, bytes[i] == hash { i += 1 }
    return i < bytes.count && bytes[i] == quote
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
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.firstMatch(
        of:
          /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)/
      )
      .map { (String($0.1), index + 1) }
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
    for line in code.split(separator: "\n") {
      if depth == 0 || (depth == 1 && isInExtension) {
        let isPrivate = line.contains(/\b(?:private|fileprivate)\b/)
        for match in line.matches(
          of:
            /\b(?:func|var|let|struct|class|enum|actor|protocol|typealias|case)\s+`?([\p{L}_][\p{L}\p{N}_]*)/)
        where !isPrivate {
          names.insert(String(match.1))
        }
        if line.contains(/\boperator\b|\bfunc\s+[^\p{L}_`\s(]|\bsubscript\b|\bextension\b[^{]*:/) {
          reachesEverywhere = true
        }
        if depth == 0 { isInExtension = line.contains(/\bextension\b/) && !isPrivate }
      }
      depth = max(0, depth + line.count { $0 == "{" } - line.count { $0 == "}" })
    }
    return (names, reachesEverywhere)
  }
}
