import ContentDelivery
import PostRoad

extension EdgeCache {
  /// A stored response as this client gets it: with its Age, its conditions and ranges applied, and a word on where it is from. Nil where
  /// the client's condition is for the origin.
  func hit(
    _ stored: HTTP.StoredResponse, _ shown: HTTP.StoredResponse, for request: HTTP.Request, now: Int,
    _ outcome: HTTP.CacheStatus.Outcome = .hit
  ) throws -> HTTP.Response? {
    let whole = try response(from: stored, now: now)
    guard let answer = try applied(whole, of: stored, to: request, now: now) else { return nil }
    return try told(answer, outcome, shown, now: now)
  }

  /// A response with the client's conditions and ranges applied (exercises 4.13 and 4.21), without a body to a HEAD.
  func applied(
    _ whole: HTTP.Response, of stored: HTTP.StoredResponse, to request: HTTP.Request, now: Int
  ) throws -> HTTP.Response? {
    switch try evaluateConditions(of: request, against: stored, now: now) {
    case .forward: return nil
    case .notModified(var fields):
      for name in ["Age", "Cache-Status"] {
        for value in whole.fields.values(of: name) { fields.append(name, value) }
      }
      return HTTP.Response(304, fields)
    case .full:
      var answer = try slice(whole, for: request)
      if request.method == "HEAD" { answer.body = [] }
      return answer
    }
  }

  /// A response with this cache's member of Cache-Status (exercise 4.22).
  func told(
    _ response: HTTP.Response, _ outcome: HTTP.CacheStatus.Outcome, _ shown: HTTP.StoredResponse?, now: Int
  ) throws -> HTTP.Response {
    var status = HTTP.CacheStatus(settings.name, outcome)
    if let shown {
      status.lifetime = try freshnessLifetime(of: shown)
      status.age = try currentAge(of: shown, now: now)
    }
    return try addCacheStatus(status, to: response, isGenerated: false)
  }

  /// What a client is told when there is no answer for it.
  func generated(_ status: Int, _ why: String) -> HTTP.Response {
    HTTP.Response(
      status, ["Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"],
      body: Array("\(settings.name): \(why)\n".utf8))
  }

  /// Ends a caller, and answers it unless it was a refresh.
  mutating func answer(_ caller: Int, with response: HTTP.Response) throws -> [EdgeAction] {
    guard let gone = callers.removeValue(forKey: caller) else { return [] }
    if let refresh = gone.refresh { try stale.refreshed(refresh) }
    return caller > 0 ? [.answer(caller, response)] : []
  }
}
