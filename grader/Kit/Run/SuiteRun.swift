/// What is known of one run of one suite: the facts that are judged.
struct SuiteRun: Sendable {
  var records: [StreamRecord]
  var ending: ChildProcess.Ending
  /// The end of standard error and the backtrace: the runtime reports there why it crashed.
  var errors: String
  /// The end of what the code under test printed.
  var printed = ""
  /// How long it took, in seconds of its own.
  var seconds = 0.0
}
