import PostRoad

/// What happens to a few requests and backends, at random but for one thing: one of the backends is always alive. Nobody has
/// to know which.
///
/// It keeps its own account of who was sent where, and looks for what must never happen.
public struct BackendHistory {
  /// What must never happen, with the seed of the history in which it did.
  public enum Finding: Hashable, Sendable {
    case none
    /// An idempotent request failed, though the living backend could have answered it.
    case failed(method: String, Upstream.Reason, seed: Int)
    /// A request that is not idempotent was sent to a second backend, and the first had seen it.
    case sentTwice(method: String, seed: Int)
    /// A request came to the same backend again.
    case sameBackend(Int, seed: Int)
    /// A count differs from the attempts that are in flight.
    case inFlight(backend: Int, told: Int, real: Int, seed: Int)
    /// There is no such backend.
    case noSuchBackend(Int, seed: Int)
  }

  private static let methods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "POST", "PATCH", "get"]
  private static let requests = 5

  private let seed: Int
  private var random: SeededRandom
  private let backends: Int
  private let living: Int

  private init(seed: Int) {
    self.seed = seed
    random = SeededRandom(seed: UInt64(seed))
    backends = Int.random(in: 2...5, using: &random)
    living = Int.random(in: 0..<backends, using: &random)
  }

  private var pool: [LB.Backend] { (0..<backends).map { LB.Backend("b\($0)") } }

  /// Plays one history after the other, up to the first in which something happens that must not.
  public static func play(
    _ seeds: Range<Int>, _ door: ([LB.Backend], @escaping ([LB.Backend]) throws -> Int) throws -> BackendDoor
  ) throws -> Finding {
    for seed in seeds {
      var history = BackendHistory(seed: seed)
      var turn = seed
      let finding = try history.run(
        door(history.pool) { pool in
          turn += 1
          let up = pool.indices.filter { pool[$0].isUp }
          return up.isEmpty ? -1 : up[turn % up.count]
        })
      if finding != .none { return finding }
    }
    return .none
  }

  private struct Sent {
    var method: String
    var backends: [Int]
    var wasSeen = false
  }

  private mutating func run(_ door: BackendDoor) throws -> Finding {
    var (underWay, begun, now) = ([Int: Sent](), 0, Int64(0))
    var order: [Int] = []
    while begun < Self.requests || !order.isEmpty {
      now += Int64.random(in: 0...20, using: &random)
      let backend: Int
      let request: Int
      if begun < Self.requests, order.isEmpty || Bool.random(using: &random) {
        request = begun
        begun += 1
        let method = Self.methods.randomElement(using: &random) ?? ""
        backend = try door.begin(request, method, now)
        underWay[request] = Sent(method: method, backends: [backend])
        order.append(request)
      } else {
        request = order.randomElement(using: &random) ?? 0
        guard var sent = underWay[request], let last = sent.backends.last else { continue }
        let outcome = outcome(of: last)
        if outcome != .failed(.notSent) { sent.wasSeen = true }
        switch try door.ended(request, outcome, now) {
        case .done: backend = last
        case .failed(let reason):
          backend = last
          let isIdempotent = !["POST", "PATCH", "get"].contains(sent.method)
          if isIdempotent { return .failed(method: sent.method, reason, seed: seed) }
        case .send(let next):
          backend = next
          if sent.backends.contains(next) { return .sameBackend(next, seed: seed) }
          if sent.wasSeen, ["POST", "PATCH", "get"].contains(sent.method) {
            return .sentTwice(method: sent.method, seed: seed)
          }
          sent.backends.append(next)
        }
        let isOver = sent.backends.last == last
        underWay[request] = isOver ? nil : sent
        if isOver { order.removeAll { $0 == request } }
      }
      guard (0..<backends).contains(backend) else { return .noSuchBackend(backend, seed: seed) }
      if let finding = try miscount(at: backend, underWay, door) { return finding }
    }
    for backend in 0..<backends {
      if let finding = try miscount(at: backend, underWay, door) { return finding }
    }
    return .none
  }

  /// The living one answers; the others do as it happens.
  private mutating func outcome(of backend: Int) -> Upstream.Outcome {
    if backend == living { return .answered }
    return [.answered, .failed(.notSent), .failed(.unanswered)].randomElement(using: &random) ?? .answered
  }

  private func miscount(at backend: Int, _ underWay: [Int: Sent], _ door: BackendDoor) throws -> Finding? {
    var real = 0
    for sent in underWay.values where sent.backends.last == backend { real += 1 }
    let told = try door.inFlight(backend)
    return told == real ? nil : .inFlight(backend: backend, told: told, real: real, seed: seed)
  }
}
