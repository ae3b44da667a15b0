import FirstSecond
import PostRoad

extension World {
  /// Milliseconds that packets get to arrive once all visits have ended. Health checks would go on for ever.
  private static let coda: Int64 = 1_000

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
  mutating func noteRoutes() throws {
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
