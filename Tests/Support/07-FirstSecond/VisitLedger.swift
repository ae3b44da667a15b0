import PostRoad

/// A second implementation of a visit: it writes down every message with its delay, one after the other, and reads all times off the sums. What
/// is known and what is open it finds in the list of earlier visits.
public struct VisitLedger {
  private enum Phase: Int { case lookup, tcp, tls, request }

  private struct Past {
    var url: Visit.URL
    var address: String
    /// When the address was learned, and for how many seconds it holds; nil where it was known before.
    var learned: (at: Int64, ttl: Int64)?
    var end: Int64
    var keepAlive: Int64
  }

  private let resolver: Int64
  private let world: VisitWorld
  private var past: [Past] = []

  public init(resolver: Int64, _ world: VisitWorld) {
    self.resolver = resolver
    self.world = world
  }

  public mutating func visit(_ url: Visit.URL, now: Int64) throws -> Visit.Timeline {
    var messages: [(phase: Phase, delay: Int64)] = []
    func thereAndBack(_ phase: Phase, _ delay: Int64, between: [Int64] = []) {
      messages.append((phase, delay))
      for other in between { messages += [(phase, other), (phase, other)] }
      messages.append((phase, delay))
    }
    func sum(upTo phase: Phase) -> Int64 {
      now + messages.filter { $0.phase.rawValue <= phase.rawValue }.reduce(0) { $0 + $1.delay }
    }
    let last = past.last { $0.url.origin == url.origin }
    let isOpen = last.map { now - $0.end < $0.keepAlive } ?? false
    var learned: (at: Int64, ttl: Int64)?
    var address = isOpen ? last?.address : known(url.host, now)
    if address == nil {
      let found = try world.resolve(url.host, now + resolver)
      thereAndBack(.lookup, resolver, between: found.asked)
      learned = (sum(upTo: .lookup), found.ttl)
      address = found.address
    }
    let place = address ?? ""
    let site = try world.site(place)
    if !isOpen {
      thereAndBack(.tcp, site.delay)
      if url.isSecure { for _ in 0..<site.handshake { thereAndBack(.tls, site.delay) } }
    }
    let reply = try world.serve(url, place, sum(upTo: .tls) + site.delay)
    thereAndBack(.request, site.delay, between: reply.asked)
    var timeline = Visit.Timeline(at: now)
    timeline.domainLookupEnd = sum(upTo: .lookup)
    timeline.connectStart = sum(upTo: .lookup)
    timeline.secureConnectionStart = url.isSecure ? sum(upTo: .tcp) : nil
    timeline.connectEnd = sum(upTo: .tls)
    timeline.requestStart = sum(upTo: .tls)
    timeline.responseStart = sum(upTo: .request)
    timeline.responseEnd = timeline.responseStart + reply.transfer
    timeline.messages = messages.count
    past.append(
      Past(url: url, address: place, learned: learned, end: timeline.responseEnd, keepAlive: reply.keepAlive))
    return timeline
  }

  private func known(_ host: String, _ now: Int64) -> String? {
    guard let entry = past.last(where: { $0.url.host == host && $0.learned != nil }),
      let learned = entry.learned
    else { return nil }
    return now - learned.at < learned.ttl * 1000 ? entry.address : nil
  }
}
