/// Why a process ended before its tests did, in plain words, as far as the runtime told it.
struct CrashReport {
  let issue: TestIssue

  init(ending: ChildProcess.Ending, output: String) {
    let place = Self.place(in: output)
    issue = TestIssue(message: Self.reason(ending, output: output), file: place?.file, line: place?.line)
  }

  private static let segmentationFault: Int32 = 11
  private static let busError: Int32 = 10

  private static func reason(_ ending: ChildProcess.Ending, output: String) -> String {
    switch ending {
    case .exited(let status):
      return
        "the code ended the whole program with status \(status): a function returns or throws, it never exits"
    case .stopped(let reason):
      return "still running after \(reason)"
    case .signalled(let signal):
      if let match = output.matches(of: /Fatal error(?:: (.*))?/).last {
        return "crashed: \(explained(match.1.map(String.init) ?? "fatalError"))"
      }
      if let match = output.matches(of: /Swift runtime failure: ([^\n]*?)(?: in |\n|$)/).last {
        return "crashed: \(explained(String(match.1)))"
      }
      if output.contains("failed to allocate") || output.contains("bad_alloc") {
        return "crashed: asked for more than 1 GiB of memory"
      }
      // The runtime says nothing of a stack that ran out, and there is no other common way to this signal.
      if signal == segmentationFault || signal == busError {
        return "crashed: ran out of stack, most likely a function that calls itself without end"
      }
      return "crashed with signal \(signal)"
    }
  }

  /// The runtime's words in a learner's.
  private static func explained(_ reason: String) -> String {
    let reason = reason.printable
    let known = [
      ("Index out of range", "an index out of range"),
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
    for (words, meaning) in known where reason.hasPrefix(words) { return meaning }
    return reason.isEmpty ? "fatalError" : reason
  }

  /// The innermost line of the learner's own in the backtrace, or else of the suite's.
  private static func place(in output: String) -> (file: String, line: Int)? {
    let match =
      output.firstMatch(of: /at (\/[^\n]*?\/Subjects\/[^\n]*?\.swift):([0-9]+)/)
      ?? output.firstMatch(of: /at (\/[^\n]*?\/Suites\/[^\n]*?Tests\.swift):([0-9]+)/)
    return match.flatMap { match in Int(match.2).map { (BenchPath.own(match.1), $0) } }
  }
}
