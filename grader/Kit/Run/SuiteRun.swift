/// What is known of one run of one suite: the facts that are judged.
struct SuiteRun: Sendable {
  var records: [StreamRecord]
  var ending: ChildProcess.Ending
  /// The end of standard error and the backtrace; the runtime tells there why it crashed. What the code prints is not in it.
  var output: String
}
