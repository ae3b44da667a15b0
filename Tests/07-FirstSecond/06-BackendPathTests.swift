import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct BackendPathTests {
  private typealias Failure = Upstream.PathError

  private func of(_ names: String) -> [LB.Backend] { names.map { LB.Backend(String($0)) } }

  // Our rule: a pick of chapter 5 sees the pool as it knows it
  @Test func `the pick sees who is up and what is in flight`() throws {
    let given = [
      LB.Backend("a", weight: 1, activeConnections: 9, isUp: false), LB.Backend("a", weight: 0),
      LB.Backend("", weight: 7, activeConnections: -1),
    ]
    var path = try newPath(given)
    try path.begin(5, to: 0, "the first that is up")
    try path.offered("a 1 0, a 0 0,  7 0", calls: 1, "all are up, and idle, whatever was given")
    path.pick(2)
    try path.begin(-4, to: 2, "it was picked")
    try path.offered("a 1 1, a 0 0,  7 0", calls: 2, "one is in flight at the first")
    try path.begin(9, to: 2, "a backend may have several")
    try path.begin(0, to: 2, "another one")
    try path.offered("a 1 1, a 0 0,  7 2", calls: 4, "two are in flight at the last")
    try path.inFlight([1, 0, 3], "one at the first, three at the last")
  }

  // Our rule: in flight until it has ended, however
  @Test func `an attempt is in flight until its end`() throws {
    var path = try newPath(of("abc"))
    for request in 1...4 { try path.begin(request, request == 4 ? "POST" : "GET", to: 0, "the first") }
    try path.inFlight([4, 0, 0], "four have begun")
    try path.ended(1, .answered, .done, "it was answered")
    try path.inFlight([3, 0, 0], "its end was good")
    try path.ended(2, .failed(.partlyAnswered), .failed(.responseBegan), "it cannot be sent again")
    try path.inFlight([2, 0, 0], "its end was bad")
    path.pick(2)
    try path.ended(3, .failed(.unanswered), .send(to: 2), "it is sent again")
    try path.offered("a 1 1 down, b 1 0, c 1 0", calls: 5, "the failed attempt does not count any more")
    try path.inFlight([1, 0, 1], "it has moved")
    try path.ended(4, .failed(.unanswered), .failed(.notIdempotent), "it was a POST")
    try path.ended(3, .answered, .done, "from c")
    try path.inFlight([0, 0, 0], "nothing is left")
  }

  // RFC 9110 §9.2.2: not those whose methods are not idempotent, unless it is known that they were not applied
  @Test func `only idempotent requests are sent twice`() throws {
    for method in ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"] {
      var path = try newPath(of("ab"))
      try path.begin(1, method, to: 0, "the first")
      try path.ended(1, .failed(.unanswered), .send(to: 1), "twice is as good as once")
    }
    for method in ["POST", "PATCH", "CONNECT", "LOCK", "get", "Put", "QUERY", "", "GET "] {
      var path = try newPath(of("abc"))
      try path.begin(1, method, to: 0, "the first")
      try path.ended(1, .failed(.notSent), .send(to: 1), "nobody has seen it")
      try path.ended(1, .failed(.unanswered), .failed(.notIdempotent), "b may have done it")
      try path.inFlight([0, 0, 0], "it is over")
    }
  }

  // nginx, proxy_next_upstream: nothing after a part has been sent to the client; each server once
  @Test func `every backend is tried once, and then it is over`() throws {
    var path = try newPath(of("abcd"), ejection: 0)
    path.pick(2)
    try path.begin(1, to: 2, "it was picked")
    path.pick(0)
    try path.ended(1, .failed(.notSent), .send(to: 0), "another one")
    try path.offered("a 1 0, b 1 0, c 1 0 down, d 1 0", "c was tried")
    path.pick(3)
    try path.ended(1, .failed(.unanswered), .send(to: 3), "another one")
    try path.offered("a 1 0 down, b 1 0, c 1 0 down, d 1 0", "c and a were tried")
    path.pick(nil)
    try path.ended(1, .failed(.unanswered), .send(to: 1), "the last one")
    try path.ended(1, .failed(.notSent), .failed(.allTried), "there is none left")
    try path.begin(1, to: 0, "a new request, though it has the same number")
    try path.ended(1, .failed(.partlyAnswered), .failed(.responseBegan), "the client has a part of it")
  }

  // nginx, fail_timeout: considered unavailable for that time
  @Test func `a backend that failed is left alone for a time`() throws {
    let ends: [(LB.FailedAttempt.Reach, Upstream.Step)] = [
      (.notSent, .send(to: 1)), (.unanswered, .failed(.notIdempotent)),
      (.partlyAnswered, .failed(.responseBegan)),
    ]
    for (reach, step) in ends {
      var path = try newPath(of("abc"), ejection: 50)
      try path.begin(1, "POST", at: 90, to: 0, "the first")
      try path.begin(2, at: 90, to: 0, "the first")
      path.pick(1)
      try path.ended(1, .failed(reach), at: 100, step, "it has failed at a")
      path.pick(nil)
      try path.begin(3, at: 149, to: 1, "a is ejected, for another request, too")
      try path.ended(2, .answered, at: 149, .done, "a has answered one")
      try path.begin(4, at: 149, to: 1, "which does not bring it back")
      for request in [5, 6] { try path.begin(request, at: 150, to: 0, "50 ms have passed") }
      try path.ended(5, .failed(.unanswered), at: 160, .send(to: 1), "a has failed again")
      try path.ended(6, .failed(.unanswered), at: 170, .send(to: 1), "and again, while it is ejected")
      try path.begin(7, at: 219, to: 1, "for 50 ms from the last failure")
      try path.begin(8, at: 220, to: 0, "50 ms have passed")
    }
    var path = try newPath(of("ab"), ejection: 0)
    try path.begin(1, at: 5, to: 0, "the first")
    try path.ended(1, .failed(.notSent), at: 5, .send(to: 1), "a was tried")
    try path.begin(2, at: 5, to: 0, "0 ms have passed")
  }

  // Our rule; Envoy, panic threshold: with too few healthy hosts all of them are used
  @Test func `where all are ejected, all that are left are tried`() throws {
    var path = try newPath(of("abc"), ejection: 1_000)
    try path.begin(1, to: 0, "the first")
    try path.ended(1, .failed(.notSent), .send(to: 1), "a is ejected")
    try path.ended(1, .failed(.notSent), .send(to: 2), "b is ejected")
    try path.begin(2, to: 2, "c alone is healthy")
    try path.ended(2, .failed(.unanswered), .send(to: 0), "c was tried: of a and b the first")
    try path.offered("a 1 0, b 1 0, c 1 1 down", "both are ejected, and neither was tried")
    try path.begin(3, to: 0, "all three are ejected")
    try path.offered("a 1 1, b 1 0, c 1 1", "all three are offered")
    try path.ended(3, .answered, at: 999, .done, "a works")
    try path.begin(4, at: 999, to: 0, "still all three")
  }

  // Envoy, RetryBudget: a share of the requests under way, and a minimum
  @Test func `the budget is for all requests together`() throws {
    for (percent, minimum, requests, allowed) in [
      (20, 3, 10, 3), (20, 0, 19, 3), (20, 0, 20, 4), (20, 0, 4, 0), (20, 0, 5, 1), (100, 0, 6, 6),
      (0, 2, 9, 2), (33, 0, 3, 0),
    ] {
      var path = try newPath(of("abc"), budget: Upstream.Budget(percent: percent, minimum: minimum))
      for request in 0..<requests { try path.begin(request, to: 0, "the first") }
      let rule = "\(percent) % of \(requests), and \(minimum) at least"
      for request in 0..<allowed { try path.ended(request, .failed(.notSent), .send(to: 1), rule) }
      guard allowed < requests else { continue }
      try path.ended(allowed, .failed(.notSent), .failed(.budgetUsed), rule)
    }
    var path = try newPath(of("abc"), budget: Upstream.Budget(percent: 0, minimum: 1))
    for request in 1...4 { try path.begin(request, to: 0, "the first") }
    try path.ended(1, .failed(.notSent), .send(to: 1), "nobody else is at a later attempt")
    try path.ended(1, .failed(.notSent), .send(to: 2), "nobody else is, still")
    try path.ended(2, .failed(.notSent), .failed(.budgetUsed), "request 1 is")
    try path.ended(1, .answered, .done, "it is over")
    try path.ended(3, .failed(.notSent), .send(to: 2), "now there is room; b is ejected")
    path = try newPath(of("abc"), budget: Upstream.Budget(percent: 50, minimum: 0))
    for request in 1...6 { try path.begin(request, to: 0, "the first") }
    for request in 1...3 { try path.ended(request, .failed(.notSent), .send(to: 1), "50 % of 6 are 3") }
    for request in 4...5 { try path.ended(request, .answered, .done, "from a") }
    try path.ended(1, .failed(.notSent), .failed(.budgetUsed), "50 % of 4 are 2: requests 2 and 3")
  }

  // The order of the comment above `BackendPath`
  @Test func `the first reason is the one that is given`() throws {
    let none = Upstream.Budget(percent: 0, minimum: 0)
    for (method, reach, pool, reason) in [
      ("POST", .partlyAnswered, "a", .responseBegan), ("POST", .unanswered, "a", .notIdempotent),
      ("POST", .notSent, "a", .allTried), ("GET", .unanswered, "a", .allTried),
      ("POST", .notSent, "ab", .budgetUsed), ("POST", .unanswered, "ab", .notIdempotent),
      ("GET", .partlyAnswered, "ab", .responseBegan),
    ] as [(String, LB.FailedAttempt.Reach, String, Upstream.Reason)] {
      var path = try newPath(of(pool), budget: none)
      try path.begin(1, method, to: 0, "the first")
      try path.ended(1, .failed(reach), .failed(reason), "a response, the method, the backends, the budget")
      try path.offered(pool == "a" ? "a 1 0" : "a 1 0, b 1 0", calls: 1, "nobody picks for what is over")
    }
  }

  // Our rule: an error changes nothing
  @Test func `a pick that fails changes nothing`() throws {
    var path = try newPath(of("ab"))
    path.desk.isClosed = true
    try path.refuseBegin(1, PickDesk.Failure.closed, "its error is passed on")
    path.desk.isClosed = false
    path.pick(2)
    try path.refuseBegin(1, Failure.notOffered(2), "there is no such backend")
    try path.inFlight([0, 0], "nothing has begun")
    path.pick(nil)
    try path.begin(1, to: 0, "the first")
    path.pick(0)
    try path.refuseEnd(1, .failed(.notSent), Failure.notOffered(0), "a was tried")
    path.desk.isClosed = true
    try path.refuseEnd(1, .failed(.notSent), PickDesk.Failure.closed, "its error is passed on")
    path.desk.isClosed = false
    try path.inFlight([1, 0], "its end was not taken in")
    try path.begin(2, to: 0, "a is not ejected, either")
    path.pick(nil)
    try path.ended(1, .failed(.notSent), .send(to: 1), "and now it is")
    path.pick(0)
    try path.refuseBegin(3, Failure.notOffered(0), "a is ejected")
  }

  // Our rule: a number is one request
  @Test func `reports that make no sense are refused`() throws {
    var path = try newPath(of("ab"))
    try path.refuseEnd(1, .answered, Failure.notUnderWay(1), "it has not begun")
    try path.begin(1, to: 0, "the first")
    try path.refuseBegin(1, Failure.underWay(1), "it is under way")
    try path.offered("a 1 0, b 1 0", calls: 1, "nobody was asked to pick")
    try path.ended(1, .failed(.notSent), .send(to: 1), "it is sent again")
    try path.refuseBegin(1, Failure.underWay(1), "it still is")
    try path.ended(1, .answered, .done, "it is over")
    try path.refuseEnd(1, .failed(.notSent), Failure.notUnderWay(1), "it is over")
    for index in [-1, 2, .max, .min] {
      try check("inFlight(_:), of two backends", index, throws: Failure.noBackend(index), "there is none") {
        try newDoor(of("ab"), Upstream.Budget(), 0) { _ in 0 }.inFlight($0)
      }
    }
  }

  // Our rule: settings are checked before they are used
  @Test func `settings that cannot work are refused`() throws {
    for (names, percent, minimum, ejection, error) in [
      ("", -1, -2, -3, .noBackends), ("a", -1, -2, -3, .negative(-1)), ("a", 0, -2, -3, .negative(-2)),
      ("a", 0, 0, -3, .negative(-3)), ("ab", 5, 5, .min, .negative(.min)),
    ] as [(String, Int, Int, Int64, Failure)] {
      let budget = Upstream.Budget(percent: percent, minimum: minimum)
      let input = "\(names.count) backends, \(percent) %, minimum \(minimum), ejection \(ejection)"
      try check("BackendPath(_:budget:ejection:pick:)", input, throws: error, "the first below 0") { _ in
        try newDoor(of(names), budget, ejection) { _ in 0 }
      }
    }
  }

  // BackendHistory, which keeps its own account of who was sent where
  @Test(arguments: 0..<10)
  func `with one backend alive nothing is lost and nothing is done twice`(part: Int) throws {
    let seeds = part * 1_000..<(part + 1) * 1_000
    let rule = "one is always alive, and the budget is large enough"
    try check("1,000 histories", "\(seeds)", returns: BackendHistory.Finding.none, rule) { _ in
      try BackendHistory.play(seeds) { try newDoor($0, .init(percent: 100, minimum: 0), 30, pick: $1) }
    }
  }

  private func newDoor(
    _ pool: [LB.Backend], _ budget: Upstream.Budget, _ ejection: Int64,
    pick: @escaping ([LB.Backend]) throws -> Int
  ) throws -> BackendDoor {
    var path = try BackendPath(pool, budget: budget, ejection: ejection, pick: pick)
    return BackendDoor(
      begin: { try path.begin($0, $1, now: $2) }, ended: { try path.ended($0, $1, now: $2) },
      inFlight: { try path.inFlight($0) })
  }

  private func newPath(
    _ pool: [LB.Backend], budget: Upstream.Budget = Upstream.Budget(), ejection: Int64 = 100
  ) throws -> BackendStory {
    let desk = PickDesk()
    return BackendStory(try newDoor(pool, budget, ejection) { try desk.pick($0) }, desk)
  }
}
