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

  /// Milliseconds that packets get to arrive once all visits have ended. Health checks would go on for ever.
  private static let coda: Int64 = 1_000

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

  /// Lets everything happen that the script says, and what comes of it.
  ///
  /// - Returns: what was expected and did not come true first; nil where all did.
  package mutating func run() throws -> WorldFailure? {
    var steps = script.steps.count
    var end: Int64 = 0
    while true {
      let isBusy = steps > 0 || visitsToCome > 0 || !open.isEmpty
      if isBusy { end = clock.milliseconds + Self.coda }
      guard isBusy || packetsUnderWay > 0 else { break }
      guard let (time, happening) = try queue.next(), isBusy || time <= end else { break }
      clock.milliseconds = time
      if case .step = happening { steps -= 1 }
      if let failure = try handle(happening) { return failure }
    }
    return nil
  }

  private mutating func handle(_ happening: Happening) throws -> WorldFailure? {
    let now = clock.milliseconds
    switch happening {
    case .step(let index): return try perform(script.steps[index])
    case .visit(let step, let client):
      visitsToCome -= 1
      return try visit(script.steps[step], client)
    case .arrival(let packet, let node, let arrow): return try arrive(packet, at: node, arrow)
    case .again(let packet, let repeats):
      packetsUnderWay -= 1
      guard !abandoned.contains(Key(opener: packet.opener, connection: packet.connection)),
        let sender = indices[packet.from], isAlive[sender]
      else { return nil }
      try send(packet, repeats: repeats)
    case .wake(let node, let token, let life):
      guard isAlive[node], lives[node] == life else { return nil }
      return try perform(nodes[node].wake(token, now: now), of: node, arrow: nil)
    case .withdraw(let node):
      withdrawals[node] = nil
      addresses.set(node, isAnnounced: false)
      note("\(script.nodes[node].name) no longer announces its address")
      try noteRoutes()
    case .announce(let node):
      addresses.set(node, isAnnounced: true)
      note("\(script.nodes[node].name) announces its address again")
      try noteRoutes()
    }
    return nil
  }

  /// Where each client is led, where there is a choice.
  private mutating func noteRoutes() throws {
    guard let shared = script.nodes.indices.first(where: { addresses.isAnycast($0) }),
      let address = script.nodes[shared].address
    else { return }
    var ways: [WorldTrace.Routes.Way] = []
    for (index, node) in script.nodes.enumerated() where node.kind.word == "client" {
      let site = try addresses.node(at: address, from: index).map { script.nodes[$0].name }
      ways.append(WorldTrace.Routes.Way(client: node.name, site: site))
    }
    trace.routes.append(WorldTrace.Routes(time: clock.milliseconds, ways: ways))
  }

  mutating func note(_ text: String, of node: String = "") {
    trace.notes.append(WorldTrace.Note(time: clock.milliseconds, node: node, text: text))
  }
}
