import SystemKit

/// Marks as Gradescope's autograder reads them from `results.json`: a test for each exercise. There is no `score` at the top, which
/// would take the place of their sum.
enum GradescopeFormat {
  private struct Results: Encodable {
    var tests: [Test]
    var extraData: [String: String]

    enum CodingKeys: String, CodingKey {
      case tests
      case extraData = "extra_data"
    }
  }

  private struct Test: Encodable {
    var name: String
    var number: String
    var score: Int
    var maxScore: Int
    var status: String
    var output: String
    var outputFormat = "text"
    var visibility = "visible"
    var extraData: [String: String]

    enum CodingKeys: String, CodingKey {
      case name, number, score, status, output, visibility
      case maxScore = "max_score"
      case outputFormat = "output_format"
      case extraData = "extra_data"
    }
  }

  static func text(_ grade: GradeReport, _ points: Points = .equal) -> String {
    let tests = grade.report.exercises.map { part in
      let isSolved = part.verdict == .solved
      return Test(
        name: "\(part.id) \(part.title)", number: part.id, score: points.score(part),
        maxScore: points.most(part), status: isSolved ? "passed" : "failed",
        output: GradeFormat.details(part, of: grade),
        extraData: ["verdict": part.verdict.rawValue])
    }
    return JSON.text(
      Results(tests: tests, extraData: ["schema": grade.schema, "isolation": grade.isolation.rawValue]))
      + "\n"
  }
}
