import CurriculumKit
import SystemKit

/// Turns the facts of a run into verdicts: a pure function of the event stream and the process's end.
///
/// A test passes only if it was announced, started once, ended once, recorded no failure, and was neither skipped nor cancelled.
/// The process must have told the end of the run, and its status must agree with the stream.
package enum Judge {
  /// Swift Testing's own status for a run in which something failed.
  package static let failureStatus: Int32 = 1

  /// The verdicts of the tests in `inventory` as far as this run decides them; what it leaves open is not in the outcome. Throws
  /// where the run is no evidence of anything: it announced none of these tests, or one that the suite does not have.
  package static func judge(_ run: SuiteRun, inventory: [SuiteSource.Test], suite: LinkedSuite) throws
    -> Outcome
  {
    try requireEvidence(run, inventory: inventory, suite: suite)
    let program = suite.program
    return judge(run, inventory: inventory, paths: program.paths, sources: program.recipe.subjects)
  }

  private static func requireEvidence(_ run: SuiteRun, inventory: [SuiteSource.Test], suite: LinkedSuite)
    throws
  {
    let announced = Set(
      run.records.compactMap { record in
        if case .test(_, let name) = record { name } else { nil }
      })
    let expected = Set(inventory.map(\.name))
    let known = Set(suite.tests.map(\.name))
    guard expected.isSubset(of: announced), announced.isSubset(of: known) else {
      throw GraderError.noTestsRan(
        suite.exercise.suiteFile, ProcessEnd(run.ending, errors: run.errors))
    }
  }

  package static func judge(
    _ run: SuiteRun, inventory: [SuiteSource.Test], paths: LaidPaths?, sources: [SourceFile] = []
  ) -> Outcome {
    var traces: [String: Trace] = [:]
    var names: [String: String] = [:]
    var strays: [StreamRecord.Issue] = []
    var hasEnded = false
    for record in run.records {
      switch record {
      case .test(let id, let name):
        // Two announcements of one name: nothing can be told apart any more, so neither passes.
        traces[name, default: Trace()].announced += 1
        names[id] = name
      case .event(let event):
        if event.kind == "runEnded" { hasEnded = true }
        guard let name = event.testID.flatMap({ names[$0] }) else {
          if let issue = event.issue, issue.isFailure { strays.append(issue) }
          continue
        }
        traces[name, default: Trace()].note(event)
      }
    }

    var outcome = Outcome()
    let end = CrashReport(run, paths: paths, sources: sources)
    for test in inventory {
      guard let trace = traces[test.name] else { continue }
      if trace.isOpen {
        outcome.hasCulprit = true
        outcome.tests[test.name] = culprit(trace, end: end, ending: run.ending)
      } else if let decided = trace.outcome {
        outcome.tests[test.name] = decided
      }
    }
    outcome.fault = fault(
      in: run, end: end, hasEnded: hasEnded, strays: strays, hasCulprit: outcome.hasCulprit,
      hasFailed: outcome.tests.values.contains { $0.verdict == .failed } || !strays.isEmpty)
    return outcome
  }

  /// The test that was open when the process ended.
  private static func culprit(
    _ trace: Trace, end: CrashReport, ending: ChildProcess.Ending
  ) -> TestOutcome {
    if case .stopped(let reason) = ending, !reason.isAboutMemory {
      let function = end.function.map { ", in `\($0.printable)`" } ?? ""
      let hint =
        "still running after \(reason)\(function): an endless loop, or a wait for something that never comes"
      let place = end.issue
      return TestOutcome(
        verdict: .hung,
        issues: trace.issues + [TestIssue(message: hint, file: place.file, line: place.line)])
    }
    return TestOutcome(verdict: .crashed, issues: trace.issues + [end.issue])
  }

  /// What is wrong with the process though no test was open.
  private static func fault(
    in run: SuiteRun, end: CrashReport, hasEnded: Bool, strays: [StreamRecord.Issue], hasCulprit: Bool,
    hasFailed: Bool
  ) -> TestIssue? {
    if let stray = strays.first { return TestIssue(stray) }
    if hasCulprit { return nil }
    switch run.ending {
    case .exited(let status) where hasEnded:
      // A status that hides a failure changes nothing: the stream is believed.
      if status == 0 || (status == failureStatus && hasFailed) { return nil }
      return TestIssue(message: "the tests' process ended with status \(status) though no test had failed")
    case .stopped(let reason):
      return TestIssue(message: "the tests had ended, but their process was still running after \(reason)")
    default:
      return hasEnded
        ? TestIssue(
          message: "after the tests had ended, \(end.issue.message)", file: end.issue.file,
          line: end.issue.line)
        : end.issue
    }
  }
}

extension TestIssue {
  package init(_ issue: StreamRecord.Issue) {
    self.init(
      message: issue.message.printable, file: issue.fileID, line: issue.line, failure: issue.failure,
      thrown: issue.thrown)
  }
}
