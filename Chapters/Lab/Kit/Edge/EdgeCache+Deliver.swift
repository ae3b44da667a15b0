import ContentDelivery
import PostRoad

extension EdgeCache {
  /// A 304 to the cache's own question: what is stored is still true, and is served.
  mutating func freshened(
    _ flight: EdgeFlight, by response: HTTP.Response, now: Int
  ) throws -> [EdgeAction] {
    var list = store.list(flight.key)
    let indices = flight.mayStore ? try freshenedResponses(by: response, among: list) : []
    guard !indices.isEmpty else { return [try askAgain(flight, now: now)] }
    for index in indices {
      list[index] = try freshen(list[index], with: response, requestTime: flight.asked, responseTime: now)
    }
    let fresh = indices.map { list[$0] }
    var chosen = fresh[fresh.count - 1]
    if let index = try selectResponse(for: flight.request, among: fresh) {
      chosen = fresh[index]
    } else {
      // The origin says that a response to another request is the one for this request as well: now it is stored for both.
      chosen.request = flight.request
      list = Array(list.suffix(settings.variants - 1)) + [chosen]
    }
    _ = try store.replace(flight.key, with: list)
    return try deliver(flight, response, chosen, isKept: true, now: now)
  }

  /// A 304 about nothing that is stored is no answer: asks once more, without conditions.
  private mutating func askAgain(_ flight: EdgeFlight, now: Int) throws -> EdgeAction {
    lastFetch += 1
    fetches[lastFetch] = EdgeFlight(
      id: lastFetch, leader: flight.leader, flight: flight.flight, key: flight.key, request: flight.request,
      isWhole: true, isValidation: false, asked: now, mayStore: flight.mayStore)
    return .fetch(
      EdgeFetch(
        id: lastFetch, request: flight.request, body: [], caller: flight.leader, isRefresh: flight.leader < 0)
    )
  }

  /// Hands out what a fetch has brought: to the one who has asked, and to those who may share it (RFC 9111 §4).
  ///
  /// - Parameters:
  ///   - response: the origin's, a 304 where `stored` was freshened.
  ///   - stored: what is answered with.
  mutating func deliver(
    _ flight: EdgeFlight, _ response: HTTP.Response, _ stored: HTTP.StoredResponse, isKept: Bool, now: Int
  ) throws -> [EdgeAction] {
    let shown = try policy.policy(of: stored)
    let isFreshened = flight.isValidation && response.status == 304
    var actions: [EdgeAction] = []
    if let leader = callers[flight.leader] {
      let outcome = HTTP.CacheStatus.Outcome.forwarded(
        leader.reason, status: response.status, isStored: isKept && !isFreshened)
      var whole = isFreshened ? try ContentDelivery.response(from: stored, now: now) : response
      if flight.isWhole { whole = try applied(whole, of: stored, to: leader.request, now: now) ?? whole }
      actions += try answer(leader.id, with: try told(whole, outcome, isKept ? shown : nil, now: now))
    }
    guard let name = flight.flight else { return actions }
    let isShared = try isKept && mayShare(shown, with: flight.request, now: now)
    let result = try coalescing.finished(name, isShared: isShared, now: now)
    for id in result.answered + result.passing where id != flight.leader {
      guard let caller = callers[id] else { continue }
      if isShared, try varyMatches(caller.request, stored),
        try mayShare(shown, with: caller.request, now: now),
        let answer = try hit(
          stored, shown, for: caller.request, now: now,
          .forwarded(caller.reason, status: response.status, isCollapsed: true))
      {
        actions += try self.answer(id, with: answer)
      } else if id < 0 {
        // A refresh that cannot share the answer has come to its end all the same.
        actions += try self.answer(id, with: response)
      } else {
        actions += try anew(caller, now: now)
      }
    }
    return actions
  }

  private func mayShare(_ shown: HTTP.StoredResponse, with request: HTTP.Request, now: Int) throws -> Bool {
    try decideReuse(of: shown, for: request, now: now) == .serve
  }

  /// A caller for whom the answer it has waited for was not. Others may have the same wish, so it is looked at from the beginning.
  private mutating func anew(_ caller: EdgeCaller, now: Int) throws -> [EdgeAction] {
    callers[caller.id] = nil
    var caller = caller
    caller.flight = nil
    caller.isCollapsed = false
    return try begin(caller, now: now)
  }
}
