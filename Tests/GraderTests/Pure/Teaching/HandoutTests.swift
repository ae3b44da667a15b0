import Foundation
import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// `handout`: what a learner's copy holds, and what it does not.
@Suite struct HandoutTests {
  private let book: MiniWorkbook
  private let target: String

  init() throws {
    book = try MiniWorkbook()
    target = book.root + " copy"
    leftovers.withLock { [target] in $0.append(target) }
    try book.write("work of somebody's\n", to: "Exercises/01-DNSMessages/01-Header.swift")
    try book.write(
      #"{"mistakes": [{"name": "a", "find": ["return 1"], "replace": ["return 2"], "caughtBy": ["b"], "hint": "c"}]}"#,
      to: "Tests/Mistakes/01-DNSMessages/01-Header.json")
    try book.write("{}\n", to: "Tests/Mistakes/Recorded/01-DNSMessages/01-Header.json")
    try book.write("another way\n", to: "Tests/Alternatives/01-DNSMessages/01-Header.swift")
    try book.write("history\n", to: ".git/HEAD")
    try book.write("built\n", to: ".build/product")
  }

  private func copied(_ path: String) throws -> String? {
    try Workbook(root: target).textIfPresent(path)
  }

  @Test func `a copy has fresh stubs, whatever is written in Exercises`() throws {
    let run = book.grader("handout", "--to", target)
    #expect(run.status == 0)
    #expect(run.output.replacing("\n", with: " ").contains("3 exercises in 2 chapters, with solutions."))
    let solution = MiniWorkbook.solution("Header")
    #expect(try copied("Exercises/01-DNSMessages/01-Header.swift") == StubCutter.cut(solution))
    #expect(try copied("Solutions/01-DNSMessages/01-Header.swift") == solution)
    #expect(GraderRun(["list"], in: target).status == 0, "it is a workbook")
  }

  @Test func `what is the authors' stays out`() throws {
    #expect(book.grader("handout", "--to", target).status == 0)
    for path in [".git/HEAD", ".build/product", "Tests/Alternatives/01-DNSMessages/01-Header.swift"] {
      #expect(try copied(path) == nil, "\(path)")
    }
  }

  @Test func `the lab is in a copy of everything, and in no other`() throws {
    let world = "Chapters/Lab/Worlds/first.world"
    try book.write("a world\n", to: world)
    try book.write("# Post Road\n\n| `swift run grader lab` | servers |\n", to: "README.md")
    #expect(book.grader("handout", "--to", target).status == 0)
    #expect(try copied(world) == "a world\n")
    #expect(try copied("README.md")?.contains("grader lab") == true)
    for words in [["--without-solutions"], ["--chapters", "1"]] {
      let copy = target + " " + words[0]
      leftovers.withLock { $0.append(copy) }
      #expect(GraderRun(["handout", "--to", copy] + words, in: book.root).status == 0)
      #expect(try !Files.exists(copy + "/" + world))
      #expect(try Workbook(root: copy).textIfPresent("README.md")?.contains("grader lab") == false)
    }
  }

  @Test func `without solutions, mistakes keep their names and lose their code`() throws {
    #expect(book.grader("handout", "--to", target, "--without-solutions").status == 0)
    #expect(try copied("Solutions/01-DNSMessages/01-Header.swift") == nil)
    let curriculum = try Curriculum(Workbook(root: target))
    #expect(!curriculum.hasSolutions)
    #expect(curriculum.exercises.map(\.id) == ["1.1", "1.2", "5.1"])
    let mistakes = try Mistakes.read(curriculum.exercises[0], curriculum.workbook).mistakes
    #expect(mistakes.map(\.name) == ["a"])
    #expect(mistakes.map(\.hint) == ["c"])
    #expect(mistakes.map(\.caughtBy) == [["b"]])
    #expect(mistakes.flatMap { $0.find + $0.replace } == [])
    #expect(try copied("Tests/Mistakes/Recorded/01-DNSMessages/01-Header.json") == "{}\n")
  }

  @Test func `without solutions, reset still has the stub`() throws {
    #expect(book.grader("handout", "--to", target, "--without-solutions").status == 0)
    let file = "Exercises/01-DNSMessages/01-Header.swift"
    let stub = try copied(file)
    try Files.write(Array("mine\n".utf8), to: target + "/" + file)
    #expect(GraderRun(["reset", "1.1"], in: target).status == 0)
    #expect(try copied(file) == stub)
  }

  @Test(arguments: [
    ["solution", "1.1", "--yes"], ["run", "--solutions"], ["check"], ["stubs"], ["handout", "--to", "x"],
    ["mistake", "1.1"],
  ])
  func `without solutions, what needs them says so`(line: [String]) throws {
    #expect(book.grader("handout", "--to", target, "--without-solutions").status == 0)
    let run = GraderRun(line, in: target)
    #expect(run.status == 3)
    #expect(run.errors.contains("without its"))
  }

  @Test func `some chapters alone, by number or name`() throws {
    #expect(book.grader("handout", "--to", target, "--chapters", "loadbalancing").status == 0)
    let curriculum = try Curriculum(Workbook(root: target))
    #expect(curriculum.exercises.map(\.id) == ["5.1"])
    #expect(try copied("\(Exercise.book)/05-LoadBalancing.md") != nil)
    #expect(try copied("\(Exercise.book)/01-DNSMessages.md") == nil)
    #expect(try copied("Tests/Mistakes/01-DNSMessages/01-Header.json") == nil)
  }

  @Test func `nothing is written over, and nothing is guessed`() throws {
    #expect(book.grader("handout").status == 2)
    #expect(book.grader("handout", "--to", target, "--chapters", "9").status == 2)
    #expect(book.grader("handout", "--to", book.root).errors.contains("new or empty"))
    #expect(try Files.exists(target) == false)
  }

  @Test func `the manifest names the chosen chapters, and nothing of the authors'`() {
    let text = """
      let chapters = [
        "01-DNSMessages",
        "05-LoadBalancing",
      ]
      let package = 1

      \(HandoutText.mark)
      let authors = 2
      """
    #expect(
      HandoutText.manifest(text, keeping: [.fixture("05-LoadBalancing")]) == """
        let chapters = [
          "05-LoadBalancing",
        ]
        let package = 1

        """)
  }
}
