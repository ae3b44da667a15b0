/// Seconds since it was started, on a clock that nobody sets.
package final class Stopwatch {
  private var start = ContinuousClock.now

  package var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  package func restart() { start = .now }

  package init() {}
}
