import SystemKit

/// The grader's own pager, for where there is no other.
struct PagerScreen {
  let text: String
  let style: Style

  /// Shows the text until it is left; where the terminal cannot be taken, `otherwise` does.
  func run(otherwise: () -> Void) {
    guard let bell = try? WakePipe(), TerminalMode.take() else { return otherwise() }
    defer { TerminalMode.giveBack() }
    var model = PagerModel(text)
    var drawn: [String] = []
    while true {
      let (width, height) = TerminalMode.size()
      let rows = model.rows(width: width, height: height, style: style)
      if rows != drawn {
        TerminalMode.put(
          "\u{1B}[H" + rows.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J")
        drawn = rows
      }
      guard TerminalMode.wait(or: bell, milliseconds: 100) else { return }
      for key in Key.decode(TerminalMode.keys()) where !model.press(key, height: height) { return }
    }
  }
}
