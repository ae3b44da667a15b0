import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// The README of a copy speaks of this copy, and of what its work is held to.
@Suite struct HandoutReadmeTests {
  private let course: Curriculum

  init() throws { course = try Curriculum(Workbook.find(from: TestWorkbook.origin)) }

  private struct Copy {
    let curriculum: Curriculum
    let files: [String: [UInt8]]
    var readme: String { String(decoding: files["README.md"] ?? [], as: UTF8.self) }
  }

  private func copy(of numbers: [Int], hasSolutions: Bool) throws -> Copy {
    let chapters = course.chapters.filter { numbers.contains($0.number) }
    return Copy(
      curriculum: course.keeping(chapters),
      files: try Handout(curriculum: course, chapters: chapters, hasSolutions: hasSolutions).files())
  }

  private static let all = Array(1...7)
  private static let copies: [([Int], Bool)] = [
    (all, true), (all, false), ([1, 2], false), ([5], false), ([5], true),
  ]

  @Test(arguments: copies) func `the sample is the copy's own`(chapters: [Int], hasSolutions: Bool) throws {
    let copy = try copy(of: chapters, hasSolutions: hasSolutions)
    let count = copy.curriculum.exercises.count
    #expect(copy.readme.contains("\n0 of \(count) solved\n"))
    let sample = ProgressView.fresh(copy.curriculum, width: ProgressView.sampleWidth)
    #expect(copy.readme.contains("```\n$ swift run grader\n\(sample)\n```\n"))
    #expect(copy.readme.components(separatedBy: " solved\n").count == 2, "and there is no other")
  }

  @Test(arguments: copies) func `each folder it names is there, and each folder of a learner's is named`(
    chapters: [Int], hasSolutions: Bool
  ) throws {
    let copy = try copy(of: chapters, hasSolutions: hasSolutions)
    let section = try #require(Page(copy.readme).section("What is where")).body
    let named = section.lines.compactMap { $0.prefixMatch(of: #/([A-Za-z]+)/ /#).map { String($0.1) } }
    let folders = Set(
      copy.files.keys.filter { $0.contains("/") && !$0.hasPrefix(".") }.map {
        String($0.prefix { $0 != "/" })
      })
    #expect(Set(named) == folders)
  }

  @Test func `a copy without solutions speaks of none, and one without the lab not of it`() throws {
    for chapters in [Self.all, [1, 2], [5]] {
      let readme = try copy(of: chapters, hasSolutions: false).readme
      #expect(!readme.lowercased().contains("solution") && !readme.contains("grader lab"))
      #expect(readme.contains("hints and the page are a key away"))
    }
    let whole = try copy(of: Self.all, hasSolutions: true).readme
    #expect(whole.contains("grader solution 1.1") && whole.contains("grader lab"))
    #expect(whole.contains("hints, the page and the solution are a key away"))
  }

  @Test func `a copy without chapter 1 is asked for an exercise that it has`() throws {
    let readme = try copy(of: [5], hasSolutions: true).readme
    #expect(!readme.contains(" 1.1") && !readme.contains("HeaderTests") && !readme.contains("read 1 "))
    #expect(readme.contains("grader solution 5.1") && readme.contains("--filter RoundRobinTests"))
    #expect(readme.contains("grader read 5 --answers"))
  }

  @Test(arguments: copies) func `it says what to hand in, and names each rule with its reason`(
    chapters: [Int], hasSolutions: Bool
  ) throws {
    let readme = try copy(of: chapters, hasSolutions: hasSolutions).readme
    let section = try #require(Page(readme).section("Before you hand in")).body
    for rule in LanguageRule.table {
      #expect(
        section.contains("| `\(rule.name)` | \(rule.refuses) | \(rule.reason) |\n")
          || section.hasSuffix("| \(rule.reason) |"))
    }
    #expect(section.contains("folder `Exercises`") && section.contains("zip"))
    #expect(section.contains("`swift run grader run` does not ask for the rules, and says *solved*"))
    #expect(section.contains("`import Foundation`") && section.contains("`public`"))
    #expect(readme.hasSuffix("\n\nMIT licence.\n"))
  }

  @Test func `the instructors' page has the same rules`() throws {
    let page = try course.workbook.text("\(Exercise.book)/Teaching.md")
    let rows = LanguageRule.table.map { "| `\($0.name)` | \($0.refuses) |" }
    for row in rows { #expect(page.contains("\n\(row)\n"), "\(row)") }
    #expect(page.contains("*\(HandInText.title)*"))
    let table = page.lines.drop { $0 != "| rule | what it refuses |" }.dropFirst(2).prefix {
      $0.hasPrefix("|")
    }
    #expect(table.count == rows.count)
  }
}
