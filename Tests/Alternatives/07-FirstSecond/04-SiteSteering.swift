import PostRoad

public func steer(
  by preference: Steering.Preference, ttl: UInt32, isUp: (Steering.Site) throws -> Bool
) throws -> Steering.Answer {
  if preference.sites.isEmpty { throw Steering.SetupError.noSites }
  var left = preference.sites[...]
  while let site = left.popFirst() {
    let answer = Steering.Answer(address: site.address, ttl: ttl, scope: preference.scope)
    if try isUp(site) { return answer }
  }
  return Steering.Answer(address: preference.sites[0].address, ttl: ttl, scope: preference.scope)
}

/// Counts the intervals from the first check with a floor division of negative numbers, instead of rounding up.
public func detection(of death: Int64, by checks: Steering.Checks) throws -> Int64 {
  if checks.interval == 0 { throw Steering.SetupError.noInterval }
  if checks.timeout == 0 || checks.timeout > checks.interval {
    throw Steering.SetupError.timeoutOutside(checks.timeout)
  }
  if checks.fall == 0 { throw Steering.SetupError.noFall }
  var begins = checks.first
  if death > begins {
    // The last check that passes is the one before the death.
    begins +=
      (death - 1 - begins) / Int64(checks.interval) * Int64(checks.interval)
      + Int64(checks.interval)
  }
  for _ in 0..<checks.fall - 1 { begins += Int64(checks.interval) }
  return begins + Int64(checks.timeout)
}

/// All the times of an outage, from which each question is answered.
private struct Course {
  let death, detected, kept, safe: Int64
  let isAnycast: Bool

  init(_ outage: Steering.Outage) throws {
    death = outage.death
    detected = try detection(of: death, by: outage.checks)
    switch outage.method {
    case .anycast(let convergence):
      (isAnycast, kept, safe) = (true, 0, detected + Int64(convergence))
    case .dns(let ttl, let range):
      let seconds =
        range.contains(ttl) ? ttl : ttl < range.lowerBound ? range.lowerBound : range.upperBound
      (isAnycast, kept, safe) = (false, 1_000 * Int64(seconds), detected + 1_000 * Int64(seconds))
    }
  }
}

public func recovery(of outage: Steering.Outage) throws -> Steering.Recovery {
  let course = try Course(outage)
  return Steering.Recovery(detected: course.detected, recovered: course.safe)
}

public func fate(
  ofVisitAt now: Int64, askedAt asked: Int64, in outage: Steering.Outage
) throws -> Steering.Fate {
  let course = try Course(outage)
  if course.isAnycast {
    return now < course.death ? .served : now < course.safe ? .lost : .moved
  }
  guard now == asked || now < asked + course.kept else { return .asksAgain }
  guard asked < course.detected else { return .moved }
  return now >= course.death ? .lost : .served
}
