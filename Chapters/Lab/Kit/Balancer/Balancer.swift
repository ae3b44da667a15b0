import LoadBalancing
import PostRoad

/// Which backend gets a request, and what comes after an attempt that failed: exercises of chapters 5 and 6 in one value, without
/// sockets and without a clock.
///
/// | | |
/// |---|---|
/// | 5.1, 5.2, 5.3, 5.5, 5.6; 6.3, 6.5, 6.6 | who is picked |
/// | 5.8 | who is up, by asking again and again |
/// | 5.9 | who has failed lately, and gets nothing for a while |
/// | 5.19 | whether a request that failed is sent again |
///
/// All times are milliseconds since some moment, and never go back.
package struct Balancer {
  private struct Underway {
    let request: BalancerRequest
    var backend = 0
    var attempt = 0
    var tried: Set<Int> = []
  }

  /// The pool: `isUp` as the health checks have it, `activeConnections` as there are requests under way.
  package private(set) var backends: [LB.Backend]
  private var picks: BackendPicks
  private var ejection: PassiveEjection
  private var retry: Retry
  private var checks: [HealthCheck]
  /// Those whose check has begun and not ended.
  private var checking: Set<Int> = []
  private var requests: [Int: Underway] = [:]

  package init(_ settings: BalancerSettings, now: Int64) throws {
    backends = settings.backends
    picks = try BackendPicks(settings)
    ejection = try PassiveEjection(
      settings.backends, maximumFails: settings.maximumFails, failTimeout: settings.failTimeout)
    retry = try Retry(settings.retries)
    checks =
      try settings.health.map { health in
        try settings.backends.map { _ in
          try HealthCheck(
            rise: health.rise, fall: health.fall, intervals: health.intervals, now: Self.fraction(now))
        }
      } ?? []
  }

  /// A request has come.
  ///
  /// - Parameter id: a number that no other request under way has.
  package mutating func request(_ request: BalancerRequest, as id: Int, now: Int64) throws -> BalancerStep {
    try retry.request(now: Self.seconds(now))
    return try send(Underway(request: request), as: id, now: now)
  }

  /// A request was answered by its backend, whatever the answer says.
  package mutating func answered(_ id: Int, now: Int64) throws {
    guard let underway = remove(id) else { return }
    try ejection.end(underway.backend, passed: true, now: Self.seconds(now))
  }

  /// A request was not answered by its backend.
  package mutating func failed(_ id: Int, _ failure: OriginFailure, now: Int64) throws -> BalancerStep {
    guard let underway = remove(id) else { return .nobody }
    if Self.isFault(failure) {
      try ejection.end(underway.backend, passed: false, now: Self.seconds(now))
    }
    // Responses are received whole before the client gets any of them, so none is ever partly answered.
    let reach: LB.FailedAttempt.Reach = if case .unreachable = failure { .notSent } else { .unanswered }
    let attempt = LB.FailedAttempt(underway.request.method, number: underway.attempt, reach: reach)
    let verdict = try retry.failed(attempt, now: Self.seconds(now))
    guard verdict == .retry else { return .giveUp(verdict) }
    return try send(underway, as: id, now: now)
  }

  /// The client of a request has left. Nobody learns from it how its backend is.
  package mutating func left(_ id: Int) { _ = remove(id) }

  /// The backends that have to be checked now; each is checked until `checked` says how it went.
  package mutating func beginChecks(now: Int64) throws -> [Int] {
    let due = try checks.indices.filter {
      try !checking.contains($0) && checks[$0].nextCheck <= Self.fraction(now)
    }
    checking.formUnion(due)
    return due
  }

  /// A check has ended.
  ///
  /// - Returns: what has changed for the backend, or nil when nothing has.
  package mutating func checked(_ index: Int, passed: Bool, now: Int64) throws -> LB.HealthChange? {
    checking.remove(index)
    let change = try checks[index].note(passed: passed, now: Self.fraction(now))
    backends[index].isUp = try checks[index].isUp
    return change
  }

  /// Sends to one that is up: best to one that was not tried and is not ejected, then to any that was not tried, then to any.
  private mutating func send(_ underway: Underway, as id: Int, now: Int64) throws -> BalancerStep {
    let up = backends.indices.filter { backends[$0].isUp && backends[$0].weight > 0 }
    guard !up.isEmpty else { return .nobody }
    let candidates = Set(try ejection.candidates(now: Self.seconds(now)))
    let untried = up.filter { !underway.tried.contains($0) }
    let best = untried.filter { candidates.contains($0) }
    let choice = Set(best.isEmpty ? untried.isEmpty ? up : untried : best)
    var pool = backends
    for index in pool.indices { pool[index].isUp = choice.contains(index) }
    var next = underway
    next.backend = try picks.pick(among: pool, for: underway.request)
    next.attempt += 1
    next.tried.insert(next.backend)
    try ejection.begin(next.backend, now: Self.seconds(now))
    backends[next.backend].activeConnections += 1
    requests[id] = next
    return .send(to: next.backend, attempt: next.attempt)
  }

  private mutating func remove(_ id: Int) -> Underway? {
    guard let underway = requests.removeValue(forKey: id) else { return nil }
    backends[underway.backend].activeConnections -= 1
    return underway
  }

  /// A backend may end a connection that it has kept long enough, and may send more than we take: neither makes it a bad one.
  private static func isFault(_ failure: OriginFailure) -> Bool {
    switch failure {
    case .keptConnectionEnded, .tooLarge: false
    case .unreachable, .timedOut, .cutShort, .badResponse: true
    }
  }

  private static func seconds(_ now: Int64) -> Int { Int(now / 1000) }
  private static func fraction(_ now: Int64) -> Double { Double(now) / 1000 }
}
