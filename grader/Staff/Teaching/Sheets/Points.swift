import CurriculumKit
import GraderKit

/// What each exercise is worth: one point, unless a file says otherwise.
///
/// The file has a line for an exercise or a chapter and its points, `5.3,2`. Of two lines for one exercise the later one counts.
struct Points: Sendable {
  private var byId: [String: Int] = [:]

  /// One point each.
  static let equal = Points()
  /// A mark of more digits is a slip of the finger.
  private static let most = 1000

  static func read(_ path: String, _ curriculum: Curriculum) throws -> Points {
    var points = Points()
    let table = try CSVTable.read(path, of: "--points")
    for (number, row) in table.rows.enumerated() {
      let cells = row.map(\.unpadded)
      // A header has words where lines have numbers. A number that is no mark is a slip, and no header.
      if number == 0, cells.count == 2, !row.joined().contains(where: \.isNumber) { continue }
      guard cells.count == 2, let value = Int(cells[1]), (0...most).contains(value) else {
        throw UsageError.badValue(
          path, of: "--points",
          wanted: "lines as `5.3,2` with 0 to \(most) points; line \(number + 1) is none")
      }
      for exercise in try Selector(curriculum: curriculum).select([cells[0]]) {
        points.byId[exercise.id] = value
      }
    }
    return points
  }

  func most(_ part: Report.ExercisePart) -> Int { byId[part.id] ?? 1 }
  func score(_ part: Report.ExercisePart) -> Int { part.verdict == .solved ? most(part) : 0 }
  func most(_ grade: GradeReport) -> Int { grade.report.exercises.reduce(0) { $0 + most($1) } }
  func score(_ grade: GradeReport) -> Int { grade.report.exercises.reduce(0) { $0 + score($1) } }
}
