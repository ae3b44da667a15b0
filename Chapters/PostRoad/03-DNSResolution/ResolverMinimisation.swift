extension Resolver {
  /// How fast a name is shown to the servers on the way to it.
  ///
  /// Source: [RFC 9156 §2.3](https://www.rfc-editor.org/rfc/rfc9156#section-2.3).
  public enum Minimisation {
    /// The most queries for a part of one name: MAX_MINIMISE_COUNT, for which 10 is recommended.
    public static let maximumQueries = 10
    /// The first of them, which show one label more each: MINIMISE_ONE_LAB, for which 4 is called a good value.
    public static let oneLabelQueries = 4
  }
}
