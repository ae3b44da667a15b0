import PostRoad

/// A reader's machine: it visits sites, and knows afterwards when what happened.
///
/// A visit is a chain of round trips, each begun when the one before has ended. The delays that it is given are one way, so a round trip takes
/// twice the delay, and is two messages.
///
/// 1. *An open connection* to the URL's origin: no name is looked up and nothing is connected. All times up to `requestStart` are `now`,
///    `secureConnectionStart` too where the URL is secure.
/// 2. *Lookup*, from `now` on: no round trip for an address that is kept. Otherwise one to the resolver and, in the middle of it, one from
///    there to each server that it asks, one after the other.
/// 3. *Connect*, from `domainLookupEnd` on: one round trip to the site for TCP. Where the URL is secure, `handshake` more for TLS, from
///    `secureConnectionStart` on.
/// 4. *Request*, from `connectEnd` on: one round trip to the site and, in the middle of it, one for each of the reply's `asked`, one after the
///    other. It ends with `responseStart`, and `responseEnd` is `transfer` after that.
///
/// The address of a host is kept for its TTL from `domainLookupEnd` on, and no longer: not when exactly that time has passed. A connection
/// is kept open for the reply's `keepAlive` from `responseEnd` on, in the same way, whatever its host's address is by then.
///
/// Visits come one after the other: `now` is never before the `responseEnd` of the last one. All sums fit.
///
/// Source: [RFC 1035 §3.2.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.2.1) on the TTL;
/// [RFC 9293 §3.5](https://www.rfc-editor.org/rfc/rfc9293#section-3.5) and
/// [RFC 8446 §2](https://www.rfc-editor.org/rfc/rfc8446#section-2) on the handshakes;
/// [RFC 9112 §9.3](https://www.rfc-editor.org/rfc/rfc9112#section-9.3) on connections; W3C, [Resource
/// Timing](https://www.w3.org/TR/resource-timing/).
public struct PageLoader {
  // TODO: 1. Remember what you were given, and two kinds of things that are kept for a time.
  // TODO: 2. The address of a host, and what it takes to find it.

  /// Nothing is kept.
  ///
  /// - Parameters:
  ///   - resolver: the delay between the reader and the resolver.
  ///   - resolve: what the resolver answers for a host, and the time at which it is asked: half a round trip after `now`. It is called once for each
  ///     lookup of an address that is not kept.
  ///   - site: what is at an address. It is called once for each visit, before `serve`.
  ///   - serve: what the site at an address answers for a URL, and the time at which the request comes there. It is called once for each visit.
  public init(
    resolver: Int64, resolve: @escaping (_ host: String, _ at: Int64) throws -> Visit.Lookup,
    site: @escaping (_ address: String) throws -> Visit.Site,
    serve: @escaping (_ url: Visit.URL, _ address: String, _ at: Int64) throws -> Visit.Reply
  ) throws {
    // TODO: 3. Keep what you are given.
    throw NotStarted()
  }

  /// Visits a URL.
  ///
  /// - Throws: the errors of what it was given. What the resolver has answered by then is kept. A connection that was opened for the visit, or
  ///   used by it, is not.
  public mutating func visit(_ url: Visit.URL, now: Int64) throws -> Visit.Timeline {
    // TODO: 4. An open connection spares everything up to the request. It is taken: whether it stays open, the end of the visit shows.
    // TODO: 5. Connect, with TLS or without.
    // TODO: 6. Ask, and wait for those whom the site asks.
    // TODO: 7. The connection may serve the next visit.
    throw NotStarted()
  }
}
