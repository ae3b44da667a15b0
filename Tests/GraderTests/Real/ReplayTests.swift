import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

extension EditBuilds {
  /// A build that gives the last commands again leads to the same verdict as one of SwiftPM's.
  @Suite(.serialized) struct ReplayTests {
    /// What a learner's file goes through: each text in turn, as pieces put into the solution of 1.1.
    static let edits: [(name: String, old: String, new: String)] = [
      ("the solution", "", ""),
      ("a body edit that is wrong", "word(at: 10)", "word(at: 8)"),
      ("a body edit that is right", "word(at: 10)", "word(at: 5 + 5)"),
      ("a new function", "import PostRoad\n", "import PostRoad\n\nfunc extra() -> Int { 1 }\n"),
      (
        "the same function with another result", "import PostRoad\n",
        "import PostRoad\n\nfunc extra() -> String { \"\" }\n"
      ),
      ("a syntax error", "return DNS.Header(", "return DNS.Header(("),
      ("the solution again", "", ""),
      ("a changed signature", "parseHeader(_ message", "parseHeader(of message"),
      ("a parameter with a default", "_ message: [UInt8])", "_ message: [UInt8], from start: Int = 0)"),
      ("a crash", "let high = message[2]", "let high = message[message.count]"),
      ("a type error", "let low = message[3]", "let low: Int = message[3]"),
      (
        "public storage", "import PostRoad\n",
        "import PostRoad\n\npublic struct Mine { public var a = 1, b = 2 }\n"
      ),
      ("the solution once more", "", ""),
    ]

    @Test func `replaying and SwiftPM give the same verdicts over a list of edits`() throws {
      let (quick, slow) = (TestWorkbook.edited, try TestWorkbook(keeping: ["1.1", "1.2", "6.1"]))
      try quick.resetExercises()
      var replayed = 0
      for edit in Self.edits {
        let solution = try quick.workbook.text(quick.exercise("1.1").solution)
        let text =
          edit.old.isEmpty ? solution : solution.replacing(edit.old, with: edit.new, maxReplacements: 1)
        try #require(edit.old.isEmpty || text != solution, "\(edit.name) changes something")
        let (replay, count) = try judge(text, in: quick, replays: true)
        let (planned, _) = try judge(text, in: slow, replays: false)
        #expect(replay.verdict == planned.verdict, "\(edit.name)")
        #expect(replay.tests.map(\.outcome) == planned.tests.map(\.outcome), "\(edit.name)")
        #expect(replay.diagnostics == planned.diagnostics, "\(edit.name)")
        replayed += count
      }
      #expect(replayed >= Self.edits.count - 1, "all but perhaps the first were replayed")
    }

    private func judge(_ text: String, in book: TestWorkbook, replays: Bool) throws -> (
      Judgement, replayed: Int
    ) {
      let exercise = try book.exercise("1.1")
      try book.write(text, to: exercise.file)
      let curriculum = try book.curriculum
      let console = Console.silent()
      let workshop = try JudgingContext(
        Session(curriculum: curriculum, console: console), activity: Activity(console: console))
      workshop.workspace.replays = replays
      workshop.workspace.reuses = false
      let judgement = try workshop.judge(
        [exercise],
        from: ChapterSources(exercise.chapter, subject: .exercises(curriculum), curriculum: curriculum))[
          exercise]
      return (try #require(judgement), workshop.workspace.replayed)
    }
  }
}
