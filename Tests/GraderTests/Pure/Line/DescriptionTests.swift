import Testing

@testable import GraderKit
@testable import StaffKit
@testable import SystemKit

/// Parsing, help, completion and errors say the same of a command, because they are made from the same description.
@Suite struct DescriptionTests {
  private let book: MiniWorkbook

  /// A workbook where every command has something to do.
  init() throws {
    book = try MiniWorkbook()
    try book.write("a world\n", to: "\(LabManifest.folder)/Worlds/first.world")
  }

  @Test func `help shows every option with what follows it`() {
    for command in Staff.grader.commands {
      let help = book.grader("help", command.name).output
      #expect(help.hasPrefix("swift run grader \(command.usage)\n"))
      for option in command.options {
        let shown = option.name + (option.value.map { " <\($0.placeholder)>" } ?? "")
        #expect(help.contains("  \(shown)"), "\(command.name)")
      }
    }
  }

  @Test func `every shell completes each command's options and arguments`() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = book.grader("completion", shell).output
      for command in Staff.grader.commands {
        let words =
          command.options.map(\.name)
          + command.arguments.completions(try book.curriculum, commands: Staff.grader.commands)
        #expect(words.isEmpty || script.contains(words.joined(separator: " ")), "\(shell) \(command.name)")
      }
    }
  }

  @Test func `what does not fit to a command is refused with what does`() {
    let refused: [([String], String)] = [
      (["completion"], "needs a value after it: bash, zsh or fish"),
      (["completion", "tcsh"], "expected bash, zsh or fish"),
      (["completion", "bash", "zsh"], "expected bash, zsh or fish"),
      (["hint", "1.1", "1.2"], "`hint` does not take `1.2`"), (["read", "1", "5"], "does not take `5`"),
      (["reset"], "swift run grader reset 1.1"), (["help", "run", "list"], "does not take `list`"),
      (["run", "--timeout"], "needs a value after it: seconds, more than 0 and at most 30"),
    ]
    for (line, words) in refused {
      let run = GraderRun(line, in: book.root)
      #expect(run.status == 2, "\(line)")
      #expect(run.errors.lines.joined(separator: " ").contains(words), "\(line): \(run.errors)")
    }
  }
}
