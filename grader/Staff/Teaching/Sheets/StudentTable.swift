/// A table with a line for each student: a roster, or a platform's sheet.
struct StudentTable: Sendable {
  var header: [String]
  var rows: [[String]]
  /// The columns that identify a student.
  let identifying: [Int]
  /// The column of the platform's own numbers, where it is known.
  let numbering: Int?

  /// Nil where none of these columns is there; their names are compared without regard to case.
  ///
  /// - Parameter numbering: the column of the platform's own numbers: a line that has another one there is another student's.
  init?(_ table: CSVTable, identifiedBy columns: [String], numberedBy numbering: String? = nil) {
    guard let first = table.rows.first else { return nil }
    header = first
    // A platform may leave out empty cells at a line's end.
    rows = table.rows.dropFirst().map { $0 + Array(repeating: "", count: max(0, first.count - $0.count)) }
    identifying = first.indices.filter { columns.contains(first[$0].unpadded.lowercased()) }
    self.numbering = numbering.flatMap { name in first.firstIndex { $0.unpadded.lowercased() == name } }
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
    /// The columns that students were looked for in.
    var searched: [String] = []
  }

  /// A line belongs to a submission whose name is one of its identifying cells, or stands for one as a platform's downloads do.
  func matches(_ submissions: [String]) -> Matches {
    let owners = StudentOwners(self)
    var matches = Matches(searched: owners.searched)
    var claims: [Int: [String]] = [:]
    for (name, found) in zip(submissions, owners.lines(submissions)) {
      if found.isEmpty { matches.unknown.append(name) }
      if found.count > 1 { matches.unclear.append(name) }
      for number in found where found.count == 1 { claims[number, default: []].append(name) }
    }
    for (number, names) in claims {
      if names.count == 1 { matches.byRow[number] = names[0] } else { matches.unclear += names }
    }
    matches.unclear.sort()
    return matches
  }
}

extension String {
  /// Without spaces at both ends.
  var unpadded: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
