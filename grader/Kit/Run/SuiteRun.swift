/// What is known of one run of one suite: the facts that are judged.
struct SuiteRun: Sendable {
  var records: [StreamRecord]
  var ending: ChildProcess.Ending
  /// The end of standard error. Swift Testing writes there, and the runtime its last words.
  var errors: String
  /// The runtime's backtrace, from a file that nothing that is printed gets into.
  var backtrace = ""
  /// The end of what the code under test printed.
  var printed = ""
  /// How long it took, in seconds of its own.
  var seconds = 0.0
}
