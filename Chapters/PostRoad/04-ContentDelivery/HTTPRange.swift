extension HTTP {
  /// What a Range field asks of a representation of a certain length.
  public enum RangeSelection: Hashable, Sendable {
    /// The field counts for nothing: the whole is sent.
    case whole
    /// None of the ranges is within the representation: 416.
    case unsatisfiable
    /// These offsets, first and last included, in the order in which they were asked for; one at least.
    case parts([ClosedRange<Int>])
  }
}
