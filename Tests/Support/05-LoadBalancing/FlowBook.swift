import PostRoad

/// A flow table as a list in the order of the last packets, to check against: no times are compared but those of the
/// two ends, and no packet is numbered.
public struct FlowBook {
  private var lines: [(flow: LB.Flow, backend: Int, until: Int)] = []
  private let capacity: Int
  private let timeouts: LB.FlowTimeouts

  public init(capacity: Int, timeouts: LB.FlowTimeouts) {
    self.capacity = capacity
    self.timeouts = timeouts
  }

  /// The backend of a packet; `next` is what would be picked.
  public mutating func backend(of flow: LB.Flow, now: Int, next: Int) -> Int {
    let place = lines.firstIndex { $0.flow == flow }
    let old = place.map { lines.remove(at: $0) }
    let backend = old.map { $0.until > now ? $0.backend : next } ?? next
    if old == nil && lines.count == capacity {
      lines.removeAll { $0.until <= now }
      if lines.count == capacity { lines.removeFirst() }
    }
    lines.append((flow, backend, now + timeouts[flow.transport]))
    return backend
  }

  public var count: Int { lines.count }

  public mutating func expire(now: Int) { lines.removeAll { $0.until <= now } }

  public mutating func forget(backend: Int) { lines.removeAll { $0.backend == backend } }
}
