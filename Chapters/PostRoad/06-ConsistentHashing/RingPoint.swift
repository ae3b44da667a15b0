extension Ring {
  /// One place of a node on the ring, which most call a virtual node: a node has many.
  ///
  /// `Position` is as wide as the hash: with `UInt32` the ring has the positions 0 … 2^32 - 1.
  public struct Point<Position>: Hashable, Sendable, CustomStringConvertible
  where Position: FixedWidthInteger & UnsignedInteger & Sendable {
    /// Where the point stands.
    public let position: Position
    /// The name of the node that answers here.
    public let node: String

    /// A point of `node` at `position`.
    public init(at position: Position, node: String) {
      self.position = position
      self.node = node
    }

    /// `tower0@3911461082`.
    public var description: String { "\(node)@\(position)" }
  }
}
