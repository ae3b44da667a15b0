import PostRoad
import TestSupport
import Testing

/// A way to backends with the trail of what was done with it.
public struct BackendStory {
  private let door: BackendDoor
  public let desk: PickDesk
  private var steps = CheckSteps()

  public init(_ door: BackendDoor, _ desk: PickDesk) {
    self.door = door
    self.desk = desk
  }

  /// Whom the desk names from now on; nil is the first who is up.
  public mutating func pick(_ index: Int?) {
    desk.next = index
    steps.note("pick: \(index.map(String.init) ?? "the first that is up")")
  }

  public mutating func begin(
    _ request: Int, _ method: String = "GET", at now: Int64 = 0, to backend: Int, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let door = door
    let call = "begin(\(request), \"\(method)\", now: \(now))"
    try steps.check(call, returns: backend, rule, sourceLocation: place) {
      try door.begin(request, method, now)
    }
  }

  public mutating func ended(
    _ request: Int, _ outcome: Upstream.Outcome, at now: Int64 = 0, _ step: Upstream.Step, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let door = door
    try steps.check("ended(\(request), \(outcome), now: \(now))", returns: step, rule, sourceLocation: place)
    {
      try door.ended(request, outcome, now)
    }
  }

  public mutating func refuseBegin(
    _ request: Int, _ error: some Error & Equatable, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    let door = door
    try steps.check("begin(\(request), \"GET\", now: 0)", throws: error, rule, sourceLocation: place) {
      try door.begin(request, "GET", 0)
    }
  }

  public mutating func refuseEnd(
    _ request: Int, _ outcome: Upstream.Outcome, _ error: some Error & Equatable, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let door = door
    try steps.check("ended(\(request), \(outcome), now: 0)", throws: error, rule, sourceLocation: place) {
      try door.ended(request, outcome, 0)
    }
  }

  /// What is in flight at each backend.
  public mutating func inFlight(
    _ counts: [Int], _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    let door = door
    try steps.check("inFlight(_:) of each", returns: counts, rule, sourceLocation: place) {
      try counts.indices.map { try door.inFlight($0) }
    }
  }

  /// What the desk was offered last, and how often it was asked.
  public mutating func offered(
    _ pool: String, calls: Int? = nil, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    let offered = desk.offered
    try steps.check("the pool that pick was offered", returns: pool, rule, sourceLocation: place) {
      offered.last ?? "nothing"
    }
    guard let calls else { return }
    try steps.check("the calls of pick", returns: calls, rule, sourceLocation: place) { offered.count }
  }
}
