import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import StaffKit
@testable import SystemKit

@Suite struct HelpTests {
  private let nowhere = FileManager.default.temporaryDirectory.path(percentEncoded: false)

  @Test(arguments: [["help"], ["--help"], ["-h"]])
  func `the overview names every command, without a workbook`(line: [String]) {
    let run = GraderRun(line, in: nowhere)
    #expect(run.status == 0)
    #expect(run.errors == "")
    for command in Staff.grader.commands {
      #expect(run.output.contains("\n  \(command.name) "), "\(command.name)")
    }
  }

  @Test func `each command's help shows its options and examples`() throws {
    let book = try MiniWorkbook()
    for command in Staff.grader.commands {
      let run = book.grader("help", command.name)
      #expect(run.status == 0, "\(command.name)")
      #expect(run.output.contains(command.summary))
      for option in command.options { #expect(run.output.contains("  \(option.name)")) }
      for example in command.examples { #expect(run.output.contains("  \(example)\n")) }
    }
  }

  @Test func `a command's help needs no workbook`() {
    #expect(GraderRun(["help", "run"], in: nowhere).status == 0)
    #expect(GraderRun(["run", "--help"], in: nowhere).status == 0)
  }

  @Test func `a command is helped with whatever else stands on its line`() throws {
    let book = try MiniWorkbook()
    let help = book.grader("help", "run").output
    #expect(book.grader("run", "--help").output == help)
    #expect(book.grader("run", "-h").output == help)
    #expect(book.grader("run", "Nothing", "--bicycle", "--help").output == help)
  }

  @Test func `every example is a command line that is understood`() throws {
    let book = try MiniWorkbook()
    for command in Staff.grader.commands {
      for example in command.examples {
        // It may stand in a line of the shell's: `source <(swift run grader completion zsh)`.
        let start = try #require(example.firstRange(of: "swift run grader")).upperBound
        let words = example[start...].prefix { $0 != ")" }.split(separator: " ").map(String.init)
        let known =
          words.first.flatMap { word in Staff.grader.commands.first { $0.name == word } }
          ?? ProgressCommand.command
        // What follows is another program's.
        if case .program = known.arguments { continue }
        let rest = Array(words.first == known.name ? words.dropFirst() : words[...])
        #expect(throws: Never.self, "\(example)") {
          try Options(rest, known: known.options, command: known.name)
        }
      }
    }
    #expect(book.grader("help").status == 0)
  }

  /// What is written there may hold names of students, and a clone is pushed.
  @Test func `no example writes into the clone`() throws {
    let course = try Workbook.find(from: TestWorkbook.origin)
    let page = try course.text("\(Exercise.book)/Teaching.md") + course.text("README.md")
    let pages = page.lines.filter { $0.hasPrefix("swift run grader ") }.map(String.init)
    #expect(pages.count > 8)
    for line in Staff.grader.commands.flatMap(\.examples) + pages {
      for match in line.matches(of: /--(out|html|csv|to) (\S+)/) {
        #expect(match.2.hasPrefix("../") || match.2.hasPrefix(".build/"), "\(line)")
      }
    }
  }
}
