import CurriculumKit
import SystemKit

/// Reads the compiler's diagnostics out of a build's output: each once, with the workbook's own paths.
package enum DiagnosticParser {
  package static func parse(_ output: String, paths: LaidPaths) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<Diagnostic> = []
    // An error in code that a macro made, until the place of the macro is named.
    var expansion: Diagnostic?
    let place = /\s*(?:[|`]-\s*)?(\/.*?\.swift):([0-9]+):([0-9]+): (error|warning|note): (.*)/
    let expanded = /macro expansion [^:]*:[0-9]+:[0-9]+: (error|warning): (.*)/
    for line in output.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("macro expansion"), let match = line.wholeMatch(of: expanded) {
        expansion = Diagnostic(
          severity: Diagnostic.Severity(rawValue: String(match.1)) ?? .error,
          message: String(match.2).printable)
        continue
      }
      guard line.contains(".swift:"), let match = line.wholeMatch(of: place) else { continue }
      var diagnostic = Diagnostic(
        severity: Diagnostic.Severity(rawValue: String(match.4)) ?? .error,
        message: String(match.5).printable,
        file: paths.own(String(match.1)), line: Int(match.2), column: Int(match.3))
      if line.first != "/" {
        // Only the place of an expansion stands farther in.
        guard let inner = expansion else { continue }
        (diagnostic.severity, diagnostic.message) = (inner.severity, inner.message)
        expansion = nil
      }
      if seen.insert(diagnostic).inserted { found.append(diagnostic) }
    }
    return found
  }
}
