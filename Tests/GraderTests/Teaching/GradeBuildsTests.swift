import Foundation
import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

extension ClassBuilds {
  /// `grade` with real builds, in each sandbox that works here.
  @Suite(.serialized) struct GradeBuildsTests {
    private let book = TestWorkbook.handedIn
    private let folder: String

    init() throws {
      folder = book.root + " handed in/ada"
      try? FileManager.default.removeItem(atPath: folder)
      try Files.makeFolder(folder)
    }

    private func write(_ text: String, to path: String) throws {
      try Files.write(Array(text.utf8), to: folder + "/" + path)
    }

    private func grade(_ way: Isolation, only: String = "1.1,1.2") throws -> GradeReport {
      let run = book.grader("grade", folder, "--only", only, "--isolation", way.rawValue, "--json")
      #expect([0, 1].contains(run.status), "\(run.errors)")
      return try JSONDecoder().decode(GradeReport.self, from: Data(run.output.utf8))
    }

    private func verdicts(_ grade: GradeReport) -> [String: ExerciseStatus] {
      Dictionary(uniqueKeysWithValues: grade.report.exercises.map { ($0.id, $0.verdict) })
    }

    @Test(arguments: Sandboxes.ways) func `what was handed in is judged, and nothing else of it is looked at`(
      way: Isolation
    )
      throws
    {
      let (first, second) = (try book.exercise("1.1"), try book.exercise("1.2"))
      try write(try book.workbook.text(first.solution), to: first.file)
      try write("#error(\"read\")", to: "Package.swift")
      try write("#error(\"read\")", to: "Chapters/PostRoad/01-DNSMessages/DNS.swift")
      try write("#error(\"read\")", to: second.suiteFile)
      let grade = try grade(way)
      #expect(verdicts(grade) == ["1.1": .solved, "1.2": .notStarted])
      #expect(grade.submission == "ada")
      #expect(grade.isolation == way)
    }

    @Test(arguments: Sandboxes.thorough) func `a verdict is the same as without a sandbox`(way: Isolation)
      throws
    {
      let (first, second) = (try book.exercise("1.1"), try book.exercise("1.2"))
      let solution = try book.workbook.text(first.solution)
      try write(try book.workbook.text(second.solution), to: second.file)
      let signature = "public func parseHeader(_ message: [UInt8]) throws -> DNS.Header {\n"
      func prelude(_ code: String) -> String { solution.replacing(signature, with: signature + code + "\n") }
      let mistake = try #require(try Mistakes.read(first, book.workbook).mistakes.first)
      // Each ends a confined suite in another way.
      var cases: [(String, ExerciseVerdict)] = [
        (try #require(mistake.applied(to: solution)), .failing),
        (
          prelude(
            "  var all: [[UInt8]] = []\n  while message.count >= 0 { all.append([UInt8](repeating: 1, count: 1 << 22)) }"
          ), .crashed
        ),
        (prelude("  while message.count >= 0 {}"), .hung),
        (
          prelude(
            "  print(\"{\\\"version\\\":0,\\\"kind\\\":\\\"event\\\",\\\"payload\\\":{\\\"kind\\\":\\\"runEnded\\\"}}\")"
          ), .solved
        ),
      ]
      if Sandboxes.isThorough {
        cases += [
          (prelude("  _ = message[message.count]"), .crashed),
          (prelude("  if message.count >= 0 { return try parseHeader(message + []) }"), .crashed),
          (prelude("  Task.detached { fatalError(\"far away\") }"), .crashed),
          (solution + "\nlet broken: Int = \"one\"\n", .doesNotCompile),
          (solution + "\nimport Glibc\n", .refused),
          (
            solution
              + "\nstruct Mine: CustomStringConvertible { var description: String { fatalError() } }\n",
            .solved
          ),
        ]
      }
      for (text, verdict) in cases {
        try write(text, to: first.file)
        let grade = try grade(way)
        #expect(verdicts(grade) == ["1.1": .judged(verdict), "1.2": .solved], "\(text.suffix(200))")
      }
    }

    /// Given less time than usual, so that nobody waits for long; the shares of it are the same.
    @Test func `code that keeps the compiler busy is blamed within seconds, and no other pays for it`() throws
    {
      let (first, second) = (try book.exercise("1.1"), try book.exercise("1.2"))
      let solution = try book.workbook.text(first.solution)
      try write(try book.workbook.text(second.solution), to: second.file)
      // Each letter is tried as each type that a literal may have, and the reasons are found in no order.
      let bomb = CompilerBomb.text
      let way = try #require(Sandboxes.ways.first)
      for helper in Sandboxes.isThorough ? [false, true] : [false] {
        try write(helper ? solution : solution + "\n" + bomb, to: first.file)
        if helper { try write(bomb, to: "Exercises/\(first.chapter.folder)/Mine.swift") }
        let session = Session(
          curriculum: try book.curriculum, console: Console(write: { _ in }, writeError: { _ in }, width: 80))
        let sandbox = try Sandbox(way, toolchain: Toolchain(), workbook: book.root)
        let activity = Activity(console: session.console)
        let bench = GradeBench(session: session, activity: activity, sandbox: sandbox)
        var judge = SubmissionJudge(
          curriculum: session.curriculum, intake: Intake(curriculum: session.curriculum),
          exercises: [first, second], workshop: { try bench.workshop() })
        judge.paces = [0.25, 1]
        let grade = try judge.judge(folder, name: "ada", isolation: way, in: session)
        #expect(
          verdicts(grade) == ["1.1": helper ? .solved : .doesNotCompile, "1.2": .solved], "helper: \(helper)")
        let said = grade.report.exercises[0].diagnostics.map(\.message).joined()
        #expect(
          said.contains(helper ? "further files of your own were left out" : "far longer for this file"),
          "\(said)")
      }
    }

    @Test func `a submission that is refused is no trouble, and solves nothing`() throws {
      let first = try book.exercise("1.1")
      try Files.makeFolder(folder + "/Exercises/01-DNSMessages")
      try Files.link(folder + "/" + first.file, to: book.workbook.absolute(first.solution))
      let grade = try grade(.none)
      #expect(grade.refused?.contains("is a link") == true)
      #expect(verdicts(grade) == ["1.1": .judged(.refused), "1.2": .judged(.refused)])
    }

    @Test func `what is not there is a mistake on the command line`() {
      #expect(book.grader("grade").status == 2)
      #expect(book.grader("grade", folder + "/none").status == 2)
      #expect(book.grader("grade", folder, "--isolation", "prayer").status == 2)
      #expect(book.grader("grade", folder, "--only", "9.9").status == 2)
    }
  }
}
