/// Something that a script expects and that did not come true.
package struct WorldFailure: Error, Hashable, Sendable {
  package var line: Int
  /// Milliseconds from the beginning of the world.
  package var time: Int64
  package var expected: String
  package var got: String
  /// Where to read what should have happened.
  package var source: String?
  /// The last arrows until then.
  package var arrows: [WorldTrace.Arrow]

  /// How many arrows are shown.
  static let shown = 8
}

extension WorldFailure: CustomStringConvertible {
  package var description: String {
    let rows = arrows.map { arrow in
      let end =
        switch arrow.end {
        case .arrived: "at \(arrow.arrives ?? arrow.time)"
        case .underWay: "under way"
        case .lost, .unused, .refused: arrow.end.rawValue
        }
      return "    \(arrow.time)  \(arrow.from) > \(arrow.to)  \(arrow.text)  \(end)"
    }
    let lines =
      ["line \(line), at \(time) ms", "  expected  \(expected)", "  got       \(got)"]
      + (rows.isEmpty ? [] : ["  the last arrows"] + rows) + (source.map { ["  see \($0)"] } ?? [])
    return lines.joined(separator: "\n")
  }
}

extension VisitPhase {
  /// Where it is said how this phase goes.
  package var source: String {
    switch self {
    case .dns: "RFC 1034 §5.3.3: how a resolver finds an answer"
    case .tcp: "RFC 9293 §3.5: how a connection is made"
    case .tls: "RFC 8446 §2: how a connection is made secure"
    case .wait: "RFC 9111 §4: what a cache may answer with"
    case .body: "RFC 9112 §6.3: where a body ends"
    }
  }
}
