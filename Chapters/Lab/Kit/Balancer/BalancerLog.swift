/// To whom a balancer says what happens.
package struct BalancerLog {
  /// Gets a line for each thing that happens; nil where nobody wants them.
  package var trace: ((String) -> Void)?
  /// Gets a line for each backend that goes down or comes up.
  package var note: (String) -> Void
  /// Gets what an exercise throws that is not solved.
  package var report: (any Error) -> Void

  package init(
    trace: ((String) -> Void)?, note: @escaping (String) -> Void, report: @escaping (any Error) -> Void
  ) {
    self.trace = trace
    self.note = note
    self.report = report
  }
}
