import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RetryTests {
  // RFC 9110 §9.2.2: PUT, DELETE and the safe methods (§9.2.1) are idempotent, and a proxy MUST NOT retry others; RFC 5789
  // §2: PATCH is not; §9.1: methods are case-sensitive
  @Test func `only idempotent methods are sent again`() throws {
    for method in ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"] {
      let verdict = try verdict(on: LB.FailedAttempt(method))
      #expect(verdict == .retry, "\(method): twice is as good as once")
    }
    for method in ["POST", "PATCH", "CONNECT", "LOCK", "get", "BREW", ""] {
      let verdict = try verdict(on: LB.FailedAttempt(method))
      #expect(
        verdict == .notIdempotent, "\(method.debugDescription) may have been done, and may not be done twice")
    }
  }

  // nginx, proxy_next_upstream: only possible if nothing has been sent to a client yet
  @Test func `nothing is sent again once the response has begun`() throws {
    for method in ["GET", "PUT", "POST"] {
      let verdict = try verdict(on: LB.FailedAttempt(method, reach: .partlyAnswered))
      #expect(
        verdict == .responseBegan, "\(method): the client has half a response; two halves make no whole")
    }
    let last = try verdict(on: LB.FailedAttempt("GET", number: 9, reach: .partlyAnswered))
    #expect(last == .responseBegan, "the first reason that holds is told")
  }

  // RFC 9110 §9.2.2: unless it was never applied; nginx, non_idempotent: if a request has been sent to an upstream server
  @Test func `what was not sent may be sent elsewhere, whatever it is`() throws {
    for method in ["POST", "PATCH", "GET"] {
      let verdict = try verdict(on: LB.FailedAttempt(method, reach: .notSent))
      #expect(verdict == .retry, "\(method): nobody has seen it, so nothing is done twice")
    }
  }

  // nginx 1.22.1, proxy_next_upstream as it is by default, was asked
  @Test func `nginx sends the same requests again`() throws {
    let reaches: [LB.FailedAttempt.Reach] = [.notSent, .unanswered, .partlyAnswered]
    for line in NginxRetries.table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for (reach, nginx) in zip(reaches, words.dropFirst()) {
        let verdict = try verdict(on: LB.FailedAttempt(words[0], reach: reach))
        let said = verdict == .retry ? "again" : "never"
        #expect(said == nginx, "\(words[0]), \(reach)")
      }
    }
  }

  // Our rule: all attempts count, the first one, too
  @Test func `a request has so many attempts and no more`() throws {
    let verdicts = try [1, 2, 3, 4].map {
      "\(try verdict(on: LB.FailedAttempt("GET", number: $0), attempts: 3))"
    }
    #expect(verdicts == ["retry", "retry", "attemptsUsed", "attemptsUsed"], "three attempts are two retries")
    let once = try verdict(on: LB.FailedAttempt("GET"), attempts: 1)
    #expect(once == .attemptsUsed, "one attempt is no retry")
    let unseen = try verdict(on: LB.FailedAttempt("POST", number: 3, reach: .notSent), attempts: 3)
    #expect(unseen == .attemptsUsed, "an attempt to connect is an attempt")
  }

  // Finagle, RetryBudgetTest: of n requests that all fail, percentCanRetry are retried
  @Test(arguments: [(10, 40), (25, 100), (50, 200), (75, 300), (100, 400), (0, 0)])
  func `requests pay for retries`(percent: Int, retries: Int) throws {
    var retry = try Retry(LB.RetryPolicy(percent: percent, reservePerSecond: 0))
    var sent = 0
    for _ in 0..<400 {
      try retry.request(now: 100)
      if try retry.failed(LB.FailedAttempt("GET"), now: 100) == .retry { sent += 1 }
    }
    #expect(sent == retries, "\(percent) % of 400 requests")
  }

  // Finagle, RetryBudget.apply: a reserve of minRetriesPerSec times ttl, in addition to what requests pay
  @Test func `the reserve is there before any request`() throws {
    var story = try Story(LB.RetryPolicy())
    try expect(story, balance: 100, at: 100, "10 each second, for 10 s")
    for _ in 0..<100 { try story.failed(at: 100) }
    try expect(story, balance: 0, at: 100, "100 retries have used it")
    for _ in 0..<10 { try story.request(at: 100) }
    try expect(story, balance: 2, at: 100, "20 % of ten requests come on top")
  }

  // Finagle, RetryBudget.tryWithdraw: without enough balance it is left untouched
  @Test func `what is not sent again costs nothing`() throws {
    var story = try Story(LB.RetryPolicy(percent: 50, reservePerSecond: 0))
    for _ in 0..<3 { try story.request(at: 100) }
    for attempt in [
      LB.FailedAttempt("POST"), LB.FailedAttempt("GET", number: 2),
      LB.FailedAttempt("GET", reach: .partlyAnswered),
    ] {
      try story.failed(attempt, at: 100)
    }
    try expect(story, balance: 1, at: 100, "none of the three was sent again, so one and a half are left")
    try story.failed(at: 100)
    try story.failed(at: 100)
    try story.request(at: 100)
    try expect(story, balance: 1, at: 100, "one retry, one refused, and a half plus a half is one")
  }

  // Finagle, RetryBudget: a deposit is for a request; Linkerd, retryRatio: retries for regular requests
  @Test func `a retry does not pay for the next one`() throws {
    var story = try Story(LB.RetryPolicy(attempts: 9, percent: 50, reservePerSecond: 0))
    try story.request(at: 100)
    try story.request(at: 100)
    try story.failed(at: 100)
    try story.request(at: 100)
    let verdict = try story.failed(LB.FailedAttempt("GET", number: 2), at: 100)
    #expect(
      verdict == .budgetUsed, "three requests pay for one retry and a half, and one was sent\n\(story.trail)")
  }

  // Finagle, RetryBudget: deposits expire after ttl; that they do so to the second is ours
  @Test func `what requests have paid is forgotten after the window`() throws {
    var story = try Story(LB.RetryPolicy(percent: 100, reservePerSecond: 0))
    try story.request(at: 100)
    try story.request(at: 105)
    try expect(story, balance: 2, at: 109, "9 s are less than 10 s")
    try expect(story, balance: 1, at: 110, "10 s have passed since the first")
    try expect(story, balance: 0, at: 115, "and since the second")
    try expect(story, balance: 0, at: 1000, "a quiet night saves nothing up")
  }

  // Finagle, TokenBucket.newLeakyBucket: every ttl has the reserve, so what was taken is forgotten, too
  @Test func `what retries have taken is forgotten after the window`() throws {
    var story = try Story(LB.RetryPolicy(percent: 0, reservePerSecond: 1, window: 4))
    for now in [100, 101, 101, 103] { try story.failed(at: now) }
    try expect(story, balance: 0, at: 103, "1 each second, for 4 s, are used")
    try expect(story, balance: 1, at: 104, "the retry of 100 s is forgotten")
    try expect(story, balance: 3, at: 106, "those of 101 s are, too")
    try expect(story, balance: 4, at: 107, "the reserve is whole again, and no more than that")
  }

  // Our rule: entries are forgotten one by one, and a debt is no balance
  @Test func `a balance is never below 0`() throws {
    var story = try Story(LB.RetryPolicy(percent: 100, reservePerSecond: 0))
    for _ in 0..<2 { try story.request(at: 100) }
    for _ in 0..<2 { try story.failed(at: 109) }
    try expect(story, balance: 0, at: 110, "the requests are forgotten, and their retries are not yet")
    try story.request(at: 110)
    try expect(story, balance: 0, at: 110, "one request does not pay for the two of 109 s")
    try story.request(at: 119)
    try expect(story, balance: 2, at: 119, "at 119 s those are forgotten, and two requests count")
  }

  // Our rule: settings are checked before they are used
  @Test func `a policy that cannot work is refused`() throws {
    #expect(throws: LB.RetryError.attemptsTooFew(0), "a request is sent at least once") {
      _ = try Retry(LB.RetryPolicy(attempts: 0, percent: -1))
    }
    #expect(throws: LB.RetryError.budgetNegative(-1), "percent: at least 0") {
      _ = try Retry(LB.RetryPolicy(percent: -1, reservePerSecond: -2))
    }
    #expect(throws: LB.RetryError.budgetNegative(-2), "reservePerSecond: at least 0") {
      _ = try Retry(LB.RetryPolicy(reservePerSecond: -2, window: 0))
    }
    #expect(throws: LB.RetryError.windowTooShort(0), "0 s have no room for a request") {
      _ = try Retry(LB.RetryPolicy(window: 0))
    }
  }

  // RetryDiary, which counts the moments in the window: no window has more retries than its requests and the reserve allow
  @Test func `on random days every window keeps to the budget`() throws {
    var random = SeededRandom(seed: 519)
    for _ in 0..<40 {
      let policy = LB.RetryPolicy(
        percent: [10, 20, 50, 150].randomElement(using: &random) ?? 20,
        reservePerSecond: Int.random(in: 0...1, using: &random), window: Int.random(in: 1...6, using: &random)
      )
      var story = try Story(policy)
      var book = RetryDiary(policy)
      var now = 100
      for _ in 0..<120 {
        now += [0, 0, 0, 1, 1, 7].randomElement(using: &random) ?? 0
        if Bool.random(using: &random) {
          try story.request(at: now)
          book.noteRequest(at: now)
        } else {
          let diary: LB.RetryVerdict = book.allowsRetry(now: now) ? .retry : .budgetUsed
          let verdict = try story.failed(at: now)
          try #require(
            verdict == diary,
            "\(policy.percent) %, \(policy.reservePerSecond) each second, window \(policy.window) s\n\(story.trail)"
          )
          if verdict == .retry { book.noteRetry(at: now) }
        }
      }
    }
  }

  /// What comes after one failed attempt when the budget is full.
  private func verdict(on attempt: LB.FailedAttempt, attempts: Int = 2) throws -> LB.RetryVerdict {
    var retry = try Retry(LB.RetryPolicy(attempts: attempts))
    return try retry.failed(attempt, now: 100)
  }

  /// A balancer with what has happened to it.
  private struct Story {
    private var retry: Retry
    private(set) var trail = StepTrail()

    init(_ policy: LB.RetryPolicy) throws { retry = try Retry(policy) }

    mutating func request(at now: Int) throws {
      try retry.request(now: now)
      trail.note("\(now) s: a request comes in")
    }

    @discardableResult
    mutating func failed(
      _ attempt: LB.FailedAttempt = LB.FailedAttempt("GET"), at now: Int
    ) throws -> LB.RetryVerdict {
      let verdict = try retry.failed(attempt, now: now)
      trail.note(
        "\(now) s: attempt \(attempt.number) at a \(attempt.method) fails, \(attempt.reach): \(verdict)")
      return verdict
    }

    func balance(at now: Int) throws -> Int { try retry.balance(now: now) }
  }

  /// The balance has to be this.
  private func expect(_ story: Story, balance byHand: Int, at now: Int, _ rule: String) throws {
    let balance = try story.balance(at: now)
    let steps = "\(story.trail)"
    #expect(balance == byHand, "\(now) s: \(rule)\(steps.isEmpty ? "" : "\n" + steps)")
  }
}
