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
  // <declare>
  // 1. Remember what you were given, and two kinds of things that are kept for a time.
  private struct Kept {
    var address: String
    var until: Int64
  }

  private let resolver: Int64
  private let resolve: (String, Int64) throws -> Visit.Lookup
  private let site: (String) throws -> Visit.Site
  private let serve: (Visit.URL, String, Int64) throws -> Visit.Reply
  private var addresses: [String: Kept] = [:]
  private var connections: [String: Kept] = [:]

  // 2. The address of a host, and what it takes to find it.
  private mutating func address(of host: String, _ timeline: inout Visit.Timeline) throws -> String {
    if let kept = addresses[host], timeline.fetchStart < kept.until { return kept.address }
    let found = try resolve(host, timeline.fetchStart + resolver)
    timeline.domainLookupEnd += 2 * (resolver + found.asked.reduce(0, +))
    timeline.messages += 2 * (1 + found.asked.count)
    addresses[host] = Kept(address: found.address, until: timeline.domainLookupEnd + 1000 * found.ttl)
    return found.address
  }
  // </declare>

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
    // <write>
    // 3. Keep what you are given.
    self.resolver = resolver
    self.resolve = resolve
    self.site = site
    self.serve = serve
    // </write>
  }

  /// Visits a URL.
  ///
  /// - Throws: the errors of what it was given. What the resolver has answered by then is kept. A connection that was opened for the visit, or
  ///   used by it, is not.
  public mutating func visit(_ url: Visit.URL, now: Int64) throws -> Visit.Timeline {
    // <write>
    // 4. An open connection spares everything up to the request. It is taken: whether it stays open, the end of the visit shows.
    var timeline = Visit.Timeline(at: now)
    let open = connections.removeValue(forKey: url.origin).flatMap { now < $0.until ? $0.address : nil }
    let address = try open ?? address(of: url.host, &timeline)
    let site = try site(address)
    // 5. Connect, with TLS or without.
    timeline.connectStart = timeline.domainLookupEnd
    timeline.connectEnd = timeline.connectStart
    if url.isSecure { timeline.secureConnectionStart = timeline.connectEnd }
    if open == nil {
      let handshakes = url.isSecure ? site.handshake : 0
      timeline.connectEnd += 2 * site.delay * (1 + handshakes)
      if url.isSecure { timeline.secureConnectionStart = timeline.connectStart + 2 * site.delay }
      timeline.messages += 2 * Int(1 + handshakes)
    }
    // 6. Ask, and wait for those whom the site asks.
    timeline.requestStart = timeline.connectEnd
    let reply = try serve(url, address, timeline.requestStart + site.delay)
    timeline.responseStart = timeline.requestStart + 2 * (site.delay + reply.asked.reduce(0, +))
    timeline.responseEnd = timeline.responseStart + reply.transfer
    timeline.messages += 2 * (1 + reply.asked.count)
    // 7. The connection may serve the next visit.
    connections[url.origin] = Kept(address: address, until: timeline.responseEnd + reply.keepAlive)
    return timeline
    // </write>
  }
}
