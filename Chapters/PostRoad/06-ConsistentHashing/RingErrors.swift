extension Ring {
  /// Why there is no ring of these nodes.
  public enum BuildError: Error, Hashable, Sendable {
    /// There is no node, or none that may have a point.
    case noNodes
    /// Each node was to have this many points: zero or fewer.
    case noPoints(perNode: Int)
    /// This node was named a second time.
    case duplicateNode(String)
    /// This node is to leave, but has no point on the ring.
    case unknownNode(String)
    /// The weight of this node is outside `Ring.WeightedNode.weights`.
    case weightOutOfRange(Int, node: String)
  }

  /// Why a key has no node.
  public enum LookupError: Error, Hashable, Sendable {
    /// The ring has no points.
    case emptyRing
    /// So many nodes were wanted for one key: none at all, or more than the ring has.
    case tooFewNodes(wanted: Int, have: Int)
  }
}
