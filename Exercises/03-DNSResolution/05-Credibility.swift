import PostRoad

/// Finds out how far a record of a response can be trusted.
///
/// | section | response with AA | response without AA |
/// |---|---|---|
/// | answer, the owner is the name in the question | `.authoritativeAnswer` | `.answer` |
/// | answer, any other owner | `.answer` | `.answer` |
/// | authority | `.authority` | `.hint` |
/// | additional | `.hint` | `.hint` |
///
/// - Parameters:
///   - record: the record; only its owner is looked at.
///   - section: the section that it is in.
///   - response: the response that it is in. The name in the question is that of its first question; without a question no owner is
///     that name.
///
/// Source: [RFC 2181 §5.4.1](https://www.rfc-editor.org/rfc/rfc2181#section-5.4.1).
public func credibility(
  of record: DNS.ResourceRecord, in section: Resolver.Section, of response: DNS.Message
) throws -> Resolver.Credibility {
  // TODO: 1. Two things about the response count, and for an answer a third one.
  throw NotStarted()
}

/// A cache that knows how far its records can be trusted. Sets and their lifetimes are those of `TTLCache`.
///
/// Source: [RFC 2181 §5.4.1](https://www.rfc-editor.org/rfc/rfc2181#section-5.4.1).
public struct RankedCache: Sendable {
  // TODO: 2. A cache of exercise 3.4 does most of the work. What does it not know?

  /// A cache that knows nothing.
  public init() {}

  /// Stores records that were received now, all from data of this rank.
  ///
  /// A set takes the place of one of the same or of a lower rank. One of a higher rank stays as it is until it has ended; then any
  /// set may take its place.
  public mutating func store(
    _ records: [DNS.ResourceRecord], credibility: Resolver.Credibility, now: Int
  ) throws {
    // TODO: 3. Each set is decided for itself.
    throw NotStarted()
  }

  /// Finds the records that may be returned as the answer to a question: those of a rank above `.hint`. Nil when there are none.
  public func answer(to question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    // TODO: 4. Some of what is known may not be said.
    throw NotStarted()
  }

  /// Finds the records that may help the resolver on its own way, as the address of a server does: those of any rank. Nil when
  /// there are none.
  public func hint(for question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    // TODO: 5. For the resolver itself everything is good enough.
    throw NotStarted()
  }
}
