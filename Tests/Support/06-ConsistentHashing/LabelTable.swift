/// A hash for tests of a ring: it knows the position of each label that should be asked for, and refuses any other.
public struct LabelTable<Position: Sendable>: Sendable {
  private let positions: [String: Position]

  /// The labels and the positions they hash to.
  public init(_ positions: [String: Position]) { self.positions = positions }

  /// The position of `label`.
  ///
  /// - Throws: `UnknownLabel` when the table has no such label.
  public func hash(_ label: [UInt8]) throws -> Position {
    let text = String(decoding: label, as: UTF8.self)
    guard let position = positions[text] else { throw UnknownLabel(label: text) }
    return position
  }
}

/// The hash was asked for something that is not the label of a point.
public struct UnknownLabel: Error, Hashable {
  /// What the hash was asked for.
  public let label: String
}
