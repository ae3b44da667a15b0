/// Seconds since it was started, on a clock that nobody sets.
final class Stopwatch {
  private var start = ContinuousClock.now

  var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  func restart() { start = .now }
}
