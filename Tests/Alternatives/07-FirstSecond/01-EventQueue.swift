import PostRoad

/// One sorted array, the next event at its end; a handle is looked for with a walk.
public struct EventQueue<Event> {
  private var line: [(time: Int64, handle: Simulation.EventHandle, event: Event)] = []
  private var made = 0
  private var time: Int64

  public init(now: Int64 = 0) throws { time = now }

  public var now: Int64 { get throws { time } }

  public var nextTime: Int64? { get throws { line.last?.time } }

  @discardableResult
  public mutating func schedule(_ event: Event, at time: Int64) throws -> Simulation.EventHandle {
    if time < self.time { throw Simulation.EventError.inThePast(time, now: self.time) }
    // Later events come first, and of one time the younger: so the place is after all that are later.
    var (low, high) = (0, line.count)
    while low < high {
      let middle = (low + high) / 2
      if line[middle].time > time { low = middle + 1 } else { high = middle }
    }
    made -= 1
    let handle = Simulation.EventHandle(number: made)
    line.insert((time, handle, event), at: low)
    return handle
  }

  @discardableResult
  public mutating func cancel(_ handle: Simulation.EventHandle) throws -> Bool {
    guard let place = line.firstIndex(where: { $0.handle == handle }) else { return false }
    line.remove(at: place)
    return true
  }

  public mutating func next() throws -> (at: Int64, event: Event)? {
    guard let last = line.popLast() else { return nil }
    time = last.time
    return (last.time, last.event)
  }
}
