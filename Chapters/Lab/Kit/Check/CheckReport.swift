import PostRoad

/// What came of all rules.
package struct CheckReport {
  package struct Line: Hashable, Sendable {
    package var sentence: String
    package var source: String
    package var verdict: CheckVerdict
  }

  /// The columns of a line.
  private static let width = 80

  package private(set) var lines: [Line] = []

  /// Judges a server by all rules, one after the other.
  package init<Peer>(_ rules: [CheckRule<Peer>], of peer: Peer) throws {
    for rule in rules {
      var verdict = CheckVerdict.kept
      do {
        try rule.judge(peer)
      } catch let finding as CheckFinding {
        verdict = .broken(finding)
      } catch let skipped as NotJudged {
        verdict = .notJudged(skipped.reason)
      } catch let error as NotStarted {
        throw error
      } catch {
        verdict = .broken(CheckFinding(asked: "", wanted: "an answer", got: "\(error)"))
      }
      lines.append(Line(sentence: rule.sentence, source: rule.source, verdict: verdict))
    }
  }

  /// The sentences that are broken.
  package var broken: [String] {
    lines.compactMap { if case .broken = $0.verdict { $0.sentence } else { nil } }
  }

  /// 0 where all are kept, 1 where some are broken, 3 where nothing could be judged.
  package var status: Int32 {
    if !broken.isEmpty { return 1 }
    return lines.contains { $0.verdict == .kept } ? 0 : 3
  }

  /// A line for each rule, more for one that is broken, and how many are kept.
  package var text: String {
    let counts = [
      (lines.count { $0.verdict == .kept }, "kept"), (broken.count, "broken"),
      (lines.count { if case .notJudged = $0.verdict { true } else { false } }, "not judged"),
    ]
    let total = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return (lines.flatMap(Self.told) + ["", "\(total)"]).map { "\($0)\n" }.joined()
  }

  private static func told(_ line: Line) -> [String] {
    switch line.verdict {
    case .kept: return headline("✓", line)
    case .notJudged(let reason): return headline("–", line) + ["    not judged: \(reason)"]
    case .broken(let finding):
      let details = [("asked", finding.asked), ("wanted", finding.wanted), ("got", finding.got)]
      return headline("✗", line)
        + details.filter { !$0.1.isEmpty }.map { name, text in
          "    \(name)\(String(repeating: " ", count: 8 - name.count))\(text)"
        }
    }
  }

  /// The sentence, with its source at the right edge where there is room for both.
  private static func headline(_ mark: String, _ line: Line) -> [String] {
    let start = "\(mark) \(line.sentence)"
    let room = width - start.count - line.source.count
    guard room > 1 else { return [start, "    \(line.source)"] }
    return [start + String(repeating: " ", count: room) + line.source]
  }
}
