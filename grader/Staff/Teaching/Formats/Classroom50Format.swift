import SystemKit

/// Marks as Classroom 50's runner collects them, `classroom50/result/v1`: whole numbers, a test for each exercise. What it is about
/// comes from the variables that the runner sets.
enum Classroom50Format {
  private struct Result: Encodable {
    var schema = "classroom50/result/v1"
    var classroom, assignment, assignmentType, owner, submission, commit, release, review, datetime: String
    var score, maxScore: Int
    var tests: [Test]

    enum CodingKeys: String, CodingKey {
      case schema, classroom, assignment, owner, submission, commit, release, review, datetime, score, tests
      case assignmentType = "assignment_type"
      case maxScore = "max-score"
    }
  }

  private struct Test: Encodable {
    var name: String
    var passed: Bool
    var score, maxScore: Int
    /// Further fields are kept by the collector.
    var verdict: String

    enum CodingKeys: String, CodingKey {
      case passed, score, verdict
      case name = "test-name"
      case maxScore = "max-score"
    }
  }

  static func text(_ grade: GradeReport, _ marks: Marks) -> String {
    func variable(_ names: String..., orElse value: String = "") -> String {
      names.lazy.compactMap { marks.environment[$0] }.first { !$0.isEmpty } ?? value
    }
    let tests = grade.report.exercises.map { part in
      Test(
        name: "\(part.id) \(part.name)", passed: part.verdict == .solved, score: marks.points.score(part),
        maxScore: marks.points.most(part), verdict: part.verdict.rawValue)
    }
    let result = Result(
      classroom: variable("CLASSROOM"), assignment: variable("ASSIGNMENT"),
      assignmentType: variable("ASSIGNMENT_TYPE", orElse: "individual"),
      owner: variable("OWNER", "USERNAME", orElse: grade.submission), submission: variable("SUBMISSION_TAG"),
      commit: variable("COMMIT_URL"), release: variable("RELEASE_URL"), review: variable("REVIEW_URL"),
      // The commit's time, so that judging again says the same; the runner's script takes it from git.
      datetime: variable("COMMIT_DATE", orElse: "1970-01-01T00:00:00Z"),
      score: marks.points.score(grade), maxScore: marks.points.most(grade), tests: tests)
    return JSON.text(result) + "\n"
  }
}
