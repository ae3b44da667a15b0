import PostRoad

/// The functions of a way to backends, for code that does not know the type.
public struct BackendDoor {
  public var begin: (_ request: Int, _ method: String, _ now: Int64) throws -> Int
  public var ended: (_ request: Int, _ outcome: Upstream.Outcome, _ now: Int64) throws -> Upstream.Step
  public var inFlight: (_ backend: Int) throws -> Int

  public init(
    begin: @escaping (_ request: Int, _ method: String, _ now: Int64) throws -> Int,
    ended: @escaping (_ request: Int, _ outcome: Upstream.Outcome, _ now: Int64) throws -> Upstream.Step,
    inFlight: @escaping (_ backend: Int) throws -> Int
  ) {
    self.begin = begin
    self.ended = ended
    self.inFlight = inFlight
  }
}

/// A pick that is called by name, and that notes what it was offered.
public final class PickDesk {
  public enum Failure: Error, Hashable { case closed }

  /// What it says from now on: the first that is up where it is nil.
  public var next: Int?
  public var isClosed = false
  /// The pools it was offered: `a 1 0, b 5 2, c 1 0 down` for the name, the weight and the connections of each.
  public private(set) var offered: [String] = []

  public init() {}

  public func pick(_ pool: [LB.Backend]) throws -> Int {
    if isClosed { throw Failure.closed }
    offered.append(
      pool.map { "\($0.name) \($0.weight) \($0.activeConnections)\($0.isUp ? "" : " down")" }.joined(
        separator: ", "))
    return next ?? pool.firstIndex { $0.isUp } ?? -1
  }
}
