import LabKit
import PostRoad
import Testing

/// A balancer and a clock, without sockets.
struct BalancerScript {
  private(set) var balancer: Balancer
  var now: Int64 = 1_000_000
  private var lastID = 0

  init(
    _ weights: [Int] = [1, 1, 1], by rule: PickRule = .roundrobin,
    _ change: (inout BalancerSettings) -> Void = { _ in }
  ) throws {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    var settings = BalancerSettings(zip(names, weights).map { LB.Backend($0, weight: $1) })
    settings.rule = rule
    change(&settings)
    balancer = try Balancer(settings, now: now)
  }

  var active: [Int] { balancer.backends.map(\.activeConnections) }

  /// Another request comes.
  mutating func ask(
    _ target: String = "/", method: String = "GET", from client: [UInt8] = [192, 0, 2, 7]
  ) throws -> (id: Int, step: BalancerStep) {
    lastID += 1
    let request = BalancerRequest(method, target, from: client)
    return (lastID, try balancer.request(request, as: lastID, now: now))
  }

  mutating func fail(_ id: Int, _ failure: OriginFailure = .cutShort) throws -> BalancerStep {
    try balancer.failed(id, failure, now: now)
  }

  mutating func answer(_ id: Int) throws { try balancer.answered(id, now: now) }
  mutating func leave(_ id: Int) { balancer.left(id) }

  /// Brings a request that is answered at once: who has answered, or nil where nobody is up.
  mutating func served(_ target: String = "/", from client: [UInt8] = [192, 0, 2, 7]) throws -> Int? {
    let (id, step) = try ask(target, from: client)
    guard case .send(let backend, _) = step else { return nil }
    try answer(id)
    return backend
  }

  /// Checks all that are due; `isUp` says how each check ends.
  mutating func check(_ isUp: (Int) -> Bool) throws -> [LB.HealthChange?] {
    try balancer.beginChecks(now: now).map {
      try balancer.checked($0, passed: isUp($0), now: now)
    }
  }
}
