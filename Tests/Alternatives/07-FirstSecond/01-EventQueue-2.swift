import PostRoad

/// A queue for each time, and no sequence number but in the handles.
public struct EventQueue<Event> {
  private var queues: [Int64: [(handle: Int, event: Event)]] = [:]
  private var times: [Int: Int64] = [:]
  private var nextHandle = 1_000
  private var clock: Int64

  public init(now: Int64 = 0) throws { clock = now }

  public var now: Int64 { get throws { clock } }

  public var nextTime: Int64? { get throws { queues.keys.min() } }

  @discardableResult
  public mutating func schedule(_ event: Event, at time: Int64) throws -> Simulation.EventHandle {
    guard clock <= time else { throw Simulation.EventError.inThePast(time, now: clock) }
    nextHandle += 7
    queues[time, default: []].append((nextHandle, event))
    times[nextHandle] = time
    return Simulation.EventHandle(number: nextHandle)
  }

  @discardableResult
  public mutating func cancel(_ handle: Simulation.EventHandle) throws -> Bool {
    guard let time = times.removeValue(forKey: handle.number) else { return false }
    queues[time]?.removeAll { $0.handle == handle.number }
    if queues[time]?.isEmpty == true { queues[time] = nil }
    return true
  }

  public mutating func next() throws -> (at: Int64, event: Event)? {
    guard let time = try nextTime, let first = queues[time]?.first else { return nil }
    _ = try cancel(Simulation.EventHandle(number: first.handle))
    clock = time
    return (time, first.event)
  }
}
