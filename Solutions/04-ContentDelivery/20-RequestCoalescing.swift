import PostRoad

/// Makes one request to the origin out of many for the same key.
///
/// A caller is known by a number of its own. For each key there is at most one fetch, and a list of callers who want its answer: the
/// one who fetches, and those who wait. Keys have nothing to do with each other; a caller may want several.
///
/// An answer that may not be shared says so about its key: for `passSeconds` from then on every caller fetches alone, and nobody
/// waits for an answer that would not be theirs.
///
/// - Throws (all functions): what is said of them; then nothing has changed.
///
/// Source: [RFC 9111 §4](https://www.rfc-editor.org/rfc/rfc9111#section-4) on collapsing requests; nginx,
/// [`proxy_cache_lock`](https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_lock); Varnish's
/// hit-for-miss.
public struct RequestCoalescing {
  // <declare>
  // 1. Remember who wants what, who fetches, and which keys are not shared until when.
  private let passSeconds: Int
  private var flights: [String: Flight] = [:]
  private var passing: [String: Int] = [:]
  /// With more of them, those whose time is over are forgotten: a site has any number of such keys.
  private var mostPassing = 100

  private struct Flight {
    /// Nil once the one who fetches has left.
    var leader: Int?
    var callers: [Int]
  }
  // </declare>

  /// Nobody fetches, and every key may be shared.
  public init(passSeconds: Int = 120) throws {
    // <write>
    // 2. Keep the setting.
    self.passSeconds = passSeconds
    // </write>
  }

  /// A caller wants the answer for a key.
  ///
  /// - Parameter now: the time in seconds. It never goes back.
  /// - Returns: `.wait` if somebody fetches the key; else `.pass` if fewer than `passSeconds` have passed since the key's last
  ///   answer that was not shared; else `.fetch`: this caller is the one who fetches.
  /// - Throws: `HTTP.CoalescingError.isThere(_:)` for a caller who fetches or waits for this key.
  public mutating func request(_ key: String, by caller: Int, now: Int) throws -> HTTP.CoalescingStep {
    // <write>
    // 3. A fetch that is under way comes first.
    if let flight = flights[key] {
      guard !flight.callers.contains(caller) else { throw HTTP.CoalescingError.isThere(caller) }
      flights[key]?.callers.append(caller)
      return .wait
    }
    // 4. Then the memory of what cannot be shared.
    if let since = passing[key], now - since < passSeconds { return .pass }
    flights[key] = Flight(leader: caller, callers: [caller])
    return .fetch
    // </write>
  }

  /// The fetch of a key has ended with an answer. Nobody fetches the key any more.
  ///
  /// - Parameters:
  ///   - isShared: whether the answer may be given to all who want it.
  ///   - now: the time in seconds. It never goes back.
  /// - Returns: an answer that is shared is for all callers of the key. One that is not is for the one who has fetched it, unless
  ///   that one has left; the others have to fetch alone.
  /// - Throws: `HTTP.CoalescingError.noFetch(_:)` with the key where nobody fetches it.
  public mutating func finished(_ key: String, isShared: Bool, now: Int) throws -> HTTP.CoalescingResult {
    // <write>
    // 5. Whose answer is it?
    guard let flight = flights.removeValue(forKey: key) else { throw HTTP.CoalescingError.noFetch(key) }
    if isShared { return HTTP.CoalescingResult(answered: flight.callers) }
    passing[key] = now
    if passing.count > mostPassing {
      passing = passing.filter { now - $0.value < passSeconds }
      mostPassing = 2 * passing.count + 100
    }
    return HTTP.CoalescingResult(
      answered: flight.callers.filter { $0 == flight.leader },
      passing: flight.callers.filter { $0 != flight.leader })
    // </write>
  }

  /// The fetch of a key has failed. Nobody fetches the key any more, and it is no reason to fetch alone.
  ///
  /// - Returns: all callers of the key, in the order in which they came: each of them is told of the failure.
  /// - Throws: `HTTP.CoalescingError.noFetch(_:)` with the key where nobody fetches it.
  public mutating func failed(_ key: String) throws -> [Int] {
    // <write>
    // 6. Nobody waits for ever.
    guard let flight = flights.removeValue(forKey: key) else { throw HTTP.CoalescingError.noFetch(key) }
    return flight.callers
    // </write>
  }

  /// A caller of a key has left. The others get their answer all the same.
  ///
  /// - Returns: whether the fetch has to be stopped: nobody wants its answer, and nobody fetches the key any more.
  /// - Throws: `HTTP.CoalescingError.noFetch(_:)` with the key where nobody fetches it;
  ///   `HTTP.CoalescingError.isNotThere(_:)` for a caller who neither fetches nor waits for it, or has left before.
  public mutating func cancelled(_ key: String, by caller: Int) throws -> Bool {
    // <write>
    // 7. Only the last one who leaves ends the fetch.
    guard var flight = flights[key] else { throw HTTP.CoalescingError.noFetch(key) }
    guard let place = flight.callers.firstIndex(of: caller) else {
      throw HTTP.CoalescingError.isNotThere(caller)
    }
    flight.callers.remove(at: place)
    if flight.leader == caller { flight.leader = nil }
    flights[key] = flight.callers.isEmpty ? nil : flight
    return flight.callers.isEmpty
    // </write>
  }
}
