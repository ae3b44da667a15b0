import PostRoad

/// Brings requests to backends: it picks one, sends the request again elsewhere where that is right, and counts what is in flight.
///
/// A request is *under way* from `begin` to its last `ended`, and makes one attempt after the other, each at another backend. An attempt
/// is in flight at its backend until `ended` reports it, however it has ended.
///
/// The backends for an attempt: those that the request was not sent to yet and that are not ejected; where there are none, those that it was
/// not sent to yet. A backend is ejected for `ejection` milliseconds from each failed attempt at it, of any request, and is back when
/// exactly that time has passed; an answer does not bring it back.
///
/// A failed attempt is the request's last for the first of these reasons:
///
/// 1. the client has a part of the response (`.partlyAnswered`): `.responseBegan`;
/// 2. the request was sent and not answered (`.unanswered`), and its method is not one of GET, HEAD, OPTIONS, TRACE, PUT and DELETE, in upper
///    case: `.notIdempotent`;
/// 3. the request was sent to each backend: `.allTried`;
/// 4. as many other requests as the budget allows are at a later attempt than their first: `.budgetUsed`. It allows `percent` hundredths of the
///    requests under way, this one included, rounded down, and always `minimum`.
///
/// Where a function throws, nothing has changed. Times are in milliseconds and never go back; `now` and `ejection` together fit.
///
/// Source: [RFC 9110 §9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2); nginx,
/// [`proxy_next_upstream`](https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream); the budget is Envoy's
/// [`RetryBudget`](https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto).
public struct BackendPath {
  // TODO: 1. Remember the pool with its counts, until when who is ejected, and where each request was sent.
  // TODO: 2. Choose a backend that the request was not sent to, and count it in.
  // TODO: 3. Why a failed attempt is the last one, if it is.

  /// A pool in which nothing is in flight and nobody is ejected.
  ///
  /// - Parameters:
  ///   - pool: the backends. Which of them are up, and the connections they have, are not looked at.
  ///   - budget: how many requests may be at a later attempt.
  ///   - ejection: for how many milliseconds a backend is left alone.
  ///   - pick: chooses among the backends that are up. It is called once for each attempt, with all of the pool: in it exactly the backends for the
  ///     attempt are up, `activeConnections` is what is in flight at each, and all else is as it was given. Its errors are passed on.
  /// - Throws: `Upstream.PathError.noBackends` for an empty pool, then `Upstream.PathError.negative(_:)` with the first of
  ///   `percent`, `minimum` and `ejection` that is below 0.
  public init(
    _ pool: [LB.Backend], budget: Upstream.Budget = Upstream.Budget(), ejection: Int64,
    pick: @escaping ([LB.Backend]) throws -> Int
  ) throws {
    // TODO: 4. Refuse what cannot work, and begin with empty counts.
    throw NotStarted()
  }

  /// A request has come in.
  ///
  /// - Parameters:
  ///   - request: a number that no request under way has.
  ///   - method: its method, as it was received.
  /// - Returns: the index of the backend that it is to be sent to.
  /// - Throws: `Upstream.PathError.underWay(_:)` for a number that is under way, before anybody picks;
  ///   `Upstream.PathError.notOffered(_:)` where the pick was not a backend for the attempt.
  public mutating func begin(_ request: Int, _ method: String, now: Int64) throws -> Int {
    // TODO: 5. Its first attempt.
    throw NotStarted()
  }

  /// The attempt of a request that is in flight has ended.
  ///
  /// - Returns: what comes next. After `.done` and `.failed` the request is not under way any more.
  /// - Throws: `Upstream.PathError.notUnderWay(_:)` for a number that is not under way; `Upstream.PathError.notOffered(_:)` where the
  ///   pick was not a backend for the next attempt.
  public mutating func ended(_ request: Int, _ outcome: Upstream.Outcome, now: Int64) throws -> Upstream.Step
  {
    // TODO: 6. However it has ended, it is in flight no more.
    // TODO: 7. A failure is the backend's, and maybe the request's.
    // TODO: 8. Is the request over?
    throw NotStarted()
  }

  /// How many attempts are in flight at the backend with this index.
  ///
  /// - Throws: `Upstream.PathError.noBackend(_:)` where there is none.
  public func inFlight(_ backend: Int) throws -> Int {
    // TODO: 9. Mind the index.
    throw NotStarted()
  }
}
