import Dispatch
import Synchronization
import SystemKit

/// Shows on standard error that long work moves, and what it does: a line that rewrites itself on a terminal; where there is none,
/// a line when something begins that takes long.
package final class Activity: Sendable {
  private struct State {
    var doing: String?
    var frame = 0
    var seconds = 0.0
    var isShown = false
  }

  private static let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
  private static let interval = 0.1
  /// A quick answer needs no spinner before it.
  private static let patience = 0.3

  private let state = Mutex(State())
  nonisolated(unsafe) private let timer: (any DispatchSourceTimer)?
  private let width: Int
  private let write: @Sendable (String) -> Void

  /// Told what is being done now, where a screen shows it.
  private let heard: @Sendable (String) -> Void

  package init(console: Console, heard: @escaping @Sendable (String) -> Void = { _ in }) {
    self.heard = heard
    width = console.width
    write = console.writeError
    guard console.isErrorLive else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    self.timer = timer
    timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.resume()
  }

  /// Something that takes long begins, or somebody has to be waited for.
  package func announce(_ doing: String) {
    say(doing)
    guard timer == nil else { return }
    write("grader: \(doing) …".wrapped(to: width) + "\n")
  }

  /// What is being done now.
  package func say(_ doing: String) {
    state.withLock { $0.doing = doing }
    heard(doing)
  }

  /// Prints something else: the line is wiped before it, and comes again after it.
  package func interrupt(_ print: () -> Void) {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[2K") }
      state.isShown = false
      print()
    }
  }

  /// Wipes the line.
  package func end() {
    timer?.cancel()
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[2K") }
      state.doing = nil
      state.isShown = false
    }
  }

  private func tick() {
    state.withLock { state in
      guard let doing = state.doing else { return }
      state.seconds += Self.interval
      guard state.seconds > Self.patience else { return }
      state.frame = (state.frame + 1) % Self.frames.count
      state.isShown = true
      write(
        "\r\u{1B}[2K" + "\(Self.frames[state.frame]) \(doing) · \(Int(state.seconds)) s".cut(to: width - 1))
    }
  }
}
