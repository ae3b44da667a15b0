extension Ring {
  /// A node and how large a share of the keys it is to have, compared with the others.
  public struct WeightedNode: Hashable, Sendable, CustomStringConvertible {
    /// The weights a node may have. A node of weight 0 is drained: it is known, but has no point.
    public static let weights = 0...256  // the range of HAProxy's `weight`

    /// What it is called.
    public let name: String
    /// Its capacity relative to the others.
    public let weight: Int

    /// A node with a weight.
    public init(_ name: String, weight: Int) {
      self.name = name
      self.weight = weight
    }

    /// `tower0 ×3`.
    public var description: String { "\(name) ×\(weight)" }
  }
}
