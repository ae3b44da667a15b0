import GraderKit

/// A doc comment as text of a page: its fields become words, since DocC takes them out of an article.
struct DocComment {
  let lines: [String]

  private enum Place {
    case text
    /// In the list of parameters, whose items are set in by two.
    case parameters
    /// In another field, whose lines are set in by two.
    case field
  }

  var markdown: String {
    var text: [String] = []
    var place = Place.text
    for line in fenced {
      if let match = line.wholeMatch(of: /- (Parameters|Parameter|Returns|Throws)(?: ([^:]+))?:\s*(.*)/) {
        if text.last?.isEmpty == false { text.append("") }
        switch match.1 {
        case "Parameters":
          text += ["**Parameters**", ""]
          place = .parameters
        case "Parameter":
          text += ["**Parameter**", "", "- `\(match.2 ?? "")`: \(match.3)"]
          place = .text
        default:
          text.append("**\(match.1)** \(match.3)")
          place = .field
        }
        continue
      }
      if !line.isEmpty, !line.hasPrefix(" ") { place = .text }
      let inner = place == .text || !line.hasPrefix("  ") ? line : String(line.dropFirst(2))
      if place == .parameters, let match = inner.wholeMatch(of: /- ([^:`]+): (.*)/) {
        text.append("- `\(match.1)`: \(match.2)")
      } else {
        // Two backticks would be a link to a symbol.
        text.append(inner.replacing("``", with: inner.hasPrefix("```") ? "``" : "`"))
      }
    }
    return text.joined(separator: "\n")
  }

  /// The lines with each block that is set in by four between fences: it may come to lie within a directive.
  private var fenced: [String] {
    var result: [String] = []
    var isCode = false
    var hasFences = false
    var isList = false
    for line in lines {
      if !isCode, line.hasPrefix("```") {
        hasFences.toggle()
        result.append(line)
        continue
      }
      if hasFences {
        result += Specification.folded(line)
        continue
      }
      let isIndented = line.hasPrefix("    ")
      if isCode, !line.isEmpty, !isIndented {
        close(&result)
        isCode = false
      }
      if !isCode, isIndented, !isList, result.last?.isEmpty ?? true {
        result.append("```")
        isCode = true
      }
      if !isIndented, !line.isEmpty {
        if line.prefixMatch(of: /(?:[-*]|[0-9]+\.)[ ]/) != nil {
          isList = true
        } else if !line.hasPrefix(" ") {
          isList = false
        }
      }
      result += isCode && isIndented ? Specification.folded(String(line.dropFirst(4))) : [line]
    }
    if isCode { close(&result) }
    return result
  }

  /// Ends a block before the blank lines after it.
  private func close(_ lines: inout [String]) {
    var blank: [String] = []
    while lines.last?.isEmpty == true { blank.append(lines.removeLast()) }
    lines += ["```"] + blank
  }
}
