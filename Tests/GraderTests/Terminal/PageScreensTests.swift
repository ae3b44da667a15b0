import Testing

@testable import GraderKit
@testable import SystemKit

/// What `read` shows of the pages that are hardest to set: wide tables, drawings, bytes. Each is recorded whole.
@Suite struct PageScreensTests {
  static let sizes = [(60, 20), (80, 24), (120, 40)].map { Tmux.Size(width: $0.0, height: $0.1) }

  @Test(arguments: ["1", "5", "5.11", "5.15", "6.5"], sizes)
  func `a page is set for the terminal`(page: String, size: Tmux.Size) throws {
    let run = GraderRun(["read", page], in: TestWorkbook.origin, width: size.width)
    #expect(run.status == ExitStatus.success)
    try GoldenScreen(name: "read-\(page)", size: size).compare(text: run.output)
    // A link that is wider has nowhere to be folded.
    let wide = run.output.lines.filter { $0.count > size.width && !$0.contains("https://") }
    #expect(wide == [], "wider than \(size.width) columns")
  }

  @Test(arguments: sizes)
  func `what the built-in pager shows of a page fills the terminal`(size: Tmux.Size) throws {
    let run = GraderRun(["read", "5.11"], in: TestWorkbook.origin, width: size.width)
    let rows = PagerModel(run.output).rows(
      width: size.width, height: size.height, style: Style(isColored: false))
    #expect(rows.count == size.height)
    #expect(rows.dropLast() == run.output.lines.prefix(size.height - 1).map(String.init)[...])
  }
}
