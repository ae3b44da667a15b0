extension Resolver {
  /// A section of a message that holds records.
  public enum Section: Hashable, Sendable, CaseIterable {
    case answer
    case authority
    case additional
  }

  /// How far data from a message can be trusted: the ranks of RFC 2181 that a resolver meets, the lowest first.
  ///
  /// The other ranks are those of a server that has the zone's file itself.
  ///
  /// Source: [RFC 2181 §5.4.1](https://www.rfc-editor.org/rfc/rfc2181#section-5.4.1).
  public enum Credibility: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Good enough to find a server, but not to be returned as an answer.
    case hint
    /// From an answer section, but not of an authority for it.
    case answer
    /// From the authority section of an authoritative response.
    case authority
    /// The authoritative data in the answer section of an authoritative response.
    case authoritativeAnswer

    public static func < (left: Credibility, right: Credibility) -> Bool { left.rawValue < right.rawValue }
  }
}
