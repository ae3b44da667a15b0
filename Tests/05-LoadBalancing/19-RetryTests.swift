import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RetryTests {
  private typealias Failed = LB.FailedAttempt

  // RFC 9110 §9.2.2: PUT, DELETE and the safe methods (§9.2.1) are idempotent, and a proxy MUST NOT retry others; RFC 5789
  // §2: PATCH is not; §9.1: methods are case-sensitive
  @Test func `only the six idempotent methods are sent again`() throws {
    for method in ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"] {
      try judge(Failed(method), .retry, "twice is as good as once")
    }
    for method in [
      "POST", "PATCH", "CONNECT", "LOCK", "get", "Put", "BREW", "", "GET ", "PROPFIND", "SEARCH", "LINK",
      "COPY", "QUERY",
    ] {
      try judge(Failed(method), .notIdempotent, "it may have been done, and RFC 9110 does not allow it twice")
    }
  }

  // nginx, proxy_next_upstream: only possible if nothing has been sent to a client yet
  @Test func `nothing is sent again once the response has begun`() throws {
    for method in ["GET", "PUT", "POST"] {
      let attempt = Failed(method, reach: .partlyAnswered)
      try judge(attempt, .responseBegan, "the client has half a response")
    }
  }

  // RFC 9110 §9.2.2: unless it was never applied; nginx, non_idempotent: if a request has been sent to an upstream server
  @Test func `what was not sent may be sent elsewhere, whatever it is`() throws {
    for method in ["POST", "PATCH", "GET", "get", ""] {
      try judge(Failed(method, reach: .notSent), .retry, "nobody has seen it")
    }
  }

  // nginx 1.22.1, proxy_next_upstream as it is by default, was asked
  @Test func `nginx sends the same requests again`() throws {
    let reaches: [Failed.Reach] = [.notSent, .unanswered, .partlyAnswered]
    for line in NginxRetries.table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for (reach, nginx) in zip(reaches, words.dropFirst()) {
        let never: LB.RetryVerdict = reach == .partlyAnswered ? .responseBegan : .notIdempotent
        try judge(Failed(words[0], reach: reach), nginx == "again" ? .retry : never, "so did nginx 1.22.1")
      }
    }
  }

  // Our rule: all attempts count, the first one, too
  @Test func `a request has so many attempts and no more`() throws {
    for (attempts, number, verdict) in [
      (3, 1, .retry), (3, 2, .retry), (3, 3, .attemptsUsed), (3, 4, .attemptsUsed), (1, 1, .attemptsUsed),
      (.max, .max, .attemptsUsed), (.max, .max - 1, .retry),
    ] as [(Int, Int, LB.RetryVerdict)] {
      for reach in [Failed.Reach.notSent, .unanswered] {
        let attempt = Failed("PUT", number: number, reach: reach)
        try judge(attempt, verdict, by: LB.RetryPolicy(attempts: attempts), "three are two retries")
      }
    }
  }

  // The order of the comment above `Retry`
  @Test func `the first reason of the order is reported`() throws {
    for (attempt, verdict) in [
      (Failed("POST", number: 2, reach: .partlyAnswered), .responseBegan),
      (Failed("POST", number: 2), .notIdempotent), (Failed("POST"), .notIdempotent),
      (Failed("GET", number: 2), .attemptsUsed), (Failed("GET"), .budgetUsed),
      (Failed("POST", number: 2, reach: .notSent), .attemptsUsed),
    ] as [(Failed, LB.RetryVerdict)] {
      try judge(
        attempt, verdict, by: LB.RetryPolicy(percent: 0, reservePerSecond: 0),
        "two attempts, and no budget: a response, the method, attempts, the budget")
    }
  }

  // Finagle, RetryBudgetTest: of n requests that all fail, percentCanRetry are retried
  @Test func `requests pay for retries`() throws {
    for (percent, retries) in [(10, 40), (25, 100), (50, 200), (75, 300), (100, 400), (0, 0), (250, 400)] {
      let call = "failed(_:now:), after 400 requests that each fail once"
      try check(call, "\(percent) %", returns: retries, "so many are sent again") { _ in
        var retry = try Retry(LB.RetryPolicy(percent: percent, reservePerSecond: 0))
        return try (0..<400).count { _ in
          try retry.request(now: 100)
          return try retry.failed(Failed("GET"), now: 100) == .retry
        }
      }
    }
  }

  // Finagle, RetryBudget.apply: a reserve of minRetriesPerSec times ttl, in addition to what requests pay
  @Test func `the reserve is there before any request`() throws {
    var story = try Story(LB.RetryPolicy())
    try story.balance(100, at: 100, "10 each second, for 10 s")
    for _ in 0..<100 { try story.failed(.retry, at: 100, "the reserve has room") }
    try story.balance(0, at: 100, "100 retries have used it")
    for _ in 0..<10 { try story.request(at: 100) }
    try story.balance(2, at: 100, "20 % of ten")
    var small = try Story(LB.RetryPolicy(percent: 1, reservePerSecond: 0, window: 1000))
    for second in 1...99 { try small.request(at: second) }
    try small.failed(.budgetUsed, at: 100, "99 hundredths are not 1")
    var large = try Story(LB.RetryPolicy(percent: 1_000_000, reservePerSecond: 1_000_000, window: 1_000_000))
    try large.balance(1_000_000_000_000, at: 100, "the largest settings")
    try large.request(at: 100)
    try large.balance(1_000_000_010_000, at: 100, "one request pays for ten thousand retries")
  }

  // Finagle, RetryBudget.tryWithdraw: without enough balance it is left untouched
  @Test func `what is not sent again costs nothing`() throws {
    var story = try Story(LB.RetryPolicy(percent: 50, reservePerSecond: 0))
    for _ in 0..<3 { try story.request(at: 100) }
    try story.failed(.notIdempotent, on: Failed("POST"), at: 100, "it was sent")
    try story.failed(.attemptsUsed, on: Failed("GET", number: 2), at: 100, "two attempts")
    try story.failed(.responseBegan, on: Failed("GET", reach: .partlyAnswered), at: 100, "a response began")
    try story.balance(1, at: 100, "one and a half are left")
    try story.failed(.retry, at: 100, "one is enough for one")
    try story.failed(.budgetUsed, at: 100, "a half is not")
    try story.request(at: 100)
    try story.balance(1, at: 100, "a half plus a half is one")
  }

  // Finagle, RetryBudget: a deposit is for a request; Linkerd, retryRatio: retries for regular requests
  @Test func `each retry takes 1 and pays nothing`() throws {
    var story = try Story(LB.RetryPolicy(attempts: 9, percent: 50, reservePerSecond: 0))
    for _ in 0..<5 { try story.request(at: 100) }
    try story.failed(.retry, at: 100, "two and a half")
    try story.failed(.retry, on: Failed("GET", number: 2), at: 100, "one and a half")
    try story.failed(.budgetUsed, on: Failed("GET", number: 3), at: 100, "a half: two were sent")
    try story.balance(0, at: 100, "and they have paid nothing")
  }

  // Finagle, RetryBudget: deposits expire after ttl; that they do so to the second is ours
  @Test func `what requests have paid is forgotten after the window`() throws {
    var story = try Story(LB.RetryPolicy(percent: 100, reservePerSecond: 0))
    try story.request(at: 100)
    try story.request(at: 105)
    try story.balance(2, at: 109, "9 s are less than 10 s")
    try story.balance(1, at: 110, "10 s have passed since the first")
    try story.failed(.retry, at: 110, "the second pays for it")
    try story.failed(.budgetUsed, at: 114, "and for one alone")
    try story.balance(0, at: 1000, "a quiet night saves nothing up")
    var busy = try Story(LB.RetryPolicy(percent: 100, reservePerSecond: 0))
    for now in [100, 105, 110] { try busy.request(at: now) }
    try busy.balance(2, at: 110, "a request that comes later changes nothing about it")
  }

  // Finagle, TokenBucket.newLeakyBucket: every ttl has the reserve, so what was taken is forgotten, too
  @Test func `what retries have taken is forgotten after the window`() throws {
    var story = try Story(LB.RetryPolicy(percent: 0, reservePerSecond: 1, window: 4))
    for now in [100, 101, 101, 103] { try story.failed(.retry, at: now, "1 each second, for 4 s") }
    try story.failed(.budgetUsed, at: 103, "all four are used")
    try story.balance(1, at: 104, "the retry of 100 s is forgotten")
    try story.balance(3, at: 106, "those of 101 s are, too")
    try story.balance(4, at: 107, "the reserve is whole again, and no more than that")
  }

  // Our rule: entries are forgotten one by one, and a debt is no balance
  @Test func `a balance is never below 0`() throws {
    var story = try Story(LB.RetryPolicy(percent: 100, reservePerSecond: 0))
    for _ in 0..<2 { try story.request(at: 100) }
    for _ in 0..<2 { try story.failed(.retry, at: 109, "two requests have paid for two") }
    try story.balance(0, at: 110, "the requests are forgotten, and their retries are not yet")
    try story.request(at: 110)
    try story.balance(0, at: 110, "one request does not pay for the two of 109 s")
    try story.failed(.budgetUsed, at: 110, "a debt of one is left")
    try story.request(at: 119)
    try story.balance(2, at: 119, "at 119 s those are forgotten, and two requests count")
  }

  // Our rule: settings are checked before they are used
  @Test func `a policy that cannot work is refused`() throws {
    for (attempts, percent, reserve, window, error) in [
      (0, -1, -2, 0, .attemptsTooFew(0)), (-7, 20, 10, 10, .attemptsTooFew(-7)),
      (1, -1, -2, 0, .budgetNegative(-1)), (1, 0, -2, 0, .budgetNegative(-2)),
      (1, 0, 0, 0, .windowTooShort(0)), (1, 0, 0, .min, .windowTooShort(.min)),
    ] as [(Int, Int, Int, Int, LB.RetryError)] {
      let policy = LB.RetryPolicy(
        attempts: attempts, percent: percent, reservePerSecond: reserve, window: window)
      try check("Retry(_:)", policy, throws: error, "the first setting that is too small") { try Retry($0) }
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
          let allows = book.allowsRetry(now: now)
          try story.failed(allows ? .retry : .budgetUsed, at: now, "what its window has paid for")
          if allows { book.noteRetry(at: now) }
        }
      }
    }
  }

  /// What comes after one failed attempt.
  private func judge(
    _ attempt: Failed, _ verdict: LB.RetryVerdict, by policy: LB.RetryPolicy = LB.RetryPolicy(),
    _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("failed(_:now:)", attempt, returns: verdict, rule, sourceLocation: place) {
      var retry = try Retry(policy)
      return try retry.failed($0, now: 100)
    }
  }

  /// A balancer with what has happened to it.
  private struct Story {
    private var retry: Retry
    private var steps = CheckSteps()

    init(_ policy: LB.RetryPolicy) throws {
      retry = try Retry(policy)
      steps.note("\(policy.percent) %, \(policy.reservePerSecond) each second, window \(policy.window) s")
    }

    mutating func request(at now: Int) throws {
      var after = retry
      try steps.run("request(now: \(now))") { try after.request(now: now) }
      retry = after
    }

    mutating func failed(
      _ verdict: LB.RetryVerdict, on attempt: Failed = Failed("GET"), at now: Int, _ rule: String
    ) throws {
      var after = retry
      let call = "failed(\(attempt.method), attempt \(attempt.number), \(attempt.reach), now: \(now))"
      try steps.check(call, returns: verdict, rule) { try after.failed(attempt, now: now) }
      retry = after
    }

    mutating func balance(_ balance: Int, at now: Int, _ rule: String) throws {
      let copy = retry
      try steps.check("balance(now: \(now))", returns: balance, rule) { try copy.balance(now: now) }
    }
  }
}
