import ContentDelivery
import PostRoad

extension EdgeCache {
  /// The origin has answered a fetch.
  package mutating func answered(_ fetch: Int, _ response: HTTP.Response, now: Int) throws -> [EdgeAction] {
    guard let flight = fetches.removeValue(forKey: fetch) else { return [] }
    for uri in try invalidatedURIs(by: flight.request, response) {
      let key = try cacheKey(for: HTTP.Request("GET", uri))
      try store.remove(key)
      for id in fetches.keys where fetches[id]?.key == key { fetches[id]?.mayStore = false }
    }
    let mayBeStale = ["GET", "HEAD"].contains(flight.request.method)
    if mayBeStale, [500, 502, 503, 504].contains(response.status) {
      return try end(flight, after: .status(response.status), with: response, now: now)
    }
    if flight.isValidation, response.status == 304 { return try freshened(flight, by: response, now: now) }
    if flight.request.method == "HEAD", response.status == 200 { try compare(flight, response, now: now) }
    let kept = try keep(flight, response, now: now)
    let stored =
      kept
      ?? HTTP.StoredResponse(
        response, to: flight.request, requestTime: flight.asked, responseTime: now)
    return try deliver(flight, response, stored, isKept: kept != nil, now: now)
  }

  /// The origin has not answered a fetch, or not to the end.
  package mutating func failed(_ fetch: Int, _ failure: OriginFailure, now: Int) throws -> [EdgeAction] {
    guard let flight = fetches.removeValue(forKey: fetch) else { return [] }
    let response = generated(failure.status, "the origin has not answered: \(failure)")
    return try end(flight, after: .unreachable, with: response, now: now)
  }

  /// Everybody is freed: with what is stale where that is allowed (exercise 4.19), with the failure otherwise.
  private mutating func end(
    _ flight: EdgeFlight, after outcome: HTTP.OriginOutcome, with failure: HTTP.Response, now: Int
  ) throws -> [EdgeAction] {
    let ended = try flight.flight.map { try coalescing.failed($0) } ?? [flight.leader]
    var actions: [EdgeAction] = []
    for id in ended {
      guard let caller = callers[id] else { continue }
      let response = try staleAnswer(caller, after: outcome, now: now)
      if let response {
        actions += try answer(id, with: response)
      } else if id == flight.leader || outcome == .unreachable {
        actions += try answer(id, with: try toldFailure(failure, outcome, caller, now: now))
      } else {
        // What the origin said to another client was not for this one.
        actions += try answer(id, with: generated(502, "the origin has failed"))
      }
    }
    return actions
  }

  private func staleAnswer(
    _ caller: EdgeCaller, after outcome: HTTP.OriginOutcome, now: Int
  ) throws -> HTTP.Response? {
    guard ["GET", "HEAD"].contains(caller.request.method), caller.body.isEmpty,
      try !parseCacheControl(caller.request.fields.values(of: "Cache-Control")).contains("no-cache")
    else { return nil }
    let list = store.list(caller.key)
    guard let stored = try selectResponse(for: caller.request, among: list).map({ list[$0] }) else {
      return nil
    }
    let shown = try policy.policy(of: stored)
    guard try stale.serves(shown, for: caller.request, after: outcome, now: now) else { return nil }
    var status: Int?
    if case .status(let told) = outcome { status = told }
    return try hit(
      stored, shown, for: caller.request, now: now,
      .forwarded(caller.reason, status: status, isCollapsed: caller.isCollapsed ? true : nil))
  }

  private func toldFailure(
    _ response: HTTP.Response, _ outcome: HTTP.OriginOutcome, _ caller: EdgeCaller, now: Int
  ) throws -> HTTP.Response {
    guard case .status(let status) = outcome else { return response }
    return try told(response, .forwarded(caller.reason, status: status), nil, now: now)
  }

  /// Stores what may be stored (exercises 4.8 and 4.9), in the place of what the same request would have got.
  private mutating func keep(
    _ flight: EdgeFlight, _ response: HTTP.Response, now: Int
  ) throws -> HTTP.StoredResponse? {
    guard flight.request.method == "GET", ![206, 304].contains(response.status) else { return nil }
    let others = try store.list(flight.key).filter { try !varyMatches(flight.request, $0) }
    let verdict = try decideStoring(
      try policy.policy(of: response), to: flight.request, understanding: settings.understood)
    guard flight.mayStore, verdict == .store else {
      // There is something new, and it is not for us: what we have is not true any more. A refusal says nothing about that.
      let isNew = (200...399).contains(response.status) || [404, 410].contains(response.status)
      if flight.isWhole, isNew { _ = try store.replace(flight.key, with: others) }
      return nil
    }
    let kept = HTTP.Response(response.status, try storedFields(of: response), body: response.body)
    let stored = HTTP.StoredResponse(
      kept, to: flight.request, requestTime: flight.asked, responseTime: now)
    let list = others.suffix(settings.variants - 1) + [stored]
    return try store.replace(flight.key, with: Array(list)) ? stored : nil
  }

  /// A HEAD shows whether what is stored is still true (exercise 4.15).
  private mutating func compare(_ flight: EdgeFlight, _ head: HTTP.Response, now: Int) throws {
    var list = store.list(flight.key)
    guard let index = try selectResponse(for: flight.request, among: list), list[index].response.status == 200
    else { return }
    if try agrees(head, with: list[index]) {
      list[index] = try freshen(list[index], with: head, requestTime: flight.asked, responseTime: now)
    } else {
      list.remove(at: index)
    }
    _ = try store.replace(flight.key, with: list)
  }
}
