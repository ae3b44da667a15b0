import PostRoad

/// A second implementation of the ring, without any order of points: each question is answered by measuring how far
/// it is, clockwise, from the key to every point.
///
/// The way from a key to a point is `position - key` modulo 2^32, so the wrap needs no step of its own.
public struct ClockwiseRing: Sendable {
  /// The points of all nodes, in no particular order.
  public let points: [Ring.Point<UInt32>]

  /// A ring of these points.
  public init(_ points: [Ring.Point<UInt32>]) { self.points = points }

  /// A ring on which each node has as many points as `counts` says; a label is `name_number`.
  public init(_ counts: [(node: String, points: Int)], hash: ([UInt8]) throws -> UInt32) rethrows {
    points = try counts.flatMap { node, count in
      try (0..<count).map { Ring.Point(at: try hash(Array("\(node)_\($0)".utf8)), node: node) }
    }
  }

  /// All nodes, the nearest first: each one counts where its nearest point stands, and of equal ways the smaller name
  /// is nearer.
  public func nodes(from key: UInt32) -> [String] {
    var ways: [String: UInt32] = [:]
    for point in points {
      let way = point.position &- key
      ways[point.node] = min(ways[point.node] ?? .max, way)
    }
    return ways.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The node of a key.
  public func node(of key: UInt32) -> String { nodes(from: key)[0] }
}
