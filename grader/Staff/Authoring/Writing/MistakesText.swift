import Foundation
import JudgeKit

/// Mistakes as their file holds them: in the order of the format, short lists on one line.
enum MistakesText {
  /// Columns that a list may take on one line.
  private static let lineWidth = 120

  /// A whole file.
  static func file(_ mistakes: [Mistakes.Mistake]) -> String {
    "{\n  \"mistakes\": [\n" + mistakes.map(entry).joined(separator: ",\n") + "\n  ]\n}\n"
  }

  /// A file's text with one mistake more at its end, everything else as its author wrote it. A placeholder gives its place to it.
  /// Nil where the text is no such file.
  static func adding(_ mistake: Mistakes.Mistake, to text: String) -> String? {
    guard let old = parse(text)?.mistakes else { return nil }
    let written = old.filter { !$0.name.contains(Placeholder.mark) }
    if written.count < old.count || old.isEmpty { return file(written + [mistake]) }
    guard let end = text.lastIndex(of: "]") else { return nil }
    let head = String(text[..<end].reversed().drop(while: \.isWhitespace).reversed())
    let new = head + ",\n" + entry(mistake) + "\n  " + text[end...]
    return parse(new)?.mistakes.count == old.count + 1 ? new : nil
  }

  static func parse(_ text: String) -> Mistakes? {
    try? JSONDecoder().decode(Mistakes.self, from: Data(text.utf8))
  }

  private static func entry(_ mistake: Mistakes.Mistake) -> String {
    var fields = [
      "\"name\": " + quoted(mistake.name), list("find", mistake.find), list("replace", mistake.replace),
      list("caughtBy", mistake.caughtBy),
    ]
    if let end = mistake.ends { fields.append("\"ends\": " + quoted(end.rawValue)) }
    fields.append("\"hint\": " + quoted(mistake.hint))
    return "    {\n" + fields.map { "      \($0)" }.joined(separator: ",\n") + "\n    }"
  }

  private static func list(_ name: String, _ words: [String]) -> String {
    let line = "\"\(name)\": [" + words.map(quoted).joined(separator: ", ") + "]"
    guard words.count > 2 || line.count + 6 > lineWidth else { return line }
    return "\"\(name)\": [\n" + words.map { "        " + quoted($0) }.joined(separator: ",\n") + "\n      ]"
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A string always encodes.
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
