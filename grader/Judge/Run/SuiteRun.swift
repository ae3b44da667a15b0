import SystemKit

/// What is known of one run of one suite: the facts that are judged.
package struct SuiteRun: Sendable {
  package var records: [StreamRecord]
  package var ending: ChildProcess.Ending
  /// The end of standard error. Swift Testing writes there, and the runtime its last words.
  package var errors: String
  /// The runtime's backtrace, from a file that nothing that is printed gets into.
  package var backtrace = ""
  /// What the code under test printed.
  package var printed = PrintedOutput()
  /// The files of the stubs that were called, also where the code under test swallowed what they throw.
  package var calledStubs: Set<String> = []
  /// How long it took, in seconds of its own.
  package var seconds = 0.0

  /// Room that a stream of events may need, in bytes: the longest of the book has some hundred kilobytes.
  package static let roomForEvents = 1 << 20

  /// Whether a full disk may be why the run did not come to its end: then nobody knows what the code under test did.
  package func mayHaveLackedRoom(freeBytes: Int?) -> Bool {
    let hasEnded = records.contains { record in
      if case .event(let event) = record { event.kind == "runEnded" } else { false }
    }
    return !hasEnded && (freeBytes ?? .max) < Self.roomForEvents
  }
}
