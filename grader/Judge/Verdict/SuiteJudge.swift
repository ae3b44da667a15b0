import SystemKit

/// Judges a suite: runs it, again where it was cut short, until each test has its verdict or cannot get one.
package struct SuiteJudge: Sendable {
  package let runner: any Running
  /// Seconds of inactivity before a test is reported as hung.
  package var patience = 5.0
  /// The only test that is run, by its name; nil for all of them.
  package var only: String?

  package init(runner: any Running, patience: Double = 5.0) {
    self.runner = runner
    self.patience = patience
  }

  /// Seconds that one suite may take with all its runs.
  package static let deadline = 30.0
  /// Seconds without an event that are left to the others once one test hung.
  package static let shortPatience = 1.0

  package func judge(_ suite: LinkedSuite) throws -> Judgement {
    var left = suite.tests.filter { only == nil || $0.name == only }
    var printed = PrintedOutput()
    var calledStubs: Set<String> = []
    guard !left.isEmpty else { throw GraderError.noTestsRan(suite.exercise.suiteFile) }
    var outcome = Outcome()
    var remaining = Self.deadline
    var patience = patience
    while !left.isEmpty, remaining > 0 {
      let skipped = suite.tests.filter { !left.contains($0) }
      let run = try runner.run(suite, skipping: skipped, patience: patience, limit: remaining)
      remaining -= run.seconds
      printed.append(run.printed)
      calledStubs.formUnion(run.calledStubs)
      var judged = try Judge.judge(run, inventory: left, suite: suite)
      if patience < self.patience { judged.explainShortPatience() }
      outcome.merge(judged)
      left = left.filter { outcome.tests[$0.name] == nil }
      if !judged.hasCulprit { break }
      if case .stopped = run.ending {
        if patience == Self.shortPatience { break }
        patience = min(patience, Self.shortPatience)
      }
    }
    for test in left { outcome.tests[test.name] = TestOutcome(verdict: .notRun) }
    var judgement = Judgement(outcome, of: suite, printed: printed)
    judgement.calledStubs = calledStubs
    return judgement
  }

  /// What one run says of every test; nil where it was cut short.
  package func judgeOnce(_ suite: LinkedSuite) throws -> Judgement? {
    let run = try runner.run(suite, skipping: [], patience: patience, limit: Self.deadline)
    let outcome = try Judge.judge(run, inventory: suite.tests, suite: suite)
    guard !outcome.hasCulprit, suite.tests.allSatisfy({ outcome.tests[$0.name] != nil }) else { return nil }
    return Judgement(outcome, of: suite, printed: run.printed)
  }

  /// Whether every test passes in one run.
  package func passes(_ suite: LinkedSuite) throws -> Judgement? {
    guard let judgement = try judgeOnce(suite), judgement.verdict == .solved else { return nil }
    return judgement
  }

  /// The same of each suite; so many run at once, each in a process of its own. What is not said to pass may have been slowed by
  /// another: who asks judges it again.
  package func passes(each suites: [LinkedSuite], atOnce width: Int) throws -> [Judgement?] {
    try SideBySide.map(suites, atOnce: width) { try passes($0) }
  }
}

extension Outcome {
  /// Says of what hung why it was ended so soon: a reader who saw 5 s with one test wonders at 1 s with the next.
  fileprivate mutating func explainShortPatience() {
    for name in tests.keys where tests[name]?.verdict == .hung {
      guard let last = tests[name]?.issues.indices.last else { continue }
      tests[name]?.issues[last].message += " (a test before it hung, so it was given less time)"
    }
  }
}
