import ConsistentHashing
import FirstSecond
import PostRoad

/// A small internet in virtual time: nodes that answer with the chapters' functions, roads between them, and a script of what happens.
///
/// | | |
/// |---|---|
/// | 7.1 | what is still to happen, and the clock |
/// | 7.2 | what the roads do to packets |
/// | 7.3 | how clients find addresses |
/// | 7.4 | when the death of a site is known |
/// | 7.7 | what readers noticed of it |
/// | 4.2 | which site a client is led to |
///
/// A script and a seed make one run, the same in every repetition. Each road and each node draws from a random stream of its own, and
/// numbers its own packets, so another node changes nothing of what happens between the others.
package struct World {
  enum Happening {
    case step(Int)
    /// The nth visit of a step, of the nth of its clients.
    case visit(step: Int, client: Int)
    /// A packet arrives at a node; `arrow` is its place in the trace.
    case arrival(WorldPacket, at: Int, arrow: Int)
    /// TCP sends again what was lost.
    case again(WorldPacket, repeats: Int)
    /// With how often the node had begun when it asked.
    case wake(node: Int, token: Int, life: Int)
    case withdraw(Int)
    case announce(Int)
  }

  struct Key: Hashable {
    let opener: String
    let connection: Int
  }

  let script: WorldScript
  let clock = WorldClock()
  var queue: EventQueue<Happening>
  var roads: RoadModel
  var addresses: WorldAddresses
  let indices: [String: Int]
  var nodes: [any WorldNode] = []
  /// How often each node has begun, and whether it is there.
  var lives: [Int]
  var isAlive: [Bool]
  /// The properties of roads, to know how long a packet takes to enter one.
  var rates: [[UInt64?]]
  var sent: [[Int]]
  /// Connections that nobody waits for, and when the last packet of each direction arrives.
  var abandoned: Set<Key> = []
  var lastArrivals: [String: Int64] = [:]
  /// A node's withdrawal that is to come.
  var withdrawals: [Int: Simulation.EventHandle] = [:]
  /// The zones that authorities have now, by their node.
  var zones: [Int: [WorldScript.Zone]] = [:]

  package internal(set) var trace: WorldTrace
  package internal(set) var visits: [WorldVisit] = []
  /// What exercise 7.7 is told.
  package internal(set) var events: [Failover.Event] = []
  var oracle = WorldOracle()
  /// The visits under way: their numbers in the account, their targets, and what is expected of them.
  var open: [String: (number: Int, url: HTTP.Target, rule: WorldScript.VisitRule?, line: Int)] = [:]
  var counts: [String: (messages: Int, octets: Int)] = [:]
  var asked: [Int]
  var made = 0
  var begunVisits = 0
  var visitsToCome = 0
  var packetsUnderWay = 0

  /// - Parameters:
  ///   - seed: instead of the script's.
  ///   - parts: whose functions a kind of node answers with.
  /// - Throws: `WorldScript.Failure` for a zone that cannot be read or a road that cannot be, and what exercises throw that are not
  ///   solved.
  package init(
    _ script: WorldScript, seed: UInt64? = nil, parts: (String) -> String = { _ in "reference" }
  ) throws {
    var script = script
    if let seed { script.seed = seed }
    self.script = script
    queue = try EventQueue()
    roads = try RoadModel(seed: script.seed)
    addresses = WorldAddresses(script)
    indices = Dictionary(uniqueKeysWithValues: script.nodes.enumerated().map { ($1.name, $0) })
    let count = script.nodes.count
    lives = Array(repeating: 0, count: count)
    isAlive = Array(repeating: true, count: count)
    asked = Array(repeating: 0, count: count)
    sent = Array(repeating: Array(repeating: 0, count: count), count: count)
    rates = Array(repeating: Array(repeating: nil, count: count), count: count)
    trace = WorldTrace(
      seed: script.seed,
      lanes: script.nodes.map {
        WorldTrace.Lane(name: $0.name, kind: $0.kind.word, part: parts($0.kind.word))
      })
    try build()
    for zone in script.zones where zone.at == 0 { zones[indices[zone.node] ?? 0, default: []].append(zone) }
    for (index, node) in script.nodes.enumerated() { nodes.append(try make(node, index)) }
    for (index, step) in script.steps.enumerated() { try queue.schedule(.step(index), at: step.at) }
    for index in nodes.indices { try begin(index) }
    try noteRoutes()
  }
}
