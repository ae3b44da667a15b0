import SystemKit

/// Marks as PrairieLearn's external grader reads them from `/grade/results/results.json`.
enum PrairieLearnFormat {
  private struct Results: Encodable {
    var gradable = true
    /// From 0 to 1.
    var score: Double
    var message: String?
    var tests: [Test]
  }

  private struct Test: Encodable {
    var name: String
    var points, maxPoints: Int
    var message, output: String

    enum CodingKeys: String, CodingKey {
      case name, points, message, output
      case maxPoints = "max_points"
    }
  }

  private struct Trouble: Encodable {
    var gradable = false
    var message: String
  }

  /// Bytes of all outputs: the file may have a million, and JSON doubles line breaks and quotes.
  private static let mostOutput = 400_000

  static func text(_ grade: GradeReport, _ points: Points) -> String {
    let parts = grade.report.exercises
    let tests = parts.map { part in
      Test(
        name: "\(part.id) \(part.title)", points: points.score(part), maxPoints: points.most(part),
        message: part.verdict.words,
        output: GradeFormat.details(part, of: grade).cut(toBytes: mostOutput / parts.count))
    }
    let most = points.most(grade)
    return JSON.text(
      Results(
        score: most == 0 ? 0 : Double(points.score(grade)) / Double(most),
        message: grade.refused.map { "The submission was refused: \($0)" }, tests: tests)) + "\n"
  }

  /// No attempt is lost by what is nobody's fault.
  static func trouble(_ reason: String) -> String { JSON.text(Trouble(message: reason.printable)) + "\n" }
}
