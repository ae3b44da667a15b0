import PostRoad

/// Turns the directives into two ages, that at which a response becomes stale and that at which it is of no use, and compares the
/// age with them.
public struct StaleContent {
  private var keys: [String] = []

  public init() throws {}

  public mutating func request(_ key: String, _ stored: HTTP.StoredResponse, now: Int) throws
    -> HTTP.StaleVerdict
  {
    let reading = try Reading(stored)
    let age = try currentAge(of: stored, now: now)
    if reading.alwaysAsks { return .ask }
    if age < reading.lifetime { return .serve }
    guard reading.mayBeStale, try age <= reading.limit("stale-while-revalidate", reading.control) else {
      return .ask
    }
    if keys.contains(key) { return .serve }
    keys.append(key)
    return .serveAndRefresh
  }

  public mutating func refreshed(_ key: String) throws {
    guard let place = keys.firstIndex(of: key) else { throw HTTP.RefreshError.noRefresh(key) }
    keys.remove(at: place)
  }

  public func serves(
    _ stored: HTTP.StoredResponse, for request: HTTP.Request, after outcome: HTTP.OriginOutcome, now: Int
  ) throws -> Bool {
    if case .status(let status) = outcome, status != 500, !(502...504).contains(status) { return false }
    let reading = try Reading(stored)
    guard reading.mayBeStale else { return false }
    let own = try reading.limit("stale-if-error", reading.control)
    let client = try reading.limit(
      "stale-if-error", parseCacheControl(request.fields.values(of: "cache-control")))
    return try currentAge(of: stored, now: now) <= max(own, client)
  }
}

private struct Reading {
  var control: HTTP.CacheControl
  var lifetime: Int
  var alwaysAsks = false
  var mayBeStale = true

  init(_ stored: HTTP.StoredResponse) throws {
    control = try parseCacheControl(stored.response.fields.values(of: "cache-control"))
    lifetime = try freshnessLifetime(of: stored)
    for directive in control.directives {
      switch directive.name {
      case "no-cache" where (directive.argument ?? "").allSatisfy({ " \t,".contains($0) }):
        (alwaysAsks, mayBeStale) = (true, false)
      case "must-revalidate", "proxy-revalidate", "s-maxage": mayBeStale = false
      default: break
      }
    }
  }

  /// The greatest age that a directive allows; below every age where it allows nothing.
  func limit(_ name: String, _ control: HTTP.CacheControl) throws -> Int {
    guard let directive = control.directives.first(where: { $0.name == name }) else { return -1 }
    do { return try lifetime + parseDeltaSeconds(directive.argument) } catch is HTTP.DeltaSecondsError {
      return -1
    }
  }
}
