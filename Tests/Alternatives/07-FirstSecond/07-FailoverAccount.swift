import PostRoad

/// Goes through the trace once with the visits that are under way, and sorts what has ended into classes.
public func accountFailover(
  _ trace: [Failover.Event], every: Int64, limit: Int64
) throws -> Failover.Account {
  if every < 1 { throw Failover.TraceError.intervalTooShort(every) }
  if limit < 0 { throw Failover.TraceError.limitNegative(limit) }

  var underWay: [Int: Int64] = [:]
  var seen: Set<Int> = []
  var classes: [WritableKeyPath<Failover.Interval, Int>: [Int64]] = [:]
  for index in trace.indices {
    let event = trace[index]
    if event.at < (index == 0 ? 0 : trace[index - 1].at) {
      throw Failover.TraceError.backInTime(index: index)
    }
    switch event.kind {
    case .began:
      guard seen.insert(event.visit).inserted else {
        throw Failover.TraceError.begunTwice(visit: event.visit)
      }
      underWay[event.visit] = event.at
    case .retried:
      if underWay[event.visit] == nil { throw Failover.TraceError.notUnderWay(visit: event.visit) }
    case .served, .stale, .failed:
      guard let began = underWay.removeValue(forKey: event.visit) else {
        throw Failover.TraceError.notUnderWay(visit: event.visit)
      }
      let path: WritableKeyPath<Failover.Interval, Int> =
        if event.kind == .failed { \.failed } else if event.at - began > limit {
          \.late
        } else if event.kind
          == .stale
        { \.stale } else { \.served }
      classes[path, default: []].append(began)
    }
  }
  classes[\.failed, default: []] += underWay.values

  var numbers: [Int64: Failover.Interval] = [:]
  for (path, beginnings) in classes {
    for began in beginnings {
      numbers[began / every, default: Failover.Interval(start: began / every * every)][keyPath: path] += 1
    }
  }
  var account = Failover.Account()
  guard let low = numbers.keys.min(), let high = numbers.keys.max() else { return account }
  for number in low...high {
    account.intervals.append(numbers[number] ?? Failover.Interval(start: number * every))
  }
  let bad = (classes[\.late] ?? []) + (classes[\.failed] ?? [])
  account.trouble = bad.min()
  if let worst = bad.max() {
    account.recovered = classes.values.joined().filter { $0 > worst }.min()
  }
  return account
}
