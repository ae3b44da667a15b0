import Foundation

/// The columns of a table that hold students' names, and how platforms write these names in a file's name.
struct StudentNames: Sendable {
  private let whole: [Int]
  private let given: Int?
  private let family: Int?

  private static let wholeNames = [
    "name", "fullname", "studentname", "student", "sortablename", "displayname",
  ]
  private static let givenNames = ["firstname", "givenname", "first", "given"]
  private static let familyNames = ["lastname", "familyname", "surname", "last", "family"]

  /// The columns, by their headers.
  init(_ header: [String]) {
    let plain = header.map { $0.lowercased().filter { $0 != " " && $0 != "_" } }
    whole = plain.indices.filter { Self.wholeNames.contains(plain[$0]) }
    let places = [Self.givenNames, Self.familyNames].map { names in
      plain.firstIndex { names.contains($0) }
    }
    // One without the other is not a name.
    (given, family) = places.contains(nil) ? (nil, nil) : (places[0], places[1])
  }

  /// The columns that show a student's name: one for the whole, or else its two parts.
  var shown: [Int] { whole.first.map { [$0] } ?? [given, family].compactMap { $0 } }

  var columns: [Int] { (whole + [given, family].compactMap { $0 }).sorted() }

  /// The lines by what a file's name may call their students.
  ///
  /// - Parameter isSorted: whether the family name is first in it.
  func lines(of rows: [[String]], isSorted: Bool) -> [String: Set<Int>] {
    var lines: [String: Set<Int>] = [:]
    for (number, row) in rows.enumerated() {
      for form in forms(of: row, isSorted: isSorted) { lines[form, default: []].insert(number) }
    }
    return lines
  }

  func areKnown(in row: [String]) -> Bool { !forms(of: row, isSorted: true).isEmpty }

  private func forms(of row: [String], isSorted: Bool) -> Set<String> {
    var names = whole.map { row[$0] }
    if let given, let family { names.append("\(row[family]),\(row[given])") }
    return Set(names.flatMap { Self.forms(of: $0, isSorted: isSorted) })
  }

  /// `Doe, Jane` says which name is the family's. Of `Juan de la Cruz` each word may begin it.
  private static func forms(of name: String, isSorted: Bool) -> [String] {
    let parts = name.split(separator: ",", maxSplits: 1)
    if parts.count == 2 {
      return [squeezed(isSorted ? parts[0] + parts[1] : parts[1] + parts[0])].compactMap { $0 }
    }
    let words = name.split(separator: " ")
    return words.indices.compactMap { squeezed((words[$0...] + words[..<$0]).joined()) }
  }

  /// Letters and digits alone, in lower case and without accents, which a platform keeps or drops; nil where none is left.
  static func squeezed(_ name: some StringProtocol) -> String? {
    let plain = name.lowercased().folding(options: .diacriticInsensitive, locale: nil)
    let squeezed = plain.filter { $0.isLetter || $0.isNumber }
    return squeezed.isEmpty ? nil : squeezed
  }
}
