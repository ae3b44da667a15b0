extension HTTP {
  /// Why a text is not a date.
  public enum DateError: Error, Hashable, Sendable {
    /// It has none of the three forms, or names a day or a time that does not exist.
    case notADate(String)
  }
}
