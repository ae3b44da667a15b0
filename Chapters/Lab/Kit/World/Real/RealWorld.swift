import PostRoad

/// A world whose servers are processes on this machine and whose clock is a real one.
///
/// Roads, clients and the trace are those of `World`; what answers are `lab authority`, `resolver`, `edge`, `balancer` and `backend`.
/// Each packet between two nodes goes through this process, which keeps it for as long as the road says.
final class RealWorld {
  /// Milliseconds for a program to start, on a busy machine.
  private static let patience: Int64 = 30_000

  private let loop: EventLoop
  private let programs: WorldPrograms
  private var world: World?
  private var nodes: [String: ProcessNode] = [:]
  private var gates: [AnyObject] = []
  private var peers: [String: [WorldPlace: Endpoint]] = [:]
  private var lives: [String: Int] = [:]
  /// Programs that do not listen yet.
  private var starting: [String: WorldProgram] = [:]
  /// What processes have done since the world was told last.
  private var emitted: [(name: String, effects: [WorldEffect])] = []
  /// When the world began, on the loop's clock; nil while its programs start.
  private var beginning: Int64?
  private var isTurning = false
  private var result: Result<WorldFailure?, any Error>?

  init(
    _ script: WorldScript, seed: UInt64?, parts: @escaping (String) -> String, on loop: EventLoop
  ) throws {
    self.loop = loop
    programs = try WorldPrograms()
    do {
      let script = try script.forReality()
      world = try World(script, seed: seed, parts: parts) { [unowned self] in try make($0, script, $1, $2) }
    } catch {
      end()
      throw error
    }
  }

  /// Plays the world, and ends what it has started.
  ///
  /// - Returns: the world as it is at its end, and what did not come true; nil where the loop was ended before.
  func run() throws -> (world: World, failure: WorldFailure?)? {
    defer { end() }
    loop.after(Self.patience) { [weak self] in self?.checkStart() }
    beginIfReady()
    if result == nil { try loop.run() }
    guard let result, let world else { return nil }
    return (world, try result.get())
  }

  private func end() {
    for program in starting.values { program.kill() }
    for node in nodes.values { _ = node.end() }
    programs.remove()
  }

  /// A node's process: a new one, or another life of the one that is there.
  private func make(
    _ node: WorldScript.Node, _ script: WorldScript, _ zones: [String], _ seed: UInt64
  ) throws -> (any WorldNode)? {
    if case .client = node.kind { return nil }
    let process = nodes[node.name] ?? ProcessNode(node, on: loop) { [weak self] in self?.emit($0, node.name) }
    if nodes[node.name] == nil {
      nodes[node.name] = process
      peers[node.name] = try openGates(of: process, node, script)
    }
    let life = lives[node.name, default: 0]
    lives[node.name] = life + 1
    let arguments = try programs.arguments(
      node, peers: peers[node.name] ?? [:], zones: zones, seed: seed, life: life)
    starting[node.name]?.kill()
    starting[node.name] = try WorldProgram(arguments, on: loop) { [weak self] in self?.programChanged(node) }
    return process
  }

  /// A gate to each that the node may ask.
  private func openGates(
    of process: ProcessNode, _ node: WorldScript.Node, _ script: WorldScript
  ) throws -> [WorldPlace: Endpoint] {
    var peers: [WorldPlace: Endpoint] = [:]
    var names: [String] = []
    switch node.kind {
    case .edge(let edge): names = [edge.parent]
    case .balancer(let balancer): names = balancer.backends.map(\.name)
    case .resolver:
      for address in Set(script.nodes.filter { $0.kind == .authority }.compactMap(\.address)) {
        let gate = try NameGate(to: address, of: process, on: loop)
        peers[.address(address)] = gate.server.endpoint
        gates.append(gate)
      }
    default: break
    }
    for name in names {
      let gate = try WebGate(to: name, of: process, on: loop)
      peers[.node(name)] = gate.server.endpoint
      gates.append(gate)
    }
    return peers
  }

  private func programChanged(_ node: WorldScript.Node) {
    guard let program = starting[node.name] else {
      // It listened, and has ended by itself.
      if result == nil, nodes[node.name]?.hasEnded == true {
        fail(node.line, "the process of \(node.name) has ended")
      }
      return
    }
    guard !program.hasEnded else {
      return fail(node.line, "the process of \(node.name) has ended before it listened")
    }
    starting[node.name] = nil
    do { try nodes[node.name]?.use(program) } catch { return finish(.failure(error)) }
    beginIfReady()
  }

  private func beginIfReady() {
    guard beginning == nil, starting.isEmpty else { return }
    beginning = EventLoop.now
    turn()
  }

  private func checkStart() {
    if beginning == nil { finish(.failure(LabError.failed("A program did not start within 30 s."))) }
  }

  private func emit(_ effects: [WorldEffect], _ name: String) {
    emitted.append((name, effects))
    turn()
  }

  /// Lets everything happen whose time has come.
  private func turn() {
    guard let beginning, result == nil, !isTurning, world != nil else { return }
    isTurning = true
    defer { isTurning = false }
    do {
      let now = EventLoop.now - beginning
      world?.clock.milliseconds = now
      while result == nil {
        if !emitted.isEmpty {
          let (name, effects) = emitted.removeFirst()
          if let failure = try world?.told(effects, by: name) { return finish(.success(failure)) }
        } else if let next = try world?.queue.nextTime, next <= now {
          if let failure = try world?.happen(now: now) { return finish(.success(failure)) }
        } else {
          break
        }
      }
      world?.noteBusiness()
      guard let world, !world.isOver else { return finish(.success(nil)) }
      let next = min(try world.queue.nextTime ?? .max, max(world.end, now) + 1)
      loop.after(max(1, next - now)) { [weak self] in self?.turn() }
    } catch {
      finish(.failure(error))
    }
  }

  private func fail(_ line: Int, _ reason: String) {
    finish(.failure(WorldScript.Failure(line: line, reason: reason)))
  }

  private func finish(_ result: Result<WorldFailure?, any Error>) {
    if self.result == nil { self.result = result }
    loop.stop()
  }
}

extension World {
  /// A process has done something. What it sends for a visit that is over is for nobody: a refresh, mostly.
  mutating func told(_ effects: [WorldEffect], by name: String) throws -> WorldFailure? {
    guard let index = indices[name], isAlive[index] else { return nil }
    let effects = effects.map { effect in
      guard case .send(var packet) = effect, let visit = packet.visit, open[visit] == nil else {
        return effect
      }
      packet.visit = nil
      return WorldEffect.send(packet)
    }
    return try perform(effects, of: index, arrow: nil)
  }
}
