import PostRoad

/// An edge: it answers from its store what it may, and pulls everything else from the origin.
///
/// It asks nobody itself. `begin` says what to do with a request; whoever has asked the origin reports to `finish`.
///
/// What is stored under one `cacheKey(for:)` is a list, and `selectResponse(for:among:)` finds the response for a request in it.
///
/// Errors that a function throws, or one of those it is given, are passed on, and nothing has changed.
///
/// Source: [RFC 9111 §2](https://www.rfc-editor.org/rfc/rfc9111#section-2), [§4](https://www.rfc-editor.org/rfc/rfc9111#section-4),
/// [§4.3.3](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.3).
public struct OriginPull {
  // <declare>
  // 1. Remember what you were given, and what is stored.
  private let understood: Set<Int>
  private let validate: (HTTP.Request, HTTP.StoredResponse) throws -> HTTP.Request?
  private let freshen: (HTTP.StoredResponse, HTTP.Response, Int, Int) throws -> HTTP.StoredResponse
  private var store: [String: [HTTP.StoredResponse]] = [:]

  // 2. A stored response, as this client gets it.
  private func answer(_ request: HTTP.Request, _ stored: HTTP.StoredResponse, _ now: Int) throws -> HTTP
    .Response?
  {
    var response = try response(from: stored, now: now)
    switch try evaluateConditions(of: request, against: stored, now: now) {
    case .forward: return nil
    case .notModified(var fields):
      fields.set("Age", response.fields.first("Age") ?? "0")
      response = HTTP.Response(304, fields)
    case .full: if request.method == "HEAD" { response.body = [] }
    }
    return response
  }
  // </declare>

  /// Nothing is stored.
  ///
  /// - Parameters:
  ///   - understood: the statuses whose rules for caching the edge knows.
  ///   - validate: makes the request that asks whether a stored response is still true; nil where that cannot be asked.
  ///   - freshen: makes of a stored response, the 304 that says it is still true, and the times at which that was asked for and received,
  ///     the stored response to keep.
  public init(
    understanding understood: Set<Int>,
    validate: @escaping (HTTP.Request, HTTP.StoredResponse) throws -> HTTP.Request?,
    freshen: @escaping (HTTP.StoredResponse, HTTP.Response, Int, Int) throws -> HTTP.StoredResponse
  ) throws {
    // <write>
    // 3. Keep what you are given.
    self.understood = understood
    self.validate = validate
    self.freshen = freshen
    // </write>
  }

  /// What to do with a request. `decideReuse(of:for:now:)` decides about the stored response for it:
  ///
  /// - `.serve`: answer with `response(from:now:)`, without its body to a HEAD; where the client's own condition says so, with a 304 that has
  ///   the fields `evaluateConditions(of:against:now:)` gives and the Age. A condition that is for the origin: ask as in `.validate`.
  /// - `.validate`: ask with what `validate` makes, or with the request as it is where that is nil. It is called in these two cases alone.
  /// - `.forward`: ask with the request as it is.
  /// - `.gatewayTimeout`: answer with 504, without fields and body.
  ///
  /// - Parameter now: the edge's clock.
  public func begin(_ request: HTTP.Request, now: Int) throws -> HTTP.PullStep {
    // <write>
    // 4. Find, decide, and do what was decided.
    let list = store[try cacheKey(for: request)] ?? []
    let stored = try selectResponse(for: request, among: list).map { list[$0] }
    let decision = try decideReuse(of: stored, for: request, now: now)
    if decision == .gatewayTimeout { return .answer(HTTP.Response(504)) }
    if decision == .serve, let stored, let answer = try answer(request, stored, now) {
      return .answer(answer)
    }
    guard let stored, decision != .forward else { return .ask(request) }
    return .ask(try validate(request, stored) ?? request)
    // </write>
  }

  /// The origin has answered: stores what may be stored, and returns what the client gets.
  ///
  /// A 304 to a GET or HEAD for which there is a stored response that `validate` makes a request for, says that this one is still true: what
  /// `freshen` makes of it takes its place, and the client is answered from it as in `.serve`, its If-Match and If-Unmodified-Since left
  /// out: the origin has found them true, or it had sent 412. Every other response is for the client as it is. `freshen` is not called for it.
  ///
  /// Of the others, one that `decideStoring(_:to:understanding:)` stores and that is neither a 206 nor a 304 is kept with its `storedFields(of:)`, its
  /// body, the client's request and the two times. It takes the place of all responses under its key that match the request by
  /// `varyMatches(_:_:)`.
  ///
  /// - Parameters:
  ///   - request: the client's, as it was given to `begin`.
  ///   - response: the origin's.
  ///   - asked: the edge's clock when the origin was asked.
  ///   - now: the edge's clock.
  public mutating func finish(
    _ request: HTTP.Request, _ response: HTTP.Response, asked: Int, now: Int
  ) throws -> HTTP.Response {
    // <write>
    // 5. Is it about what we have?
    let key = try cacheKey(for: request)
    var list = store[key] ?? []
    if response.status == 304, ["GET", "HEAD"].contains(request.method),
      let index = try selectResponse(for: request, among: list), try validate(request, list[index]) != nil
    {
      list[index] = try freshen(list[index], response, asked, now)
      var plain = request
      for name in ["If-Match", "If-Unmodified-Since"] { plain.fields.remove(name) }
      let answer = try answer(plain, list[index], now)
      store[key] = list
      return answer ?? response
    }
    // 6. Or something new?
    let isWhole = ![206, 304].contains(response.status)
    if isWhole, try decideStoring(response, to: request, understanding: understood) == .store {
      let kept = HTTP.Response(response.status, try storedFields(of: response), body: response.body)
      list = try list.filter { try !varyMatches(request, $0) }
      store[key] = list + [HTTP.StoredResponse(kept, to: request, requestTime: asked, responseTime: now)]
    }
    return response
    // </write>
  }
}
