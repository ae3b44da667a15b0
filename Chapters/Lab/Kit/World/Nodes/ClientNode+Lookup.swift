import DNSMessages
import FirstSecond
import PostRoad

extension ClientNode {
  /// Asks for an address.
  mutating func lookUp(_ host: String, for visit: String, now: Int64) throws -> [WorldEffect] {
    lastLookup += 1
    let question = DNS.Question(name: try parseName(host), type: .a)
    var stub = try StubResolver(servers: plan.resolvers)
    let actions = try stub.ask(question, now: now, using: &random)
    lookups.append(Lookup(number: lastLookup, host: host, stub: stub, visit: visit))
    return try perform(actions, lastLookup, now: now)
  }

  /// A message has come in. Which of the lookups it is for, their IDs and questions say.
  mutating func heard(_ bytes: [UInt8], from server: Resolver.Server, now: Int64) throws -> [WorldEffect] {
    let message: DNS.Message
    do { message = try parseMessage(bytes) } catch let error as NotStarted { throw error } catch {
      return [.unused]
    }
    for index in lookups.indices {
      let number = lookups[index].number
      let actions = try lookups[index].stub.received(message, from: server, now: now)
      if !actions.isEmpty { return try perform(actions, number, now: now) }
    }
    return [.unused]
  }

  /// Does what the stub resolver wants.
  mutating func perform(_ actions: [Stub.Action], _ number: Int, now: Int64) throws -> [WorldEffect] {
    guard let lookup = lookups.first(where: { $0.number == number }) else { return [] }
    var effects: [WorldEffect] = []
    for action in actions {
      switch action {
      case .send(let query, let server):
        let bytes = try encodeMessage(query)
        guard server.transport == .tcp else {
          effects.append(
            .send(
              WorldPacket(
                from: name, to: .address(server.address), .datagram(bytes), visit: lookup.visit, phase: .dns))
          )
          continue
        }
        tcpServers[-number] = server.address
        effects += dialer.begin(
          WorldDialer.Call(
            id: -number, content: .message(bytes), peer: .address(server.address),
            name: "dns \(server.address)", patience: plan.patience, visit: lookup.visit, phase: .dns,
            mayUseKept: false),
          now: now)
      case .wake(let time): effects.append(.wake(at: time, token: number))
      case .answered(let answer): effects += found(answer, lookup, now: now)
      case .failed: effects += notFound(lookup, "no resolver has helped", now: now)
      }
    }
    return effects
  }

  private mutating func found(_ answer: Stub.Answer, _ lookup: Lookup, now: Int64) -> [WorldEffect] {
    guard case .a(let address)? = answer.records.first?.data, let ttl = answer.ttl else {
      let why = answer.code == .nonExistentDomain ? "does not exist" : "has no address"
      return notFound(lookup, "\(lookup.host) \(why)", now: now)
    }
    lookups.removeAll { $0.number == lookup.number }
    addresses[lookup.host] = (.v4(address), now + Int64(ttl) * 1_000)
    let text = (try? ipv4Text(address)) ?? "an address"
    return waiting(for: lookup.host).flatMap { number in
      going[number]?.finish("\(lookup.host) is \(text) for \(ttl) s", now: now, next: .tcp)
      return ask(number, .v4(address), now: now)
    }
  }

  private mutating func notFound(_ lookup: Lookup, _ why: String, now: Int64) -> [WorldEffect] {
    lookups.removeAll { $0.number == lookup.number }
    return waiting(for: lookup.host).flatMap { end($0, now: now, why) }
  }

  private func waiting(for host: String) -> [Int] {
    going.filter { $0.value.waits && $0.value.url.host == host }.keys.sorted()
  }
}
