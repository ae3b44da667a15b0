import PostRoad

/// Keeps a phase for each backend, and forgets a slow start already when the backend goes down; the step is a number of
/// whole sixteenths, divided in double width.
public struct SlowStart {
  private enum Phase {
    case down
    case warming(since: Int)
    case steady
  }

  private let own: [Int]
  private var phases: [Phase]
  private let window: Int

  public init(_ backends: [LB.Backend], window: Int) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    if let index = backends.firstIndex(where: { !LB.Backend.weights.contains($0.weight) }) {
      throw LB.PoolError.weightOutOfRange(backends[index].weight, at: index)
    }
    if window < 0 { throw LB.HealthError.timeoutTooShort(window) }
    own = backends.map(\.weight)
    phases = backends.map { $0.isUp ? .steady : .down }
    self.window = window
  }

  public mutating func mark(_ index: Int, isUp: Bool, now: Int) throws {
    if index < 0 || index >= own.count { throw LB.PoolError.noBackend(at: index, count: own.count) }
    switch (phases[index], isUp) {
    case (_, false): phases[index] = .down
    case (.down, true): phases[index] = .warming(since: now)
    case (.warming, true), (.steady, true): break
    }
  }

  public func weights(now: Int) throws -> [Int] {
    zip(own, phases).map { weight, phase in
      switch phase {
      case .down: 0
      case .steady: weight
      case .warming(let start): divideUp(weight * step(start, now), by: 16)
      }
    }
  }

  /// 1 to 16.
  private func step(_ start: Int, _ now: Int) -> Int {
    guard now >= start, now - start < window else { return 16 }
    return 1 + window.dividingFullWidth((now - start).multipliedFullWidth(by: 16)).quotient
  }

  private func divideUp(_ number: Int, by divisor: Int) -> Int {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return quotient + rest.signum()
  }
}
