/// A table with a line for each student: a roster, or a platform's sheet.
struct StudentTable: Sendable {
  var header: [String]
  var rows: [[String]]
  /// The columns that identify a student.
  private let identifying: [Int]

  /// Nil where none of these columns is there; their names are compared without regard to case.
  init?(_ table: CSVTable, identifiedBy names: [String]) {
    guard let first = table.rows.first else { return nil }
    header = first
    // A platform may leave out empty cells at a line's end.
    rows = table.rows.dropFirst().map { $0 + Array(repeating: "", count: max(0, first.count - $0.count)) }
    identifying = first.indices.filter { names.contains(first[$0].unpadded.lowercased()) }
    if identifying.isEmpty { return nil }
  }

  func column(_ names: String...) -> Int? {
    header.firstIndex { names.contains($0.unpadded.lowercased()) }
  }

  /// Which submission is whose.
  struct Matches: Equatable, Sendable {
    /// The submission's name by the line's number.
    var byRow: [Int: String] = [:]
    /// Submissions of nobody in the table.
    var unknown: [String] = []
    /// Submissions that may be of several students, or of which one student has several.
    var unclear: [String] = []
  }

  /// A line belongs to a submission whose name is one of its identifying cells, or stands for one as a platform's downloads do.
  func matches(_ submissions: [String]) -> Matches {
    var lines: [String: Set<Int>] = [:]
    for (number, row) in rows.enumerated() {
      for cell in identifying.map({ row[$0].unpadded.lowercased() }) where !cell.isEmpty {
        lines[cell, default: []].insert(number)
      }
    }
    var matches = Matches()
    var claims: [Int: [String]] = [:]
    for name in submissions {
      let found = Self.aliases(of: name).lazy.compactMap { lines[$0] }.first
      guard let found else {
        matches.unknown.append(name)
        continue
      }
      if found.count > 1 { matches.unclear.append(name) }
      for number in found where found.count == 1 { claims[number, default: []].append(name) }
    }
    for (number, names) in claims {
      if names.count == 1 { matches.byRow[number] = names[0] } else { matches.unclear += names }
    }
    matches.unclear.sort()
    return matches
  }

  /// What a submission's name may stand for, the surest first.
  static func aliases(of name: String) -> [String] {
    let name = name.lowercased()
    var aliases = [name]
    // Canvas: `doejane_LATE_1234_98765_work`, with the student's number and the submission's.
    if let match = name.wholeMatch(of: /[^_]+(?:_late)?_([0-9]+)_[0-9]+_.*/) {
      aliases.append(String(match.1))
    }
    // Moodle: `Jane Doe_1234_assignsubmission_file`, with the participant's number.
    if let match = name.wholeMatch(of: /(.+)_([0-9]+)_assignsubmission_file.*/) {
      aliases += ["participant \(match.2)", String(match.1)]
    }
    return aliases
  }
}

extension String {
  /// Without spaces at both ends.
  var unpadded: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
