import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit

/// Where the learner is: the one notion of "next".
@Suite struct PlaceTests {
  private let book: MiniWorkbook
  private let exercises: [Exercise]

  init() throws {
    book = try MiniWorkbook()
    exercises = try book.curriculum.exercises
  }

  /// The id that comes next, with these exercises by index: judged last, solved, begun.
  private func next(last: Int? = nil, solved: Set<Int> = [], begun: Set<Int> = []) throws -> String? {
    try Place(
      exercises: exercises, last: last.map { exercises[$0] },
      isSolved: { solved.contains(exercises.firstIndex(of: $0) ?? -1) },
      isBegun: { begun.contains(exercises.firstIndex(of: $0) ?? -1) }
    ).next()?.id
  }

  @Test func `what was judged last and is not solved comes next`() throws {
    #expect(try next(last: 1) == "1.2")
    #expect(try next(last: 2, solved: [0], begun: [1]) == "5.1")
  }

  @Test func `after what is solved comes the first unsolved behind it, and around`() throws {
    #expect(try next(last: 0, solved: [0]) == "1.2")
    #expect(try next(last: 0, solved: [0, 1]) == "5.1")
    #expect(try next(last: 2, solved: [2]) == "1.1", "around")
    #expect(try next(last: 2, solved: [0, 1, 2]) == nil)
  }

  @Test func `where none was judged yet, what was begun comes next, else what follows the solved`() throws {
    #expect(try next() == "1.1")
    #expect(try next(begun: [2]) == "5.1")
    #expect(try next(solved: [1], begun: [1]) == "5.1", "a state of an earlier grader")
    #expect(try next(solved: [0, 1, 2]) == nil)
  }

  @Test func `of several that were judged the learner stays at the one before`() {
    func last(_ old: Int?, _ judged: [Int], solved: Set<Int> = []) -> String? {
      Place.last(old.map { exercises[$0] }, judging: judged.map { exercises[$0] }) { exercise in
        solved.contains(exercises.firstIndex(of: exercise) ?? -1)
      }?.id
    }
    #expect(last(1, [0, 1, 2]) == "1.2")
    #expect(last(nil, [0, 1, 2], solved: [0]) == "1.2")
    #expect(last(2, [0, 1], solved: [0, 1]) == "1.2")
    #expect(last(2, []) == "5.1", "nothing was judged")
    #expect(last(nil, []) == nil)
  }

  /// What the commands say comes next.
  private var answers: [String] {
    func id(_ pattern: Regex<(Substring, Substring)>, in output: String) -> String {
      output.firstMatch(of: pattern).map { String($0.1) } ?? ""
    }
    return [
      id(#/Next: ([0-9.]+)/#, in: book.grader().output),
      id(#/^. ([0-9.]+) /#, in: book.grader("run").output),
      id(#/grader run ([0-9.]+)/#, in: book.grader("read").output),
    ]
  }

  private func remember(_ id: Int, _ verdict: ExerciseVerdict) throws {
    let session = Session(curriculum: try book.curriculum, console: .silent())
    let record = try VerdictRecord(
      session: session, sources: SourceSet(session.curriculum, subject: .exercises(session.curriculum)))
    var judgement = Judgement(verdict: verdict)
    judgement.tests = try session.curriculum.suite(of: exercises[id]).tests.map {
      ($0, TestOutcome(verdict: .passed))
    }
    try record.keep([exercises[id]: judgement], working: [exercises[id]])
  }

  @Test func `all commands agree`() throws {
    #expect(answers == ["1.1", "1.1", "1.1"])
    #expect(book.grader("run", "1.2").status == 1, "not started, and that is where the learner is now")
    #expect(answers == ["1.2", "1.2", "1.2"])
    for index in 0..<2 { try book.write("let a\(index) = 1\n", to: exercises[index].file) }
    for index in 0..<2 { try book.write("@Test func `it is one`() {}\n", to: exercises[index].suiteFile) }
    try remember(0, .solved)
    try remember(1, .solved)
    #expect(answers == ["5.1", "5.1", "5.1"], "solved and unchanged, so nothing is judged again")
  }
}
