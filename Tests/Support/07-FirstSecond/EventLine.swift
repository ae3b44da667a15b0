/// A second implementation of an event queue: all events in the order in which they were scheduled, and a walk over them for each
/// question.
public struct EventLine: Sendable {
  private var line: [(time: Int64, event: Int)] = []
  public private(set) var now: Int64

  public init(now: Int64) { self.now = now }

  public mutating func schedule(_ event: Int, at time: Int64) { line.append((time, event)) }

  /// Whether the event was there; events are all different.
  public mutating func cancel(_ event: Int) -> Bool {
    let before = line.count
    line.removeAll { $0.event == event }
    return line.count < before
  }

  public var nextTime: Int64? { line.map(\.time).min() }

  public mutating func next() -> (at: Int64, event: Int)? {
    guard let time = nextTime, let place = line.firstIndex(where: { $0.time == time }) else { return nil }
    now = time
    return (time, line.remove(at: place).event)
  }
}
