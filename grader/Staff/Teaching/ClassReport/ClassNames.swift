import GraderKit
import SystemKit

/// The students' own names, by submission, where the results have a roster or a platform's sheet.
enum ClassNames {
  /// Reads what `cohort` wrote beside the results. A name that two have is told apart by the submission.
  static func read(_ folder: String, of submissions: [String]) throws -> [String: String] {
    var found: [String: String] = [:]
    let roster = "\(folder)/roster.csv"
    if try Files.exists(roster) { found = inRoster(try CSVTable.read(roster, of: "cohort report")) }
    for sheet in [PlatformSheet.canvas, .moodle] {
      let path = "\(folder)/\(sheet.rawValue).csv"
      guard try Files.exists(path) else { continue }
      let named = inSheet(sheet, try CSVTable.read(path, of: "cohort report"), submissions)
      found.merge(named) { first, _ in first }
    }
    let counts = Dictionary(grouping: found.values) { $0 }.mapValues(\.count)
    return Dictionary(
      uniqueKeysWithValues: found.map { submission, name in
        (submission, counts[name] == 1 ? name : "\(name) (\(submission))")
      })
  }

  /// A roster that was filled in says which submission is whose.
  static func inRoster(_ table: CSVTable) -> [String: String] {
    guard let students = StudentTable(table, identifiedBy: ["submission"]),
      let submission = students.column("submission")
    else { return [:] }
    return pairs(students) { _, row in row[submission] }
  }

  static func inSheet(_ sheet: PlatformSheet, _ table: CSVTable, _ submissions: [String]) -> [String: String]
  {
    guard let students = sheet.students(of: table) else { return [:] }
    let matches = students.matches(submissions)
    return pairs(students) { number, _ in matches.byRow[number] }
  }

  private static func pairs(_ students: StudentTable, _ submission: (Int, [String]) -> String?) -> [String:
    String]
  {
    let columns = StudentNames(students.header).shown
    var found: [String: String] = [:]
    for (number, row) in students.rows.enumerated() {
      guard let key = submission(number, row).map(plain), !key.isEmpty else { continue }
      let name = columns.map { plain(row[$0]).unpadded }.filter { !$0.isEmpty }.joined(separator: " ")
      if !name.isEmpty { found[key] = name.printable }
    }
    return found
  }

  /// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
  private static func plain(_ cell: String) -> String {
    let rest = String(cell.dropFirst())
    return cell.hasPrefix("'") && CSVFormat.harmless(rest) == cell ? rest : cell
  }
}
