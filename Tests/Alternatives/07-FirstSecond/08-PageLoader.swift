import PostRoad

/// A clock that runs from one round trip to the next, and lists of everything that was ever learned or opened.
public struct PageLoader {
  private struct Clock {
    var now: Int64
    var messages = 0

    /// There and back, and in the middle of it to others, there and back.
    mutating func roundTrip(_ delay: Int64, then others: [Int64] = []) {
      for leg in [delay] + others {
        now += leg + leg
        messages += 2
      }
    }
  }

  private let wayToResolver: Int64
  private let parts:
    (
      resolve: (String, Int64) throws -> Visit.Lookup, site: (String) throws -> Visit.Site,
      serve: (Visit.URL, String, Int64) throws -> Visit.Reply
    )
  private var learned: [(host: String, address: String, at: Int64, ttl: Int64)] = []
  private var opened: [(secure: Bool, host: String, address: String, idleFrom: Int64, keepAlive: Int64)] = []

  public init(
    resolver: Int64, resolve: @escaping (_ host: String, _ at: Int64) throws -> Visit.Lookup,
    site: @escaping (_ address: String) throws -> Visit.Site,
    serve: @escaping (_ url: Visit.URL, _ address: String, _ at: Int64) throws -> Visit.Reply
  ) throws {
    wayToResolver = resolver
    parts = (resolve, site, serve)
  }

  public mutating func visit(_ url: Visit.URL, now: Int64) throws -> Visit.Timeline {
    var clock = Clock(now: now)
    var times = Visit.Timeline(at: now)
    var address = ""
    var isNew = true
    if let place = opened.firstIndex(where: { $0.secure == url.isSecure && $0.host == url.host }) {
      let old = opened.remove(at: place)
      if now - old.idleFrom < old.keepAlive { (address, isNew) = (old.address, false) }
    }
    if isNew {
      if let known = learned.last(where: { $0.host == url.host }), now - known.at < 1000 * known.ttl {
        address = known.address
      } else {
        let found = try parts.resolve(url.host, now + wayToResolver)
        clock.roundTrip(wayToResolver, then: found.asked)
        address = found.address
        learned.append((url.host, address, clock.now, found.ttl))
      }
    }
    times.domainLookupEnd = clock.now
    times.connectStart = clock.now
    let site = try parts.site(address)
    if isNew { clock.roundTrip(site.delay) }
    if url.isSecure {
      times.secureConnectionStart = clock.now
      if isNew { for _ in 0..<site.handshake { clock.roundTrip(site.delay) } }
    }
    times.connectEnd = clock.now
    times.requestStart = clock.now
    let reply = try parts.serve(url, address, clock.now + site.delay)
    clock.roundTrip(site.delay, then: reply.asked)
    times.responseStart = clock.now
    times.responseEnd = clock.now + reply.transfer
    times.messages = clock.messages
    opened.append((url.isSecure, url.host, address, times.responseEnd, reply.keepAlive))
    return times
  }
}
