@testable import AuthoringKit

/// The first chapter of a made-up course, in memory, with nothing to find in it.
struct SampleChapter {
  static let chapter = SampleExercise.chapter
  static let path = chapter.page

  static let page = """
    # DNS on the wire

    | | |
    |---|---|
    | **Difficulty** | easy |
    | **Prerequisites** | none |
    | **Keywords** | sum |
    | **Exercises** | 1.1 Header, 1.2 Sum |
    | **Time** | an hour |

    Numbers.

    ## The story

    A slip lies on your desk.

    ## What a number is

    A number.

    ## Check yourself

    1. How many?

    ## Notes for the traveller

    - Counting.

    ## Answers

    1. Two.

    ## The story so far

    1. Nothing is counted.
    2. All is counted.

    ## Topics

    - <doc:01-Header>
    - <doc:02-Sum>

    """

  var exercises = [SampleExercise.neighbour, SampleExercise.exercise]
  var manifest = "let chapters = [\n  \"01-DNSMessages\",\n]\n"
  var page: String? = Self.page
  var solutions = [
    SampleExercise.neighbour: "import PostRoad\n", SampleExercise.exercise: SampleExercise.solution,
  ]
  var names: [String: [String]] = [:]
  var support = ["Numbers.swift"]

  var parts: ChapterParts {
    ChapterParts(
      chapter: Self.chapter, exercises: exercises, manifest: CourseFile("Package.swift", .text(manifest)),
      page: CourseFile(Self.path, page.map { .text($0) } ?? .absent),
      solutions: exercises.map { exercise in
        CourseFile(exercise.solution, solutions[exercise].map { .text($0) } ?? .absent)
      }, names: names, support: support)
  }

  func findings(_ rule: Rule<ChapterParts>) -> [String] { rule.findings(parts, at: "1").map(\.message) }
}
