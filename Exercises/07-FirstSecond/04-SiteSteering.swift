import PostRoad

/// Answers a client with a site.
///
/// It is the first site of the preference that is up. Where none is up it is the first one of all: what was measured may be wrong, and an
/// answer that leads nowhere is no worse than none.
///
/// The answer's scope is that of the preference, whichever site it is: it is the *preference* that holds for these clients.
///
/// - Parameters:
///   - ttl: seconds for which the answer may be kept.
///   - isUp: whether a site is up; asked about one after the other, once each, until one is. What it throws is thrown.
/// - Throws: `Steering.SetupError.noSites` for a preference without a site.
///
/// Source: [RFC 7871 §7.2.1](https://www.rfc-editor.org/rfc/rfc7871#section-7.2.1) for the scope.
public func steer(
  by preference: Steering.Preference, ttl: UInt32, isUp: (Steering.Site) throws -> Bool
) throws -> Steering.Answer {
  // TODO: 1. Who is the last resort?
  // TODO: 2. Who is up?
  throw NotStarted()
}

/// When a death is known: when the last one of `fall` checks in a row has failed.
///
/// A check begins at `first`, and one more each `interval` after the one before. A check that begins before the death passes. One that
/// begins when the site is dead, at the time of its death already, fails `timeout` after it began.
///
/// - Parameter death: the time in milliseconds; it may be before the first check. This time and that of the first check are at most
///   2^61 on either side of 0.
/// - Throws: `Steering.SetupError`, the first of these: `.noInterval` for 0; `.timeoutOutside(_:)` for a timeout outside of 1 … `interval`;
///   `.noFall` for 0.
public func detection(of death: Int64, by checks: Steering.Checks) throws -> Int64 {
  // TODO: 3. Refuse what cannot work.
  // TODO: 4. Which check is the first to fail, and which one the last that is needed?
  throw NotStarted()
}

/// When the death of a site is known, and from when on no client is lost.
///
/// With DNS an answer that was given before the death is known leads to the dead site for as long as it is kept: for its TTL, but no
/// fewer and no more seconds than `kept` allows. So the clients are safe that much later. With anycast they are `convergence` after
/// the death is known, since then the route is withdrawn. A second has 1,000 milliseconds.
///
/// - Throws: what `detection` throws.
///
/// Source: [RFC 2181 §8](https://www.rfc-editor.org/rfc/rfc2181#section-8): a TTL is the longest time that an answer is kept;
/// [RFC 4786 §4.4.1](https://www.rfc-editor.org/rfc/rfc4786#section-4.4.1) for anycast: a site that cannot answer withdraws its route.
public func recovery(of outage: Steering.Outage) throws -> Steering.Recovery {
  // TODO: 5. From the death to its being known, and from there to the last client.
  throw NotStarted()
}

// TODO: 6. A helper of your own is welcome here.

/// What becomes of a client that goes to the site of an answer. Without an outage that would be the site that dies.
///
/// With DNS the first of these that applies:
///
/// 1. `.asksAgain`: the answer has been kept for its time, or longer. One that has just been given is always used, even if it may not be
///    kept at all.
/// 2. `.moved`: the answer was given when the death was known, or later.
/// 3. `.served`: the site is not dead yet.
/// 4. `.lost`.
///
/// With anycast it makes no difference when the answer was given: `.served` before the death; then `.lost` until the clients are safe;
/// from then on `.moved`.
///
/// - Parameters:
///   - now: when the client goes there, in milliseconds.
///   - asked: when the name server gave the answer, at `now` or before; both are at most 2^61 on either side of 0.
/// - Throws: what `detection` throws.
public func fate(
  ofVisitAt now: Int64, askedAt asked: Int64, in outage: Steering.Outage
) throws -> Steering.Fate {
  // TODO: 7. When was it known, and when are all safe?
  // TODO: 8. Which of the times does this client's fate depend on?
  throw NotStarted()
}
