import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

/// What is listed in a copy of the workbook is what works there.
@Suite struct CopyCommandsTests {
  private let book: MiniWorkbook
  private let target: String

  init() throws {
    book = try MiniWorkbook()
    target = book.root + " copy"
    leftovers.withLock { [target] in $0.append(target) }
    try book.write("a world\n", to: "\(LabManifest.folder)/Worlds/first.world")
  }

  private func grader(_ words: String...) -> String { GraderRun(words, in: target).output }

  @Test func `a copy of everything lists everything of a learner's`() {
    #expect(book.grader("handout", "--to", target).status == 0)
    let help = grader("help")
    #expect(help.contains("\n  solution ") && help.contains("\n  lab "))
    #expect(grader("help", "run").contains("--solutions"))
  }

  @Test func `without solutions, nothing is listed that needs them`() {
    #expect(book.grader("handout", "--to", target, "--without-solutions").status == 0)
    let texts = [
      grader("help"), grader("help", "run"), grader("run", "--help"), grader("completion", "fish"),
    ]
    for text in texts {
      #expect(!text.isEmpty)
      #expect(!text.lowercased().contains("solution"), "\(text)")
      #expect(!text.split(whereSeparator: { " \n'".contains($0) }).contains("lab"))
    }
    #expect(GraderRun(["run", "--solutions"], in: target).errors.contains("without its solutions"))
    #expect(GraderRun(["solution", "1.1"], in: target).errors.contains("without its solutions"))
  }

  @Test func `a copy of some chapters has their solutions, and no lab`() {
    #expect(book.grader("handout", "--to", target, "--chapters", "1").status == 0)
    let help = grader("help")
    #expect(help.contains("\n  solution ") && !help.contains("\n  lab "))
  }

  @Test func `watch names the key of the solution only where there is one`() throws {
    #expect(book.grader("handout", "--to", target, "--without-solutions").status == 0)
    for (root, isThere) in [(book.root, true), (target, false)] {
      let curriculum = try Curriculum(Workbook(root: root))
      var model = WatchModel(exercises: curriculum.exercises, index: 0)
      let report = Report([:], curriculum: curriculum, subject: .exercises)
      for (mode, width) in [(WatchModel.Mode.keys, 100), (.exercise, 100), (.exercise, 40)] {
        model.mode = mode
        let screen = WatchScreen(
          model: model, curriculum: curriculum, solved: 0, list: (report, []),
          style: Style(isColored: false), width: width, height: 24)
        let shown = screen.lines.joined(separator: "\n")
        #expect((shown.contains("solution") || shown.contains("n p h r s")) == isThere, "\(shown)")
      }
    }
  }
}
