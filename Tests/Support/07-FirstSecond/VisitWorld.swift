import PostRoad

/// What a reader's machine is given, from tables, with a list of the calls.
public final class VisitWorld {
  public enum Failure: Error, Hashable { case resolve, site, serve }

  public var lookups: [String: Visit.Lookup]
  public var sites: [String: Visit.Site]
  public var reply: Visit.Reply
  /// The part that fails, if one does.
  public var failing: Failure?
  /// `resolve www.postroad.example at 2`
  public private(set) var calls: [String] = []

  /// One host at one address.
  public init(_ lookup: Visit.Lookup, _ site: Visit.Site, _ reply: Visit.Reply) {
    lookups = ["www.postroad.example": lookup]
    sites = [lookup.address: site]
    self.reply = reply
  }

  public func resolve(_ host: String, _ now: Int64) throws -> Visit.Lookup {
    calls.append("resolve \(host) at \(now)")
    guard failing != .resolve, let lookup = lookups[host] else { throw Failure.resolve }
    return lookup
  }

  public func site(_ address: String) throws -> Visit.Site {
    calls.append("site \(address)")
    guard failing != .site, let site = sites[address] else { throw Failure.site }
    return site
  }

  public func serve(_ url: Visit.URL, _ address: String, _ now: Int64) throws -> Visit.Reply {
    calls.append("serve \(url) by \(address) at \(now)")
    if failing == .serve { throw Failure.serve }
    return reply
  }

  /// The calls since it was last asked.
  public func takeCalls() -> [String] {
    defer { calls = [] }
    return calls
  }
}
