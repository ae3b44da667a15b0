import PostRoad

/// A second implementation of bounded loads, as one would do it with pencil and paper: it keeps a list of the running
/// requests, counts in it, and tries out what the capacity is.
public struct BoundedLoadsByHand: Sendable {
  private let ring: ClockwiseRing
  private let names: Set<String>
  private let percent: Int
  /// The node of each running request, the oldest first.
  public private(set) var running: [String] = []

  /// No request runs yet.
  public init(_ points: [Ring.Point<UInt32>], percent: Int) {
    ring = ClockwiseRing(points)
    names = Set(points.map(\.node))
    self.percent = percent
  }

  /// The smallest whole number that is not less than c·m/n.
  public var capacity: Int {
    var capacity = 0
    while capacity * names.count * 100 < percent * (running.count + 1) { capacity += 1 }
    return capacity
  }

  /// The requests that run at a node.
  public func load(of node: String) -> Int { running.filter { $0 == node }.count }

  /// The node of one more request.
  public mutating func begin(_ key: UInt32) -> String {
    let capacity = capacity
    let node = ring.nodes(from: key).first { load(of: $0) < capacity } ?? "nobody"
    running.append(node)
    return node
  }

  /// Ends one of the running requests.
  public mutating func end(_ index: Int) -> String { running.remove(at: index) }
}
