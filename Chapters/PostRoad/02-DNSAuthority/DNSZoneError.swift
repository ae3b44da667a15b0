extension DNS {
  /// What is wrong with a zone, or with a question to it.
  public enum ZoneError: Error, Hashable, Sendable {
    /// This name is neither the zone's origin nor below it.
    case outOfZone(Name)
  }
}
