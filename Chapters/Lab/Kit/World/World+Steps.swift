import DNSMessages
import FirstSecond
import PostRoad

extension World {
  /// Does what the script says.
  mutating func perform(_ step: WorldScript.Step) throws -> WorldFailure? {
    switch step.action {
    case .visit(let visits):
      try begin(visits, of: step)
      return nil
    case .expect(let claims): return try check(claims, of: step)
    default: note(step.text)
    }
    switch step.action {
    case .cut(let one, let other): try cut(one, other)
    case .mend(let one, let other): try mend(one, other)
    case .kill(let name):
      guard let index = indices[name], isAlive[index] else { return nil }
      let last = nodes[index].end()
      let failure = try perform(last, of: index, arrow: nil)
      isAlive[index] = false
      try died(index)
      return failure
    case .start(let name):
      guard let index = indices[name], !isAlive[index] else { return nil }
      lives[index] += 1
      isAlive[index] = true
      nodes[index] = try make(script.nodes[index], index)
      try begin(index)
      try cameBack(index)
    case .zone(let node, let text):
      try replace(WorldScript.Zone(node: node, at: step.at, text: text, line: step.line))
    case .forge(let forgery): try forge(forgery)
    case .visit, .expect: break
    }
    return nil
  }

  private mutating func begin(_ visits: WorldScript.Visits, of step: WorldScript.Step) throws {
    let all = script.nodes.filter { if case .client = $0.kind { true } else { false } }.map(\.name)
    let clients = visits.clients == ["all"] ? all : visits.clients
    guard let place = script.steps.firstIndex(of: step) else { return }
    for round in 0..<visits.count {
      for client in clients {
        guard let index = indices[client] else { continue }
        visitsToCome += 1
        try queue.schedule(
          .visit(step: place, client: index), at: clock.milliseconds + Int64(round) * visits.every)
      }
    }
  }

  /// One client goes.
  mutating func visit(_ step: WorldScript.Step, _ index: Int) throws -> WorldFailure? {
    guard case .visit(let visits) = step.action, var client = nodes[index] as? ClientNode else { return nil }
    let effects = try client.visit(visits.url, text: visits.text, now: clock.milliseconds)
    nodes[index] = client
    for case .began(let visit, let url) in effects {
      open[visit] = (begunVisits, url, visits.rule, step.line)
      begunVisits += 1
    }
    return try perform(effects, of: index, arrow: nil)
  }

  private mutating func cut(_ one: String, _ other: String?) throws {
    for (from, to) in roads(one, other) { try? roads.cut(from: from, to: to) }
    if other == nil, let index = indices[one] { try died(index) }
  }

  private mutating func mend(_ one: String, _ other: String?) throws {
    for (from, to) in roads(one, other) { try? roads.mend(from: from, to: to) }
    if other == nil, let index = indices[one] { try cameBack(index) }
  }

  /// Both directions between two nodes, or between one and all others. Where there is no road, there is none to cut.
  private func roads(_ one: String, _ other: String?) -> [(from: String, to: String)] {
    let others = other.map { [$0] } ?? script.nodes.map(\.name).filter { $0 != one }
    return others.flatMap { [(from: one, to: $0), (from: $0, to: one)] }
  }

  /// A site answers nobody. That is found out by checks, and then its route goes (exercise 7.4).
  private mutating func died(_ index: Int) throws {
    guard addresses.isAnycast(index), withdrawals[index] == nil else { return }
    let checks = script.checks
    let outage = Steering.Outage(
      death: clock.milliseconds,
      checks: Steering.Checks(
        first: 0, interval: UInt32(checks.every), timeout: UInt32(checks.timeout), fall: UInt16(checks.fall)),
      method: .anycast(convergence: UInt32(checks.convergence)))
    withdrawals[index] = try queue.schedule(.withdraw(index), at: recovery(of: outage).recovered)
  }

  /// A site answers again. It announces its address at once, and that takes its time, too.
  private mutating func cameBack(_ index: Int) throws {
    guard addresses.isAnycast(index) else { return }
    if let handle = withdrawals.removeValue(forKey: index) {
      try queue.cancel(handle)
    } else {
      try queue.schedule(.announce(index), at: clock.milliseconds + script.checks.convergence)
    }
  }

  /// Answers that nobody has asked this sender for. IDs and letter cases are guessed, out of a stream of the sender's own.
  private mutating func forge(_ forgery: WorldScript.Forgery) throws {
    var random = SeededRandom(seed: try streamSeed(script.seed, for: "forge \(forgery.from)"))
    let name = try parseName(forgery.name)
    for _ in 0..<forgery.count {
      let header = DNS.Header(
        id: UInt16.random(in: .min ... .max, using: &random), isResponse: true, isAuthoritative: true)
      let lie = DNS.Message(
        header: header, questions: [DNS.Question(name: try mixCase(name, using: &random), type: .a)],
        answers: [DNS.ResourceRecord(name: name, ttl: 86_400, data: .a(forgery.address))])
      var packet = WorldPacket(
        from: forgery.from, to: .node(forgery.to), .datagram(try encodeMessage(lie)))
      packet.source = forgery.source
      try send(packet, repeats: 0)
    }
  }
}
