import SystemKit

/// Two texts as one, with the lines that differ marked.
struct DifferenceView {
  let style: Style
  /// Lines that are shown around a difference.
  var context = 3

  func text(from old: String, to new: String, names: (String, String)) -> String {
    let rows = rows(
      old.lines,
      new.lines)
    let changed = rows.indices.filter { rows[$0].kind != " " }
    guard !changed.isEmpty else { return "Yours is the reference, line for line." }
    let shown = Set(changed.flatMap { max(0, $0 - context)...min(rows.count - 1, $0 + context) })
    var lines = [style.red("- \(names.0)"), style.green("+ \(names.1)"), ""]
    var last: Int?
    for index in shown.sorted() {
      if let last, index > last + 1 { lines.append(style.dim("  …")) }
      last = index
      let text = "\(rows[index].kind) \(rows[index].text)".printable
      switch rows[index].kind {
      case "-": lines.append(style.red(text))
      case "+": lines.append(style.green(text))
      default: lines.append(text)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func rows(_ old: [Substring], _ new: [Substring]) -> [(kind: Character, text: Substring)] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [(Character, Substring)] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        rows.append(("-", old[i]))
        i += 1
      } else if j < new.count, inserted.contains(j) {
        rows.append(("+", new[j]))
        j += 1
      } else {
        rows.append((" ", new[j]))
        i += 1
        j += 1
      }
    }
    return rows
  }
}
