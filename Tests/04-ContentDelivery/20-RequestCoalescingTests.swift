import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct RequestCoalescingTests {
  private static let finish = { @Sendable (subject: inout RequestCoalescing) throws in
    try subject.finished("/a", isShared: false, now: 100)
  }

  // RFC 9111 §4: combine multiple incoming requests into a single forward request
  @Test func `five callers make one fetch`() throws {
    var story = try Waiting()
    try story.request("/map", 1, .fetch, "nobody fetches it yet")
    for caller in 2...5 { try story.request("/map", caller, .wait, "caller 1 fetches it") }
    try story.finished("/map", shared: true, [1, 2, 3, 4, 5], "one answer for all, in their order")
    try story.request("/map", 6, .fetch, "that fetch is over")
    try story.finished("/map", shared: true, [6], "it has waited for nobody")
  }

  // Our rule: callers come in their own order
  @Test func `the order is that of coming, whatever the numbers`() throws {
    var story = try Waiting()
    for (caller, step) in [(9, .fetch), (3, .wait), (7, .wait), (-1, .wait), (.max, .wait), (0, .wait)]
      as [(Int, HTTP.CoalescingStep)]
    {
      try story.request("", caller, step, "an empty key is a key")
    }
    try story.cancelled("", 7, false, "four others wait")
    try story.finished("", shared: true, [9, 3, -1, .max, 0], "in the order in which they came")
  }

  // nginx, proxy_cache_lock: one request for a cache element
  @Test func `keys have nothing to do with each other`() throws {
    var story = try Waiting()
    try story.request("/a", 1, .fetch, "nobody fetches /a")
    try story.request("/b", 2, .fetch, "nobody fetches /b")
    try story.request("/A", 5, .fetch, "keys are compared as they are")
    try story.request("/a", 3, .wait, "caller 1 does")
    try story.request("/b", 1, .wait, "a caller may want several")
    try story.finished("/b", shared: false, [2], passing: [1], "callers of /b alone")
    try story.request("/a", 4, .wait, "/a is under way still")
    try story.failed("/a", [1, 3, 4], "callers of /a alone")
    try story.request("/b", 6, .pass, "/b cannot be shared")
    try story.request("/a", 6, .fetch, "/a can")
    try story.finished("/A", shared: true, [5], "/A has not been touched")
  }

  // RFC 9111 §4: if the cache cannot use the response for the collapsed requests, it forwards them; Varnish #1799
  @Test func `an answer that is not shared is for the one who fetched it`() throws {
    var story = try Waiting()
    try story.request("/account", 1, .fetch, "nobody knows it yet")
    for caller in [4, 2, 3] { try story.request("/account", caller, .wait, "1 fetches it") }
    try story.finished("/account", shared: false, [1], passing: [4, 2, 3], "the others ask, all at once")
    for caller in [5, 6, 7, 4, 2] { try story.request("/account", caller, .pass, "nobody waits") }
    try story.refuse("finished", .noFetch("/account"), "who passes reports nothing") {
      try $0.finished("/account", isShared: true, now: 9)
    }
  }

  // Varnish, hit-for-miss: for a time of its own
  @Test func `for passSeconds everybody fetches alone`() throws {
    for seconds in [120, 1, 30] {
      var story = try Waiting(passSeconds: seconds)
      try story.request("/a", 1, .fetch, at: 90, "nobody knows it yet")
      try story.finished("/a", shared: false, [1], at: 100, "for caller 1 alone")
      try story.request("/a", 2, .pass, at: 100, "no time has passed")
      try story.request("/a", 3, .pass, at: 99 + seconds, "\(seconds - 1) s are fewer than \(seconds)")
      try story.request("/a", 4, .fetch, at: 100 + seconds, "\(seconds) s have passed")
      try story.request("/a", 5, .wait, at: 100 + seconds, "caller 4 fetches it")
      try story.finished("/a", shared: true, [4, 5], at: 101 + seconds, "now it may be shared")
      try story.request("/a", 6, .fetch, at: 101 + seconds, "and the next one fetches again")
    }
    var story = try Waiting(passSeconds: 0)
    try story.request("/a", 1, .fetch, "nobody knows it yet")
    try story.finished("/a", shared: false, [1], "for caller 1 alone")
    try story.request("/a", 2, .fetch, "0 s have passed, and 0 are not fewer than 0")
    var busy = try Waiting(passSeconds: 300)
    let keys = (100..<600).map { (key: "/\($0)", now: $0) }
    for (key, now) in keys {
      try busy.request(key, 1, .fetch, at: now, "nobody knows it yet")
      try busy.finished(key, shared: false, [1], at: now, "for caller 1 alone")
    }
    for (key, now) in keys {
      try busy.request(key, 2, 600 - now < 300 ? .pass : .fetch, at: 600, "said at \(now), for 300 s")
    }
  }

  // Our rule: the last such answer counts
  @Test func `the time begins again with the next such answer`() throws {
    var story = try Waiting(passSeconds: 10)
    try story.request("/a", 1, .fetch, at: 0, "nobody knows it yet")
    try story.finished("/a", shared: false, [1], at: 5, "until 15")
    try story.request("/a", 2, .fetch, at: 15, "ten seconds have passed")
    try story.finished("/a", shared: false, [2], at: 20, "until 30")
    try story.request("/a", 3, .pass, at: 29, "nine seconds have passed")
  }

  // Our rule: failure says nothing about sharing
  @Test func `a failure is told to all, and the next one fetches again`() throws {
    var story = try Waiting()
    try story.request("/a", 3, .fetch, "nobody fetches it yet")
    for caller in [1, 2] { try story.request("/a", caller, .wait, "caller 3 fetches it") }
    try story.failed("/a", [3, 1, 2], "nobody waits for ever")
    try story.request("/a", 1, .fetch, "it was no reason to fetch alone")
    try story.failed("/a", [1], "and fails as well")
  }

  // Our rule: a cancellation is the caller's own
  @Test func `who leaves leaves alone`() throws {
    var story = try Waiting()
    try story.request("/a", 1, .fetch, "nobody fetches it yet")
    for caller in 2...4 { try story.request("/a", caller, .wait, "caller 1 fetches it") }
    try story.cancelled("/a", 3, false, "three others want it")
    try story.finished("/a", shared: true, [1, 2, 4], "all but caller 3")
  }

  // Our rule: the fetch belongs to all who want its answer
  @Test func `the one who fetches may leave, too`() throws {
    var story = try Waiting()
    for key in ["/a", "/b", "/c"] {
      try story.request(key, 1, .fetch, "nobody fetches it yet")
      try story.request(key, 2, .wait, "caller 1 fetches it")
      try story.cancelled(key, 1, false, "caller 2 wants it")
    }
    try story.request("/a", 3, .wait, "the fetch goes on")
    try story.finished("/a", shared: true, [2, 3], "it has come for the others")
    try story.finished("/b", shared: false, [], passing: [2], "it was for caller 1, who has left")
    try story.request("/c", 1, .wait, "who has left and comes back waits like others")
    try story.finished("/c", shared: false, [], passing: [2, 1], "it was for the request that was cancelled")
  }

  // Our rule: a fetch that nobody wants is stopped
  @Test func `the last one who leaves stops the fetch`() throws {
    var story = try Waiting()
    try story.request("/a", 1, .fetch, "nobody fetches it yet")
    try story.cancelled("/a", 1, true, "nobody else wants it")
    try story.request("/a", 2, .fetch, "nobody fetches it any more")
    try story.request("/a", 3, .wait, "caller 2 does")
    try story.cancelled("/a", 2, false, "caller 3 wants it")
    try story.cancelled("/a", 3, true, "nobody wants it")
    try story.refuse("finished", .noFetch("/a"), "the fetch was stopped", Self.finish)
    try story.request("/a", 4, .fetch, "a stop says nothing about sharing")
  }

  // Our rule: each error, and nothing has changed
  @Test func `reports that make no sense are refused`() throws {
    var story = try Waiting()
    try story.refuse("finished", .noFetch("/a"), "nobody fetches", Self.finish)
    try story.refuse("failed", .noFetch("/a"), "nobody fetches") { try $0.failed("/a") }
    try story.refuse("cancelled", .noFetch("/a"), "nobody fetches") { try $0.cancelled("/a", by: 1) }
    try story.request("/a", 1, .fetch, "no refused report counts")
    try story.refuse("request", .isThere(1), "it fetches it") { try $0.request("/a", by: 1, now: 100) }
    try story.request("/a", 2, .wait, "caller 1 fetches it")
    try story.refuse("request", .isThere(2), "it waits already") { try $0.request("/a", by: 2, now: 100) }
    try story.refuse("cancelled", .isNotThere(3), "it has never come") { try $0.cancelled("/a", by: 3) }
    try story.cancelled("/a", 2, false, "caller 1 fetches it")
    try story.refuse("cancelled", .isNotThere(2), "it has left before") { try $0.cancelled("/a", by: 2) }
    try story.finished("/a", shared: true, [1], "nothing has changed")
    try story.refuse("finished", .noFetch("/a"), "it is over", Self.finish)
    try story.refuse("failed", .noFetch("/a"), "it is over") { try $0.failed("/a") }
  }

  // CoalescingDiary keeps one list of who came and reads it anew each time
  @Test func `random days end as in the diary`() throws {
    var random = SeededRandom(seed: 420)
    for _ in 0..<60 {
      let passSeconds = Int.random(in: 0...4, using: &random)
      var story = try Waiting(passSeconds: passSeconds)
      var diary = CoalescingDiary(passSeconds: passSeconds)
      var now = 100
      for _ in 0..<60 {
        now += Int.random(in: 0...1, using: &random)
        let key = ["/a", "/b"].randomElement(using: &random) ?? "/a"
        let caller = Int.random(in: 1...6, using: &random)
        let (dice, isShared) = (Int.random(in: 0..<10, using: &random), Bool.random(using: &random))
        if dice == 0, let callers = diary.failed(key) {
          try story.failed(key, callers, "so the diary")
        } else if dice < 3, let end = diary.finished(key, isShared: isShared, now: now) {
          try story.finished(
            key, shared: isShared, end.answered, passing: end.passing, at: now, "so the diary")
        } else if dice < 5, let isLast = diary.cancelled(key, caller) {
          try story.cancelled(key, caller, isLast, "so the diary")
        } else if let step = diary.request(key, caller, now: now) {
          try story.request(key, caller, step, at: now, "so the diary")
        }
      }
    }
  }

  /// A subject and the trail of what was done with it.
  private struct Waiting {
    private var subject: RequestCoalescing
    private var steps = CheckSteps()

    init(passSeconds: Int = 120) throws {
      subject = try RequestCoalescing(passSeconds: passSeconds)
      steps.note("RequestCoalescing(passSeconds: \(passSeconds))")
    }

    mutating func request(
      _ key: String, _ caller: Int, _ step: HTTP.CoalescingStep, at now: Int = 100, _ rule: String
    ) throws {
      try check("request(\"\(key)\", by: \(caller), now: \(now))", step, rule) {
        try $0.request(key, by: caller, now: now)
      }
    }

    mutating func finished(
      _ key: String, shared: Bool, _ answered: [Int], passing: [Int] = [], at now: Int = 100, _ rule: String
    ) throws {
      let (wanted, call) = (
        HTTP.CoalescingResult(answered: answered, passing: passing), "finished(\"\(key)\""
      )
      try check(call + ", isShared: \(shared), now: \(now))", wanted, rule) {
        try $0.finished(key, isShared: shared, now: now)
      }
    }

    mutating func failed(_ key: String, _ callers: [Int], _ rule: String) throws {
      try check("failed(\"\(key)\")", callers, rule) { try $0.failed(key) }
    }

    mutating func cancelled(_ key: String, _ caller: Int, _ isLast: Bool, _ rule: String) throws {
      try check("cancelled(\"\(key)\", by: \(caller))", isLast, rule) { try $0.cancelled(key, by: caller) }
    }

    private mutating func check<Value: Hashable & Sendable>(
      _ call: String, _ value: Value, _ rule: String, _ body: (inout RequestCoalescing) throws -> Value
    ) throws {
      var after = subject
      try steps.check(call, returns: value, rule) { try body(&after) }
      subject = after
    }

    mutating func refuse(
      _ call: String, _ error: HTTP.CoalescingError, _ rule: String,
      _ body: (inout RequestCoalescing) throws -> some Any
    ) throws {
      var after = subject
      try steps.check("\(call), which makes no sense here", throws: error, rule) { try body(&after) }
      subject = after
    }
  }
}
