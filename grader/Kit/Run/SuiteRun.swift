/// What is known of one run of one suite: the facts that are judged.
struct SuiteRun: Sendable {
  var records: [StreamRecord]
  var ending: ChildProcess.Ending
  /// The last of what the process printed; the runtime tells there why it crashed.
  var output: String
  /// How long it took.
  var seconds = 0.0
}
