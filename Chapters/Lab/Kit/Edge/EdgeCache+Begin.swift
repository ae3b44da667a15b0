import ContentDelivery
import PostRoad

extension EdgeCache {
  /// A GET or HEAD: answers from the store where that is allowed, and asks the origin otherwise.
  mutating func begin(_ waiting: EdgeCaller, now: Int) throws -> [EdgeAction] {
    var waiting = waiting
    let list = store.list(waiting.key)
    let chosen = try select(for: waiting.request, among: list)
    let stored = chosen.map { list[$0] }
    let shown = chosen.map { store.shown(waiting.key)[$0] }
    switch try decideReuse(of: shown, for: waiting.request, now: now) {
    case .gatewayTimeout: return [.answer(waiting.id, HTTP.Response(504))]
    case .serve:
      guard let stored, let shown else { break }
      if let response = try hit(stored, shown, for: waiting.request, now: now) {
        try store.use(waiting.key)
        if let number = waiting.number { store.remember(response, of: waiting.key, to: number, now: now) }
        return [.answer(waiting.id, response)]
      }
      // If-Match and If-Unmodified-Since are the origin's to decide.
      waiting.reason = .request
      return try askAlone(waiting, among: [], asItIs: true, now: now)
    case .validate:
      guard let stored, let shown else { break }
      if let actions = try serveStale(stored, shown, to: waiting, now: now) { return actions }
      let isFresh = try freshnessLifetime(of: shown) > currentAge(of: shown, now: now)
      waiting.reason = isFresh ? .request : .stale
      return try ask(waiting, among: [stored], now: now)
    case .forward: break
    }
    waiting.reason = list.isEmpty ? .uriMiss : .varyMiss
    // Nothing matches this request, but the origin may say that one of those it has sent for others does (RFC 9111 §4.3.1).
    return try ask(waiting, among: list, now: now)
  }

  /// Which stored response is meant (exercise 4.11). Of one alone it need not be known how old it is.
  private func select(for request: HTTP.Request, among list: [HTTP.StoredResponse]) throws -> Int? {
    guard list.count == 1 else { return try selectResponse(for: request, among: list) }
    return try varyMatches(request, list[0]) ? 0 : nil
  }

  /// A stale answer while a fresh one is fetched, where origin and client allow it (exercise 4.19); nil where they do not.
  private mutating func serveStale(
    _ stored: HTTP.StoredResponse, _ shown: HTTP.StoredResponse, to waiting: EdgeCaller, now: Int
  ) throws -> [EdgeAction]? {
    // The client has no say in this but to refuse: it does with no-cache, a max-age, or a max-stale that is too small.
    var patient = waiting.request
    patient.fields.append("Cache-Control", "max-stale")
    guard try decideReuse(of: shown, for: patient, now: now) == .serve,
      let response = try hit(stored, shown, for: waiting.request, now: now)
    else { return nil }
    let name = flightName(waiting)
    switch try stale.request(name, shown, now: now) {
    case .ask: return nil
    case .serve: return [.answer(waiting.id, response)]
    case .serveAndRefresh:
      lastRefresh -= 1
      var request = waiting.request
      request.method = "GET"
      let refresh = EdgeCaller(
        id: lastRefresh, request: request, body: [], key: waiting.key, reason: .stale, refresh: name)
      let actions = try ask(refresh, among: [stored], now: now, for: waiting.id)
      return [.answer(waiting.id, response)] + actions.filter { if case .wait = $0 { false } else { true } }
    }
  }

  /// Asks the origin for this caller and those who will wait with it (exercise 4.20), or alone.
  mutating func ask(
    _ waiting: EdgeCaller, among stored: [HTTP.StoredResponse], now: Int, for cause: Int? = nil
  ) throws -> [EdgeAction] {
    let request = waiting.request
    let control = try parseCacheControl(request.fields.values(of: "Cache-Control"))
    let isForOrigin = request.fields.contains("If-Match") || request.fields.contains("If-Unmodified-Since")
    // Who asks for a fresh answer does not mean one that was asked for before.
    guard request.method == "GET", !isForOrigin, !control.contains("no-cache"), !control.contains("no-store")
    else { return try askAlone(waiting, among: stored, asItIs: isForOrigin, now: now) }
    var waiting = waiting
    let name = flightName(waiting)
    switch try coalescing.request(name, by: waiting.id, now: now) {
    case .pass: return try askAlone(waiting, among: stored, asItIs: stored.isEmpty, now: now, for: cause)
    case .wait:
      waiting.flight = name
      waiting.isCollapsed = true
      callers[waiting.id] = waiting
      return [.wait(waiting.id)]
    case .fetch:
      waiting.flight = name
      callers[waiting.id] = waiting
      return [try start(waiting, flight: name, among: stored, now: now, for: cause)]
    }
  }

  /// Asks the origin for this caller alone.
  ///
  /// - Parameter asItIs: with the client's own conditions and ranges.
  mutating func askAlone(
    _ waiting: EdgeCaller, among stored: [HTTP.StoredResponse], asItIs: Bool, now: Int, for cause: Int? = nil
  ) throws -> [EdgeAction] {
    var waiting = waiting
    waiting.flight = nil
    callers[waiting.id] = waiting
    return [try start(waiting, flight: nil, among: stored, asItIs: asItIs, now: now, for: cause)]
  }

  /// Sends a request on its way.
  mutating func start(
    _ waiting: EdgeCaller, flight: String?, among stored: [HTTP.StoredResponse], asItIs: Bool = false,
    now: Int,
    for cause: Int? = nil
  ) throws -> EdgeAction {
    var request = waiting.request
    if !asItIs {
      for name in ["Range", "If-Range", "If-None-Match", "If-Modified-Since"] { request.fields.remove(name) }
    }
    let validation = asItIs ? nil : try validationRequest(for: request, stored: stored)
    lastFetch += 1
    fetches[lastFetch] = EdgeFlight(
      id: lastFetch, leader: waiting.id, flight: flight, key: waiting.key, request: request, isWhole: !asItIs,
      isValidation: validation != nil, asked: now)
    return .fetch(
      EdgeFetch(
        id: lastFetch, request: validation ?? request, body: waiting.body, caller: cause ?? waiting.id,
        isRefresh: waiting.id < 0))
  }

  /// What callers have in common who may wait for one fetch: the key, and what they send in the fields that have made a difference
  /// for it before.
  private func flightName(_ waiting: EdgeCaller) -> String {
    let names = Set(store.list(waiting.key).flatMap { $0.response.fields.tokens(of: "Vary") }).sorted()
    let values = names.map { "\($0)=\(waiting.request.fields.values(of: $0))" }
    return ([waiting.key] + values).joined(separator: "\n")
  }
}
