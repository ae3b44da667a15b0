import PostRoad

/// Five edges, three shields that are their parents, and an origin: a simulation that moves what nodes return from one to the other, and
/// looks at what arrives. It knows nothing of how a node decides.
///
/// The origin's body is the moment at which it was made: so how old a body really is can be read from it.
public struct EdgeTown: CustomStringConvertible, Sendable {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case fine
    case tooManyQuestions(Int, most: Int, from: String, for: String)
    case tooOld(body: String, at: Int64)
    case youngerThanItIs(age: Int64, real: Int64)
    case answered(caller: Int, times: Int)
    case timeout(caller: Int)
    case unknownParent(String)
    case endless
  }

  /// What a node is told.
  public enum Call: Sendable, CustomStringConvertible {
    case request(String, caller: Int)
    case responded(Int, Edge.Response)
    case failed(Int)

    public var description: String {
      switch self {
      case .request(let key, let caller): "request(\"\(key)\", by: \(caller))"
      case .responded(let number, let response): "responded(\(number), \(response))"
      case .failed(let number): "failed(\(number))"
      }
    }
  }

  public static let rule =
    "each caller gets one answer, no older than is allowed, and each shield asks for each key once a lifetime"

  private static let keys = ["/a", "/b", "/c"]
  private static let edges = 5
  private static let shields = 3
  private static let requests = 600
  /// Far more than all that follows from the requests.
  private static let mostDeliveries = 20_000
  /// The longest way, one way, and the time after which a dead shield is given up.
  private static let (longestWay, patience): (Int64, Int64) = (30, 50)

  private let seed: UInt64
  private let isShieldDead: Bool
  private let lifetime: Int64 = 1_000
  private let staleWhileRevalidate: Int64

  public init(seed: UInt64, isShieldDead: Bool) {
    self.seed = seed
    self.isShieldDead = isShieldDead
    staleWhileRevalidate = seed % 4 < 2 ? 0 : 300
  }

  public var description: String {
    "seed \(seed), lifetime \(lifetime), stale-while-revalidate \(staleWhileRevalidate)"
      + (isShieldDead ? ", shield s0 is dead" : "")
  }

  /// Edges first, shields after them.
  public var nodes: Int { Self.edges + Self.shields }

  /// The shields in an order of the key's own; the origin alone for a shield.
  public func parents(of node: Int, _ key: String) throws -> [String] {
    guard node < Self.edges else { return ["origin"] }
    let first = key.utf8.reduce(0) { $0 + Int($1) } % Self.shields
    return (0..<Self.shields).map { "s\((first + $0) % Self.shields)" }
  }

  private struct Delivery {
    var at: Int64
    var node: Int
    var call: Call
  }

  /// A question of one node to another, which is a caller there.
  private struct Question {
    var node: Int
    var number: Int
  }

  /// Lets clients ask for three keys, and everything that follows happen.
  public func run(_ tell: (_ node: Int, Call, _ now: Int64) throws -> [Edge.Action]) throws -> Outcome {
    var random = SeededRandom(seed: seed)
    var queue = clients(using: &random)
    // Time is counted to the last moment at which a shield can have to ask.
    let end = (queue.last?.at ?? 0) + Self.patience + Self.longestWay
    let most = Int(end / lifetime) + 1
    var questions: [Int: Question] = [:]
    var asked: [String: Int] = [:]
    var answers = Array(repeating: 0, count: Self.requests)
    var caller = Self.requests
    var deliveries = 0
    // The earliest first, and of several the one that was sent first.
    while let index = queue.indices.min(by: { (queue[$0].at, $0) < (queue[$1].at, $1) }) {
      let (now, node, call) = (queue[index].at, queue[index].node, queue[index].call)
      queue.remove(at: index)
      deliveries += 1
      if deliveries > Self.mostDeliveries { return .endless }
      for action in try tell(node, call, now) {
        let way = Int64.random(in: 1...Self.longestWay, using: &random)
        func send(after delay: Int64, to node: Int, _ call: Call) {
          queue.append(Delivery(at: now + delay, node: node, call: call))
        }
        switch action {
        case .gatewayTimeout(let caller): return .timeout(caller: caller)
        case .fetch(let number, let key, let parent):
          guard try parents(of: node, key).contains(parent) else { return .unknownParent(parent) }
          if parent == "origin" {
            let shield = "s\(node - Self.edges)"
            let count = asked["\(shield) \(key)", default: 0] + 1
            asked["\(shield) \(key)"] = count
            if count > most { return .tooManyQuestions(count, most: most, from: shield, for: key) }
            send(after: 2 * way, to: node, .responded(number, response("\(now + way)", age: 0)))
          } else if isShieldDead, parent == "s0" {
            send(after: Self.patience, to: node, .failed(number))
          } else {
            questions[caller] = Question(node: node, number: number)
            send(after: way, to: Self.edges + (Int(parent.dropFirst()) ?? 0), .request(key, caller: caller))
            caller += 1
          }
        case .answer(let caller, let body, let age):
          let real = now - (Int64(body) ?? 0)
          if age < real { return .youngerThanItIs(age: age, real: real) }
          // A shield may serve it to the last moment, and it is on its way then.
          let oldest = lifetime + staleWhileRevalidate + 2 * Self.longestWay
          if real > oldest { return .tooOld(body: body, at: now) }
          if let question = questions.removeValue(forKey: caller) {
            send(after: way, to: question.node, .responded(question.number, response(body, age: age)))
          } else if answers.indices.contains(caller) {
            answers[caller] += 1
          } else {
            return .answered(caller: caller, times: 2)
          }
        }
      }
    }
    guard let caller = answers.firstIndex(where: { $0 != 1 }) else { return .fine }
    return .answered(caller: caller, times: answers[caller])
  }

  private func clients(using random: inout SeededRandom) -> [Delivery] {
    var now: Int64 = 0
    return (0..<Self.requests).map { caller in
      now += [0, 1, 7, 40].randomElement(using: &random) ?? 0
      let key = Self.keys.randomElement(using: &random) ?? ""
      let node = Int.random(in: 0..<Self.edges, using: &random)
      return Delivery(at: now, node: node, call: .request(key, caller: caller))
    }
  }

  private func response(_ body: String, age: Int64) -> Edge.Response {
    Edge.Response(body, age: age, lifetime: lifetime, staleWhileRevalidate: staleWhileRevalidate)
  }
}
