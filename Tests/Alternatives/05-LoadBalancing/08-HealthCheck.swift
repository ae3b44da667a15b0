import PostRoad

/// Counts down the failed or passed checks that are still missing, instead of up; at first a single one is missing.
public struct HealthCheck {
  private enum State {
    case up(missing: Int)
    case down(missing: Int)
  }

  private let rise: Int
  private let fall: Int
  private let intervals: LB.CheckIntervals
  private var state = State.up(missing: 1)
  private var due: Double

  public init(rise: Int, fall: Int, intervals: LB.CheckIntervals, now: Double) throws {
    if let threshold = [rise, fall].first(where: { $0 < 1 }) {
      throw LB.HealthError.thresholdTooSmall(threshold)
    }
    if let interval = [intervals.up, intervals.changing, intervals.down].first(where: { !($0 > 0) }) {
      throw LB.TimeError.notPositive(interval)
    }
    (self.rise, self.fall, self.intervals, due) = (rise, fall, intervals, now)
  }

  public var isUp: Bool {
    get throws {
      if case .up = state { true } else { false }
    }
  }

  public var nextCheck: Double { get throws { due } }

  public mutating func note(passed: Bool, now: Double) throws -> LB.HealthChange? {
    switch (state, passed) {
    case (.up, true):
      state = .up(missing: fall)
      due = now + intervals.up
    case (.down, false):
      state = .down(missing: rise)
      due = now + intervals.down
    case (.up(1), false):
      state = .down(missing: rise)
      due = now + intervals.down
      return .wentDown
    case (.down(1), true):
      state = .up(missing: fall)
      due = now + intervals.up
      return .wentUp
    case (.up(let missing), false):
      state = .up(missing: missing - 1)
      due = now + intervals.changing
    case (.down(let missing), true):
      state = .down(missing: missing - 1)
      due = now + intervals.changing
    }
    return nil
  }
}
