/// How a process ended and what it wrote last: for where nothing else is known of it.
package struct ProcessEnd: Equatable, Sendable {
  /// A program that cannot start gives its reason in one line; a sandbox adds one, and a loader another.
  package static let mostLines = 3
  /// Characters that are kept of a line: three rows of a usual terminal.
  package static let mostCharacters = 240

  package let ending: ChildProcess.Ending
  /// The last lines of standard error that are not blank, harmless for a terminal and none too long.
  package let lastWords: [String]

  package init(_ ending: ChildProcess.Ending, errors: String) {
    self.ending = ending
    let lines = errors.lines.filter { !$0.allSatisfy(\.isWhitespace) }
    lastWords = lines.suffix(Self.mostLines).map { line in
      let shown = String(line.prefix(Self.mostCharacters)).printable
      return line.count > Self.mostCharacters ? shown + "…" : shown
    }
  }
}

extension ProcessEnd: CustomStringConvertible {
  /// `ended with status 1 and wrote last: bwrap: No permissions to create a new namespace`
  package var description: String {
    let end =
      switch ending {
      case .exited(let status): "ended with status \(status)"
      case .signalled(let signal): "was ended by signal \(signal)"
      case .stopped(let reason): "was ended, still running after \(reason),"
      }
    return lastWords.isEmpty
      ? "\(end) and wrote no error" : "\(end) and wrote last: \(lastWords.joined(separator: " / "))"
  }
}
