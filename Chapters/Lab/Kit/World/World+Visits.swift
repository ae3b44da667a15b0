import FirstSecond
import PostRoad

extension World {
  mutating func began(_ visit: String, _ url: HTTP.Target) {
    guard let number = open[visit]?.number else { return }
    events.append(Failover.Event(at: clock.milliseconds, number, .began))
  }

  /// A visit has ended: it is counted, judged by the oracle, and compared with what was expected of it.
  mutating func ended(_ visit: WorldVisit) throws -> WorldFailure? {
    var visit = visit
    guard let going = open.removeValue(forKey: visit.id) else { return nil }
    (visit.messages, visit.octets) = counts.removeValue(forKey: visit.id) ?? (0, 0)
    visits.append(visit)
    trace.visits.append(WorldTrace.Visit(visit))
    let isServed = (visit.status ?? 599) < 500
    let kind: Failover.Event.Kind = !isServed ? .failed : visit.outcome == .stale ? .stale : .served
    events.append(Failover.Event(at: clock.milliseconds, going.number, kind))
    let target = (going.url.path.isEmpty ? "/" : going.url.path) + (going.url.query.map { "?\($0)" } ?? "")
    if let objection = oracle.objection(to: visit, target: target) {
      return failure(
        going.line, "a body that the origin had, recently enough", Self.words(objection, visit),
        "RFC 9111 §4.2: how old a response may be")
    }
    guard let rule = going.rule, let (expected, got, phase) = Self.complaint(rule, visit) else { return nil }
    return failure(going.line, expected, "\(got), of \(visit.id)", phase.source)
  }

  /// What is wrong with a visit, and in which phase it went wrong.
  private static func complaint(
    _ rule: WorldScript.VisitRule, _ visit: WorldVisit
  ) -> (expected: String, got: String, phase: VisitPhase)? {
    let longest = VisitPhase.allCases.max { visit.duration(of: $0) < visit.duration(of: $1) } ?? .wait
    let result = visit.status.map(String.init) ?? "a failure (\(visit.failure?.reason ?? "no response"))"
    if visit.status != rule.status {
      return (rule.status.map(String.init) ?? "a failure", result, visit.failure?.phase ?? .wait)
    }
    if let outcome = rule.outcome, outcome != visit.outcome {
      return (outcome.rawValue, visit.outcome.rawValue, .wait)
    }
    if let within = rule.within, visit.duration > within {
      return ("an end within \(within) ms", "\(visit.duration) ms, \(spans(visit))", longest)
    }
    if let messages = rule.messages, messages != visit.messages {
      return ("\(messages) messages", "\(visit.messages)", longest)
    }
    if let site = rule.site, site != visit.site {
      return ("an answer by \(site)", visit.site.map { "one by \($0)" } ?? "one by no edge", .tcp)
    }
    return nil
  }

  /// `dns 110, tcp 20, wait 20`
  private static func spans(_ visit: WorldVisit) -> String {
    visit.spans.filter { $0.duration > 0 }.map { "\($0.phase.rawValue) \(Int64($0.duration))" }
      .joined(separator: ", ")
  }

  private static func words(_ objection: WorldOracle.Objection, _ visit: WorldVisit) -> String {
    switch objection {
    case .neverMade: "\(visit.id) got a body that no origin has made: \(visit.body.prefix(60))"
    case .tooOld(let milliseconds, let allowed):
      "\(visit.id) got one made \(milliseconds) ms before, and \(allowed) ms are allowed"
    }
  }

  /// Compares what the readers noticed until now, as exercise 7.7 counts it.
  mutating func check(_ claims: [WorldScript.Claim], of step: WorldScript.Step) throws -> WorldFailure? {
    let account = try accountFailover(events, every: 1_000, limit: script.late)
    let sum = { (count: KeyPath<Failover.Interval, Int>) in
      account.intervals.reduce(0) { $0 + $1[keyPath: count] }
    }
    for claim in claims {
      let (expected, got): (String, String)
      switch claim {
      case .served(let count): (expected, got) = ("\(count) served", "\(sum(\.served)) served")
      case .stale(let count): (expected, got) = ("\(count) stale", "\(sum(\.stale)) stale")
      case .late(let count): (expected, got) = ("\(count) late", "\(sum(\.late)) late")
      case .failed(let count): (expected, got) = ("\(count) failed", "\(sum(\.failed)) failed")
      case .asked(let name, let count):
        let number = indices[name].map { asked[$0] } ?? 0
        (expected, got) = ("\(count) questions to \(name)", "\(number) questions to \(name)")
      case .origin(let count):
        (expected, got) = ("\(count) responses of backends", "\(made) responses of backends")
      case .noTrouble:
        (expected, got) = ("no trouble", account.trouble.map { "trouble from \($0) ms on" } ?? "no trouble")
      case .recovered(let time):
        guard let recovered = account.recovered, recovered <= time else {
          let got = account.recovered.map { "recovered at \($0) ms" } ?? "no recovery"
          return failure(
            step.line, "recovered by \(time) ms", account.trouble == nil ? "no trouble" : got, nil)
        }
        continue
      }
      if expected != got { return failure(step.line, expected, got, nil) }
    }
    return nil
  }

  func failure(_ line: Int, _ expected: String, _ got: String, _ source: String?) -> WorldFailure {
    WorldFailure(
      line: line, time: clock.milliseconds, expected: expected, got: got, source: source,
      arrows: Array(trace.arrows.suffix(WorldFailure.shown)))
  }

  /// What the readers noticed, second by second unless you say otherwise.
  package func account(every: Int64 = 1_000) throws -> Failover.Account {
    try accountFailover(events, every: every, limit: script.late)
  }
}
