import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct FailoverAccountTests {
  private typealias Trace = Failover.TraceError
  private typealias Count = Failover.Interval

  // Counted by hand: a site dies at 2,000 ms
  @Test func `each visit is counted once, in the interval in which it began`() throws {
    try judge(
      """
      100 began 1 · 160 served 1 · 900 began 2 · 950 served 2
      1990 began 3 · 2010 began 4 · 2040 served 3 · 2500 began 5 · 2510 retried 5 · 2520 retried 5
      2900 stale 5 · 3100 began 6 · 4200 served 6 · 4300 began 7 · 4350 served 7
      """, limit: 1_000,
      Failover.Account(
        [
          Count(start: 0, served: 2), Count(start: 1_000, served: 1),
          Count(start: 2_000, stale: 1, failed: 1),
          Count(start: 3_000, late: 1), Count(start: 4_000, served: 1),
        ], trouble: 2_010, recovered: 4_300),
      "visit 4 had no answer, 5 was given something stale, 6 came after 1,100 ms")
  }

  // Our rule: [start, next start)
  @Test func `an interval has its start, and not the next one's`() throws {
    try judge(
      "0 began 1 · 5 served 1 · 999 began 2 · 1000 served 2 · 1000 began 3 · 1001 served 3", limit: 10,
      Failover.Account([Count(start: 0, served: 2), Count(start: 1_000, served: 1)]), "1,000 is in the second"
    )
    try judge(
      "30 began 1 · 39 began 2 · 40 began 3 · 41 served 1 · 42 served 2 · 43 served 3", every: 10, limit: 20,
      Failover.Account([Count(start: 30, served: 2), Count(start: 40, served: 1)]),
      "from that of the first visit")
    try judge(
      "7 began 1 · 7 served 1 · 9 began 2 · 9 stale 2", every: 1, limit: 0,
      Failover.Account([Count(start: 7, served: 1), Count(start: 8), Count(start: 9, stale: 1)]),
      "starts are multiples of 1, and there is no gap")
    try judge(
      "2999 began 1 · 9000 served 1", limit: 9_999, Failover.Account([Count(start: 2_000, served: 1)]),
      "up to the last beginning, not to the last end")
    try judge(
      "5 began 1 · 9 served 1", every: .max, limit: .max, Failover.Account([Count(start: 0, served: 1)]),
      "one interval for all")
    try judge(
      "\(Int64.max - 1) began 1 · \(Int64.max) served 1", every: .max - 1, limit: 1,
      Failover.Account([Count(start: .max - 1, served: 1)]), "at the end of time")
  }

  // Our rule: more than limit
  @Test func `an answer is late when it takes more than the limit`() throws {
    for (kind, inTime) in [("served", Count(start: 0, served: 1)), ("stale", Count(start: 0, stale: 1))] {
      try judge("100 began 1 · 300 \(kind) 1", limit: 200, Failover.Account([inTime]), "200 ms are allowed")
      try judge(
        "100 began 1 · 301 \(kind) 1", limit: 200,
        Failover.Account([Count(start: 0, late: 1)], trouble: 100), "201 ms are more")
    }
    try judge(
      "3 began 1 · 3 served 1", limit: 0, Failover.Account([Count(start: 0, served: 1)]), "0 ms are allowed")
    for end in ["101 failed 1", "100 failed 1", "999 failed 1"] {
      try judge(
        "100 began 1 · \(end)", limit: 200, Failover.Account([Count(start: 0, failed: 1)], trouble: 100),
        "failed, however long it took")
    }
  }

  // Our rule: who never hears anything has failed
  @Test func `a visit without an end has failed`() throws {
    try judge(
      "100 began 1 · 150 retried 1 · 200 began 2 · 210 served 2", limit: 50,
      Failover.Account([Count(start: 0, served: 1, failed: 1)], trouble: 100, recovered: 200),
      "visit 1 has no end, and retrying is none")
    try judge("0 began -7", limit: 0, Failover.Account([Count(start: 0, failed: 1)], trouble: 0), "nor here")
  }

  // RFC 5861: stale is an answer
  @Test func `stale in time is no trouble, and a retry is none`() throws {
    try judge(
      "0 began 1 · 1 stale 1 · 2 began 2 · 3 retried 2 · 4 retried 2 · 5 served 2", limit: 5,
      Failover.Account([Count(start: 0, served: 1, stale: 1)]), "both readers have what they wanted")
    try judge("", limit: 5, Failover.Account(), "nobody came")
  }

  // Our rule: recovered is the first beginning after all trouble
  @Test func `it is over when nobody is in trouble any more`() throws {
    for (trace, trouble, recovered) in [
      ("10 began 1 · 20 failed 1 · 30 began 2 · 31 served 2", 10, 30),
      ("10 began 1 · 20 failed 1 · 30 began 2 · 31 served 2 · 40 began 3 · 41 failed 3", 10, nil),
      ("10 began 1 · 11 served 1 · 20 began 2 · 20 began 3 · 21 served 3 · 22 failed 2", 20, nil),
      ("10 began 1 · 10 began 2 · 11 served 2 · 12 failed 1 · 13 began 3 · 14 stale 3", 10, 13),
      ("10 began 1 · 20 began 2 · 21 failed 2 · 30 began 3 · 31 served 3 · 90 served 1", 10, 30),
      ("10 began 1 · 20 began 2 · 30 began 3 · 31 served 3 · 99 served 2 · 11000 failed 1", 10, 30),
      ("10 began 1 · 11 served 1 · 20 began 2 · 90 stale 2 · 91 began 3 · 92 served 3", 20, 91),
    ] as [(String, Int64, Int64?)] {
      try check(
        "accountFailover(…).trouble, .recovered", trace, returns: [trouble, recovered], "late after 50 ms"
      ) {
        let account = try accountFailover(VisitTrace.read($0), every: 1_000, limit: 50)
        return [account.trouble, account.recovered]
      }
    }
  }

  // Our rule: the first event that is wrong
  @Test func `a trace that makes no sense is refused`() throws {
    for (trace, error) in [
      ("5 began 1 · 4 served 1", .backInTime(index: 1)), ("-1 began 1", .backInTime(index: 0)),
      ("5 began 1 · 6 served 1 · 6 began 2 · 5 began 2", .backInTime(index: 3)),
      ("5 began 1 · 6 began 1", .begunTwice(visit: 1)),
      ("5 began 1 · 6 served 1 · 7 began 1", .begunTwice(visit: 1)),
      ("5 began 1 · 4 began 1", .backInTime(index: 1)), ("5 served 9", .notUnderWay(visit: 9)),
      ("5 retried 9", .notUnderWay(visit: 9)), ("5 stale 9", .notUnderWay(visit: 9)),
      ("5 began 1 · 6 served 1 · 6 served 1", .notUnderWay(visit: 1)),
      ("5 began 1 · 6 failed 1 · 6 retried 1", .notUnderWay(visit: 1)),
      ("5 began 1 · 6 failed 2 · 6 began 1 · 1 began 7", .notUnderWay(visit: 2)),
      ("5 began 1 · 6 began 1 · 6 failed 2", .begunTwice(visit: 1)),
    ] as [(String, Trace)] {
      try check("accountFailover(_:every:limit:)", trace, throws: error, "the first event that is wrong") {
        try accountFailover(VisitTrace.read($0), every: 1_000, limit: 50)
      }
    }
  }

  // Our rule: settings come first
  @Test func `settings that make no sense are refused`() throws {
    for (every, limit, error) in [
      (0, -1, .intervalTooShort(0)), (-5, 0, .intervalTooShort(-5)), (.min, 0, .intervalTooShort(.min)),
      (1, -1, .limitNegative(-1)), (1_000, .min, .limitNegative(.min)),
    ] as [(Int64, Int64, Trace)] {
      let call = "accountFailover(_:every: \(every), limit: \(limit))"
      try check(call, "5 began 1 · 4 began 1", throws: error, "before the trace is read") {
        try accountFailover(VisitTrace.read($0), every: every, limit: limit)
      }
    }
  }

  // VisitTrace, which knows what became of each visit before it writes the trace
  @Test(arguments: 0..<12) func `random traces are counted as they were made`(seed: Int) throws {
    let made = VisitTrace(seed: UInt64(seed))
    let call = "accountFailover(_:every: \(made.every), limit: \(made.limit))"
    try check(call, made.text, returns: made.account, "200 visits, seed \(seed)") { _ in
      try accountFailover(made.events, every: made.every, limit: made.limit)
    }
    try check("the visits of all intervals", made.text, returns: made.visits, "each is counted once") { _ in
      try accountFailover(made.events, every: made.every, limit: made.limit).intervals
        .reduce(0) { $0 + $1.served + $1.stale + $1.late + $1.failed }
    }
  }

  private func judge(
    _ trace: String, every: Int64 = 1_000, limit: Int64, _ account: Failover.Account, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let call = "accountFailover(_:every: \(every), limit: \(limit))"
    try check(call, trace, returns: account, rule, sourceLocation: place) {
      try accountFailover(VisitTrace.read($0), every: every, limit: limit)
    }
  }
}
