import PostRoad

/// Keeps the phase of each backend as an enum with the deadline in it, and checks the seconds before the index.
public struct Draining {
  private enum Phase: Equatable {
    case serving
    case draining(until: Int)
    case drained
  }

  private struct Seat {
    let isUp: Bool
    var connections: Int
    var phase = Phase.serving
  }

  private var seats: [Seat]

  public init(_ backends: [LB.Backend]) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    seats = backends.map { Seat(isUp: $0.isUp, connections: $0.activeConnections) }
  }

  public func candidates() throws -> [Int] {
    let serving = seats.indices.filter { seats[$0].isUp && seats[$0].phase == .serving }
    if serving.isEmpty { throw LB.PoolError.noneAvailable(of: seats.count) }
    return serving
  }

  public mutating func open(_ index: Int) throws {
    try check(index)
    if seats[index].phase != .serving { throw LB.DrainError.draining(at: index) }
    seats[index].connections += 1
  }

  public mutating func close(_ index: Int) throws {
    try check(index)
    if seats[index].connections == 0 { throw LB.PoolError.noConnection(at: index) }
    seats[index].connections -= 1
  }

  public mutating func drain(_ index: Int, within seconds: Int, now: Int) throws {
    if seconds < 0 { throw LB.HealthError.timeoutTooShort(seconds) }
    try check(index)
    let (sum, overflows) = now.addingReportingOverflow(seconds)
    let deadline = overflows ? Int.max : sum
    switch seats[index].phase {
    case .serving: seats[index].phase = .draining(until: deadline)
    case .draining(let earlier): seats[index].phase = .draining(until: min(earlier, deadline))
    case .drained: break
    }
  }

  public mutating func resume(_ index: Int) throws {
    try check(index)
    seats[index].phase = .serving
  }

  public mutating func settle(now: Int) throws -> [LB.Drained] {
    let done = seats.indices.filter { index in
      guard case .draining(let deadline) = seats[index].phase else { return false }
      return deadline <= now || seats[index].connections == 0
    }
    return done.map { index in
      defer { seats[index] = Seat(isUp: seats[index].isUp, connections: 0, phase: .drained) }
      return LB.Drained(index: index, cut: seats[index].connections)
    }
  }

  private func check(_ index: Int) throws {
    if index < 0 || index >= seats.count { throw LB.PoolError.noBackend(at: index, count: seats.count) }
  }
}
