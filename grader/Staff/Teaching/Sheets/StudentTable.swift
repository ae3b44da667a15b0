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

  /// What a line is called in a message: its first cell that has something in it.
  func label(of line: Int) -> String { rows[line].first { !$0.isEmpty } ?? "" }
}

extension String {
  /// Without spaces at both ends.
  var unpadded: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
