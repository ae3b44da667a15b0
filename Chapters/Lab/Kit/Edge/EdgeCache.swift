import ContentDelivery
import PostRoad

/// A shared cache out of the exercises of chapter 4: who may be answered from the store, who waits, and what the origin is asked.
///
/// It asks nobody itself and has no clock. A caller brings a request under a number of its own; whoever drives the edge does what the
/// actions say, and reports what came of each fetch.
///
/// | | |
/// |---|---|
/// | 4.10, 4.11 | which stored response is meant |
/// | 4.4 to 4.7, 4.12 | whether it may be served |
/// | 4.13, 4.21 | the client's conditions and ranges, answered from the store |
/// | 4.8, 4.9, 4.17 | what is stored, and who says so |
/// | 4.14, 4.15 | asking whether it is still true, and what a 304 or a HEAD changes |
/// | 4.16 | what a POST makes invalid |
/// | 4.19, 4.20 | stale answers, and one request out of many |
/// | 4.22, 4.23 | what is told, and what goes when the store is full |
package struct EdgeCache {
  let settings: EdgeSettings
  let policy: EdgePolicy
  var store: EdgeStore
  var stale: StaleContent
  var coalescing: RequestCoalescing
  var callers: [Int: EdgeCaller] = [:]
  var fetches: [Int: EdgeFlight] = [:]
  var lastFetch = 0
  /// The keys of requests that have a number, and how many there are at most.
  private var keys: [Int: String] = [:]
  private static let knownKeys = 16_384
  /// Refreshes are callers too, with numbers below 0: nobody gets their answer.
  var lastRefresh = 0

  /// An edge that has nothing stored.
  package init(_ settings: EdgeSettings = EdgeSettings()) throws {
    self.settings = settings
    policy = EdgePolicy(targets: settings.targets)
    store = try EdgeStore(capacity: settings.capacity, policy: policy)
    stale = try StaleContent()
    coalescing = try RequestCoalescing(passSeconds: settings.passSeconds)
  }

  /// The octets that the store has.
  package var used: Int { get throws { try store.used } }

  /// A caller brings a request.
  ///
  /// - Parameters:
  ///   - number: where there is one, all requests with this number are equal.
  ///   - caller: above 0, and not that of another request which is not answered yet.
  ///   - now: seconds since 1970.
  /// - Throws: `HTTP.TargetError` for a URI that is none.
  package mutating func request(
    _ request: HTTP.Request, body: [UInt8] = [], number: Int? = nil, from caller: Int, now: Int
  ) throws -> [EdgeAction] {
    if let number, body.isEmpty, let known = try store.answer(to: number, now: now) {
      return [.answer(caller, known)]
    }
    let key = try key(of: request, number: number)
    var waiting = EdgeCaller(
      id: caller, request: request, body: body, key: key, reason: .method, number: number)
    let mayAnswer = ["GET", "HEAD"].contains(request.method)
    if mayAnswer, body.isEmpty { return try begin(waiting, now: now) }
    // A body may change what a GET means (RFC 9110 §9.3.1), and no key has it.
    if mayAnswer { waiting.reason = .bypass }
    return try askAlone(waiting, among: [], asItIs: true, now: now)
  }

  /// Under which name a request is stored (exercise 4.10).
  private mutating func key(of request: HTTP.Request, number: Int?) throws -> String {
    guard let number else { return try cacheKey(for: request) }
    if let known = keys[number] { return known }
    let key = try cacheKey(for: request)
    if keys.count >= Self.knownKeys { keys.removeAll() }
    keys[number] = key
    return key
  }

  /// A caller has left before it was answered. Others who wait for the same fetch get their answer, and so does the store.
  package mutating func left(_ caller: Int) throws -> [EdgeAction] {
    guard let gone = callers.removeValue(forKey: caller) else { return [] }
    if let flight = gone.flight {
      guard try coalescing.cancelled(flight, by: caller) else { return [] }
      return stop { $0.flight == flight }
    }
    // What may have changed something at the origin has to end, so that what it makes invalid is known.
    return ["GET", "HEAD"].contains(gone.request.method) ? stop { $0.leader == caller } : []
  }

  private mutating func stop(_ isMeant: (EdgeFlight) -> Bool) -> [EdgeAction] {
    let ids = fetches.values.filter(isMeant).map(\.id).sorted()
    for id in ids { fetches[id] = nil }
    return ids.map { .stop($0) }
  }
}

/// Somebody who is not answered yet.
struct EdgeCaller {
  let id: Int
  let request: HTTP.Request
  let body: [UInt8]
  let key: String
  /// Why it could not be answered from the store.
  var reason: HTTP.CacheStatus.Reason
  /// The fetch that it shares or would share with others; nil for one of its own.
  var flight: String?
  /// Whether it has waited for somebody else's fetch.
  var isCollapsed = false
  /// The refresh that ends with it.
  var refresh: String?
  /// All requests with this number are equal.
  var number: Int?
}

/// A request to the origin that is under way.
struct EdgeFlight {
  let id: Int
  /// Who began it.
  let leader: Int
  /// Under which name others may wait for it; nil where nobody may.
  let flight: String?
  let key: String
  /// The client's request, without conditions and ranges where the answer is for more than that client.
  let request: HTTP.Request
  /// Whether the client's own conditions and ranges were left out, and are applied to what comes.
  let isWhole: Bool
  /// Whether it asks with the cache's own conditions.
  let isValidation: Bool
  let asked: Int
  /// False once an unsafe request has made the key invalid: the answer may be older than that.
  var mayStore = true
}
