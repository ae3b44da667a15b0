import PostRoad

/// Remembers answers, and uses them beyond their end when nobody can be asked. Times are in seconds, from any start, and never go back.
///
/// Kept are positive answers alone: NOERROR, with at least one record, and without an SOA record. An answer lives as long as the lowest TTL
/// of its records says, but at most `Resolver.Lifetime.maximum`. One that would live for 0 s is not kept at all.
///
/// Source: [RFC 8767 §4 and §5](https://www.rfc-editor.org/rfc/rfc8767#section-4).
public struct StaleCache: Sendable {
  // TODO: 1. What has to be known of an answer, and of a failure?

  /// A cache that knows nothing.
  public init() {}

  /// Answers a question. The rules, in this order:
  ///
  /// 1. An answer that is kept and has not ended is returned. Each record has the seconds that are left as its TTL.
  /// 2. Without recursion desired nothing else is done: nil.
  /// 3. When `refresh` has failed for this question less than `Resolver.Stale.recheck` ago, it is not tried: that is a failure, too, but not a
  ///    new one.
  /// 4. Otherwise `refresh` is called, once. What it returns with NOERROR or NXDOMAIN is returned as it is. It takes the place of what was
  ///    kept, even when it is not kept itself. Anything it throws, and any other code, is a failure, and changes nothing that is kept.
  /// 5. After a failure the answer that is kept is returned, if less than `Resolver.Stale.maximum` have gone by since its end, and the lease
  ///    that it came with has not ended. Each record has the TTL `Resolver.Stale.ttl`, or what is left of that lease, if that is less.
  /// 6. Else the answer is SERVFAIL, and empty.
  ///
  /// - Parameters:
  ///   - question: what to answer. Each question has its own answer and its own failures.
  ///   - recursionDesired: whether the client wants others to be asked (RD).
  ///   - refresh: finds the answer, and how long its zone is delegated from now on.
  public mutating func answer(
    _ question: DNS.Question, recursionDesired: Bool, now: Int,
    refresh: (_ question: DNS.Question) throws -> Resolver.LeasedAnswer
  ) throws -> Resolver.Answer? {
    // TODO: 2. What is fresh needs nobody. Who may be asked, and when?
    // TODO: 3. What counts as an answer, and what becomes of the one before?
    // TODO: 4. Nobody helped: what may still be said, and for how long?
    throw NotStarted()
  }
}

// TODO: 5. An answer that is kept: is it one to be kept, and what does it look like when it is used?
