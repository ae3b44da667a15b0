import PostRoad

/// Without copies of itself: everything is decided first, then written down. What is in flight is read off the requests.
public struct BackendPath {
  private let given: [LB.Backend]
  private let rules: (percent: Int, minimum: Int, ejection: Int64)
  private let choose: ([LB.Backend]) throws -> Int
  /// The last failure of each backend.
  private var failedAt: [Int: Int64] = [:]
  private var trips: [(request: Int, method: String, stops: [Int])] = []

  public init(
    _ pool: [LB.Backend], budget: Upstream.Budget = Upstream.Budget(), ejection: Int64,
    pick: @escaping ([LB.Backend]) throws -> Int
  ) throws {
    guard pool.count > 0 else { throw Upstream.PathError.noBackends }
    if budget.percent < 0 { throw Upstream.PathError.negative(Int64(budget.percent)) }
    if budget.minimum < 0 { throw Upstream.PathError.negative(Int64(budget.minimum)) }
    if ejection < 0 { throw Upstream.PathError.negative(ejection) }
    given = pool
    rules = (budget.percent, budget.minimum, ejection)
    choose = pick
  }

  private func next(_ stops: [Int], leaving: Int?, _ now: Int64) throws -> Int {
    func isEjected(_ index: Int) -> Bool {
      guard let failure = failedAt[index] else { return false }
      return now - failure < rules.ejection
    }
    let left = Set(given.indices).subtracting(stops)
    var best = left.filter { !isEjected($0) }
    if best.isEmpty { best = left }
    let offer = given.enumerated().map { index, backend in
      let count = trips.count { $0.stops.last == index } - (leaving == index ? 1 : 0)
      return LB.Backend(
        backend.name, weight: backend.weight, activeConnections: count, isUp: best.contains(index))
    }
    let picked = try choose(offer)
    if !best.contains(picked) { throw Upstream.PathError.notOffered(picked) }
    return picked
  }

  public mutating func begin(_ request: Int, _ method: String, now: Int64) throws -> Int {
    if trips.contains(where: { $0.request == request }) { throw Upstream.PathError.underWay(request) }
    let first = try next([], leaving: nil, now)
    trips.append((request, method, [first]))
    return first
  }

  public mutating func ended(_ request: Int, _ outcome: Upstream.Outcome, now: Int64) throws -> Upstream.Step
  {
    guard let place = trips.firstIndex(where: { $0.request == request }) else {
      throw Upstream.PathError.notUnderWay(request)
    }
    let trip = trips[place]
    var step = Upstream.Step.done
    if case .failed(let reach) = outcome {
      let safe: Set = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]
      let later = trips.enumerated().filter { $0.offset != place && $0.element.stops.count >= 2 }.count
      switch reach {
      case .partlyAnswered: step = .failed(.responseBegan)
      case .unanswered where !safe.contains(trip.method): step = .failed(.notIdempotent)
      default:
        if trip.stops.count >= given.count {
          step = .failed(.allTried)
        } else if later >= rules.minimum, 100 * (later + 1) > rules.percent * trips.count {
          step = .failed(.budgetUsed)
        } else {
          step = .send(to: try next(trip.stops, leaving: trip.stops.last, now))
        }
      }
      if let last = trip.stops.last { failedAt[last] = now }
    }
    if case .send(let backend) = step {
      trips[place].stops.append(backend)
    } else {
      trips.remove(at: place)
    }
    return step
  }

  public func inFlight(_ backend: Int) throws -> Int {
    if backend < 0 || backend >= given.count { throw Upstream.PathError.noBackend(backend) }
    return trips.filter { $0.stops.last == backend }.count
  }
}
