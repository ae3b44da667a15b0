import Foundation

/// What journals hold, whichever order they are read in.
struct CohortRecords: Sendable {
  /// A line of a journal.
  struct Entry: Codable, Sendable {
    /// Names the submission with all that its verdict depends on.
    var key: String
    var grade: GradeReport
  }

  struct Record: Sendable {
    var grade: GradeReport
    /// Whether runs of the same files came to different verdicts: then none of them is chosen.
    var isUnstable = false
    fileprivate var line: [UInt8]
  }

  private var records: [String: Record] = [:]

  subscript(key: String) -> Record? { records[key] }

  /// Takes a journal's lines. A last line that was cut short never was; another that cannot be read is left out, and judged again.
  mutating func add(journal bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else { continue }
      add(entry, line: Array(line))
    }
  }

  mutating func add(_ entry: Entry, line: [UInt8]) {
    guard let known = records[entry.key] else {
      records[entry.key] = Record(grade: entry.grade, line: line)
      return
    }
    var record = known
    // Of the same verdicts in other words the same one is taken, whoever is read first.
    if line.lexicographicallyPrecedes(known.line) { (record.grade, record.line) = (entry.grade, line) }
    record.isUnstable = known.isUnstable || !entry.grade.hasVerdicts(of: known.grade)
    records[entry.key] = record
  }
}

extension GradeReport {
  /// Whether both say the same, in whatever words.
  fileprivate func hasVerdicts(of other: GradeReport) -> Bool {
    (refused == nil) == (other.refused == nil)
      && report.exercises.map(\.id) == other.report.exercises.map(\.id)
      && report.exercises.map(\.verdict) == other.report.exercises.map(\.verdict)
  }
}
