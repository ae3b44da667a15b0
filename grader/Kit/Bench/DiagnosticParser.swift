/// Reads the compiler's diagnostics out of a build's output: each once, with the workbook's own paths.
enum DiagnosticParser {
  static func parse(_ output: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<Diagnostic> = []
    for line in output.split(whereSeparator: \.isNewline) where line.first == "/" {
      // `/…/Subjects/01-DNSMessages/01-Header.swift:9:3: error: …`
      guard let match = line.wholeMatch(of: /(\/.*?\.swift):([0-9]+):([0-9]+): (error|warning|note): (.*)/)
      else {
        continue
      }
      let diagnostic = Diagnostic(
        severity: Diagnostic.Severity(rawValue: String(match.4)) ?? .error,
        message: String(match.5).printable,
        file: BenchPath.own(match.1), line: Int(match.2), column: Int(match.3))
      if seen.insert(diagnostic).inserted { found.append(diagnostic) }
    }
    return found
  }
}
