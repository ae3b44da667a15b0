@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// Exercise 1.2 of a made-up course, in memory: every part as small as it may be, and nothing to find in it.
struct SampleExercise {
  static let chapter = Chapter(folder: "01-DNSMessages")!
  static let exercise = Exercise(chapter: chapter, number: 2, name: "Sum")
  static let neighbour = Exercise(chapter: chapter, number: 1, name: "Header")

  static let solution = """
    import PostRoad

    /// Adds two numbers.
    public func sum(_ a: Int, _ b: Int) throws -> Int {
      // <write>
      // 1. Add them.
      let sum = a + b
      // 2. Return the sum.
      return sum
      // </write>
    }

    """

  static let tests = [
    "one and one is two", "order is the same", "zero adds nothing", "less than zero is fine",
  ]

  static let assertion = #"try check("sum(_:_:)", [1, 1], returns: 2, "two") { try sum($0[0], $0[1]) }"#

  static let suite = """
    @Suite struct SumTests {
    \(tests.map { "  // Peano\n  @Test func `\($0)`() throws {\n    \(assertion)\n  }\n" }
      .joined(separator: "\n"))
    }

    """

  static let mistakes = [
    Mistakes.Mistake(
      name: "subtracts", find: ["a + b"], replace: ["a - b"], caughtBy: [tests[0], tests[1]], hint: "Plus."),
    Mistakes.Mistake(
      name: "forgets b", find: ["let sum = a + b"], replace: ["let sum = a"], caughtBy: [tests[2]],
      hint: "Both."),
    Mistakes.Mistake(
      name: "is off by one", find: ["return sum"], replace: ["return sum + 1"], caughtBy: [tests[3]],
      hint: "Count again."),
  ]

  static let page = """
    # Add two numbers

    ## Why it matters

    It counts.

    ## On the wire

    | a | b |
    |---|---|

    ## Task

    Write it.

    ## What passing does not prove

    Much.

    ## Hints

    ### Hint 1

    A nudge.

    ### Hint 2

    More.

    ### Hint 3

    Nearly.
    """

  /// What the suite says to a mistake: its witnesses fail, each in a way of its own.
  static func failures(_ mistake: Mistakes.Mistake) -> [Recorded.Failure] {
    tests.filter(mistake.caughtBy.contains).map {
      .init(test: $0, verdict: .failed, failures: [.fixture("\(mistake.name), \($0)")])
    }
  }

  static var recorded: Recorded {
    Recorded(
      assertions: Dictionary(uniqueKeysWithValues: tests.map { ($0, 1) }),
      answers: mistakes.map { Recorded.Answer(mistake: $0.name, failures: failures($0)) })
  }

  // What a test damages; nil is a file that is absent.
  var exercise = Self.exercise
  var solution: String? = Self.solution
  var stub: String? = try? StubCutter.cut(Self.solution)
  var suite: String? = Self.suite
  var mistakes: String? = JSON.text(Mistakes(mistakes: Self.mistakes))
  var recorded: String? = JSON.text(Self.recorded)
  var page: String? = Self.page
  var alternatives = [Self.solution]
  var equivalents: String?
  var course = [Self.neighbour, Self.exercise]
  var checked: Set<Exercise>?
  var isRecording = false

  /// The file that cannot be read, by its path.
  var unreadable: String?

  var parts: ExerciseParts {
    ExerciseParts(
      exercise, solution: file(exercise.solution, solution), stub: file(exercise.file, stub),
      suite: file(exercise.suiteFile, suite), mistakes: file(exercise.mistakes, mistakes),
      recorded: file(exercise.recorded, recorded), page: file(exercise.page, page),
      alternatives: alternatives.map { file(exercise.alternative, $0) },
      equivalents: file(exercise.equivalents, equivalents),
      scope: AuditScope(course: course, checked: checked ?? [exercise], isRecording: isRecording))
  }

  private func file(_ path: String, _ text: String?) -> CourseFile {
    if path == unreadable { return CourseFile(path, .unreadable(reason: "cannot be read")) }
    return CourseFile(path, text.map { .text($0) } ?? .absent)
  }

  /// What one rule says of it.
  func findings(_ rule: Rule<ExerciseParts>) -> [String] {
    rule.findings(parts, at: exercise.id).map(\.message)
  }
}
