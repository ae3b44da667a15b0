import PostRoad

/// Keeps the flows in a list in the order of their last packets: the first is the one that was silent for the longest,
/// so the oldest needs no search.
public struct FlowTable {
  private struct Entry {
    let flow: LB.Flow
    let backend: Int
    let last: Int
  }

  private var entries: [Entry] = []
  private let capacity: Int
  private let timeouts: LB.FlowTimeouts

  public init(capacity: Int, timeouts: LB.FlowTimeouts) throws {
    if capacity < 1 { throw LB.FlowError.capacityTooSmall(capacity) }
    if timeouts.tcp < 1 { throw LB.HealthError.timeoutTooShort(timeouts.tcp) }
    if timeouts.udp < 1 { throw LB.HealthError.timeoutTooShort(timeouts.udp) }
    self.capacity = capacity
    self.timeouts = timeouts
  }

  public var count: Int { get throws { entries.count } }

  public mutating func backend(of flow: LB.Flow, now: Int, pick: () throws -> Int) throws -> Int {
    let place = entries.firstIndex { $0.flow == flow }
    let backend: Int
    if let place, isLive(entries[place], now) {
      backend = entries[place].backend
    } else {
      backend = try pick()
    }
    if let place {
      entries.remove(at: place)
    } else if entries.count == capacity {
      try expire(now: now)
      if entries.count == capacity { entries.removeFirst() }
    }
    entries.append(Entry(flow: flow, backend: backend, last: now))
    return backend
  }

  public mutating func expire(now: Int) throws {
    entries = entries.filter { isLive($0, now) }
  }

  public mutating func forget(backend: Int) throws {
    entries.removeAll { $0.backend == backend }
  }

  private func isLive(_ entry: Entry, _ now: Int) -> Bool {
    entry.last > now - timeouts[entry.flow.transport]
  }
}
