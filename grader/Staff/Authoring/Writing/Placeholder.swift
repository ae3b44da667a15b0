import SystemKit

/// What `new` leaves for an author to fill in: `check` finds each of them, so that none can stay.
enum Placeholder {
  /// Stands before a word of what belongs there.
  static let mark = "FILL IN:"
  /// Begins the name of whatever has to be renamed.
  static let name = "fillIn"

  /// What is left in a file, a message for each line.
  static func messages(_ file: CourseFile) -> [String] {
    guard let text = file.text, text.contains(mark) || text.contains(name) else { return [] }
    var isNameTold = false
    return file.lines.enumerated().compactMap { index, line -> String? in
      if let range = line.firstRange(of: mark) {
        return "\(file.path):\(index + 1): \(line[range.lowerBound...].trimmed)"
      }
      guard !isNameTold, let match = line.firstMatch(of: /\bfillIn\w*/) else { return nil }
      isNameTold = true
      return "\(file.path):\(index + 1): `\(match.output)` is a placeholder: give it a name of its own."
    }
  }
}

extension Substring {
  /// Without what goes on after it in a line of a test, of JSON or of a list.
  fileprivate var trimmed: String {
    let end = [firstRange(of: "`() "), firstRange(of: "\") ")].compactMap { $0?.lowerBound }.min()
    var text = self[..<(end ?? endIndex)]
    while let last = text.last, last.isWhitespace || "\",]".contains(last) { text.removeLast() }
    return String(text)
  }
}
