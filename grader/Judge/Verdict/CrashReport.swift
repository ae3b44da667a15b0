import CurriculumKit
import Foundation
import SystemKit

/// Why a process ended before its tests did, in plain words, as far as the runtime reported it.
package struct CrashReport {
  package let issue: TestIssue
  /// The learner's function that was running, `parse(_:)`, innermost first; nil where none was.
  package let function: String?

  /// - Parameter sources: what the program was built from, where a hang's function is looked for.
  package init(_ run: SuiteRun, paths: LaidPaths?, sources: [SourceFile] = []) {
    let frames = BacktraceFrame.frames(in: run.backtrace)
    let own = frames.filter { $0.path.contains("/Subjects/") }
    var place: (path: String, line: Int?)?
    if case .stopped = run.ending, let innermost = own.first {
      let hang = HangPlace(innermost, sources: sources)
      function = hang.function
      place = (hang.path, hang.line)
    } else {
      function = own.first?.function
      // The innermost line of the learner's own, or else of the suite's.
      let suites = frames.filter { $0.path.contains("/Suites/") }
      place = (own.isEmpty ? suites : own).first { $0.line != nil }.map { ($0.path, $0.line) }
    }
    let file = place.flatMap { place in place.line.map { _ in paths?.own(place.path) ?? place.path } }
    issue = TestIssue(message: Self.reason(run), file: file, line: place?.line)
  }

  private static let segmentationFault: Int32 = 11
  private static let busError: Int32 = 10
  private static let outOfMemory = "crashed: asked for more than \(SuiteRunner.memory >> 30) GiB of memory"

  private static func reason(_ run: SuiteRun) -> String {
    switch run.ending {
    case .exited(let status):
      return
        "the code ended the whole program with status \(status): a function returns or throws, it never exits"
    case .stopped(.memory): return outOfMemory
    case .stopped(let reason):
      return "still running after \(reason)"
    case .signalled(let signal):
      if let line = run.backtrace.lastLine(with: "Swift runtime failure: ") {
        return
          "crashed: \(explained((line.after("Swift runtime failure: ") ?? "").before(" in ").before(" ***")))"
      }
      let words = lastWords(in: run.errors)
      if words.contains("failed to allocate") || words.contains("bad_alloc") { return outOfMemory }
      for kind in ["Fatal error", "Precondition failed", "Assertion failed"] {
        guard let line = words.lastLine(with: kind) else { continue }
        return "crashed: \(explained(line.after(kind + ": ") ?? ""))"
      }
      // The runtime says nothing of a stack that ran out, and there is no other common way to this signal.
      if signal == segmentationFault || signal == busError {
        return "crashed: ran out of stack, most likely a function that calls itself without end"
      }
      return "crashed with signal \(signal)"
    }
  }

  /// The paragraph that the runtime wrote before it began the backtrace. What a failed test shows of the learner's values is
  /// farther up.
  private static func lastWords(in errors: String) -> String {
    var lines = errors.lines[...]
    if let end = lines.lastIndex(where: { $0.hasPrefix("*** Signal ") }) { lines = lines[..<end] }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
    let start = lines.lastIndex { $0.allSatisfy(\.isWhitespace) }.map { $0 + 1 } ?? lines.startIndex
    return lines[start...].filter { !isTestings($0) }.joined(separator: "\n")
  }

  /// Swift Testing begins its lines with a mark.
  private static func isTestings(_ line: Substring) -> Bool {
    line.unicodeScalars.first.map { !$0.isASCII } ?? false
  }

  /// How the runtime's words begin, and the same in a learner's. Each has its own: mistakes are told apart by them.
  static let known = [
    ("Index out of range", "an index out of range"),
    ("Index out of bounds", "a slice has no such index: it keeps those of its array"),
    ("Array index is out of range", "a range or a place beyond the end of an array"),
    ("Can't remove first element", "the first element was removed from an empty collection"),
    ("Can't remove last element", "the last element was removed from an empty collection"),
    ("Unexpectedly found nil while unwrapping an Optional value", "a nil was unwrapped with `!`"),
    (
      "Unexpectedly found nil while implicitly unwrapping an Optional value",
      "a nil was unwrapped (an implicitly unwrapped optional)"
    ),
    ("arithmetic overflow", "arithmetic overflow: the result does not fit into its type"),
    (
      "Not enough bits to represent the passed value",
      "a number does not fit into the type it is converted to"
    ),
    ("Negative value is not representable", "a negative number was converted to an unsigned type"),
    ("Division by zero", "division by zero"),
    ("Range requires lowerBound <= upperBound", "a range whose end lies before its start"),
  ]

  private static func explained(_ reason: String) -> String {
    let reason = reason.printable
    for (words, meaning) in known where reason.hasPrefix(words) { return meaning }
    return reason.isEmpty ? "fatalError, without a reason" : reason
  }
}

extension String {
  /// The last line that holds these words. A process may print much: no pattern is matched against all of it.
  fileprivate func lastLine(with words: String) -> String? {
    split(whereSeparator: \.isNewline).last { $0.contains(words) }.map(String.init)
  }

  fileprivate func after(_ words: String) -> String? {
    range(of: words).map { String(self[$0.upperBound...]) }
  }

  fileprivate func before(_ words: String) -> String {
    range(of: words).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
