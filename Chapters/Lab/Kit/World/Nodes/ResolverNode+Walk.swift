import DNSMessages
import DNSResolution
import PostRoad

extension ResolverNode {
  /// Does the walk anew, as far as it comes with what it was told.
  mutating func advance(_ index: Int, now: Int64) throws -> [WorldEffect] {
    let walk = walks[index]
    var told = walk.heard
    let outcome: Result<Resolver.Answer, any Error>
    do {
      let exchange: Resolver.Exchange = { query, server in
        guard let question = query.questions.first else { throw Resolver.NoReply() }
        // The first that was not told in this round: a server may have been asked twice.
        guard let place = told.firstIndex(where: { $0.question == question && $0.server == server }) else {
          throw RecursiveResolver.Suspended(query: query, server: server)
        }
        guard let reply = told.remove(at: place).reply else { throw Resolver.NoReply() }
        return reply
      }
      let answer = try resolver.resolve(walk.question, now: { Int(now / 1_000) }, exchange: exchange)
      outcome = .success(answer)
    } catch let pause as RecursiveResolver.Suspended {
      return try send(pause, index, now: now)
    } catch let error as NotStarted {
      throw error
    } catch {
      outcome = .failure(error)
    }
    walks.remove(at: index)
    return try walk.clients.flatMap { client in
      try answer(
        client,
        serve(client.query, isAllowed: true, cached: { _ in nil }, resolve: { _ in try outcome.get() }))
    }
  }

  /// Sends a query as `NetworkExchange` does, with an ID and letter cases that nobody can guess.
  private mutating func send(
    _ pause: RecursiveResolver.Suspended, _ index: Int, now: Int64
  ) throws -> [WorldEffect] {
    var query = pause.query
    query.header.id = UInt16.random(in: .min ... .max, using: &random)
    for place in query.questions.indices {
      query.questions[place].name = try mixCase(query.questions[place].name, using: &random)
    }
    query.additionals = [try makeOPT(DNS.EDNS())]
    walks[index].query = query
    walks[index].server = pause.server
    walks[index].sent += 1
    let walk = walks[index]
    let bytes = try encodeMessage(query)
    let token = walk.number * Self.most + walk.sent
    guard pause.server.transport == .tcp else {
      let packet = WorldPacket(
        from: name, to: .address(pause.server.address), .datagram(bytes), visit: walk.visit, phase: .dns)
      return [.send(packet), .wake(at: now + Self.patience, token: token)]
    }
    return dialer.begin(
      WorldDialer.Call(
        id: token, content: .message(bytes), peer: .address(pause.server.address), name: "dns",
        patience: Self.streamPatience, visit: walk.visit, phase: .dns, mayUseKept: false), now: now)
  }

  /// A response has come. It is somebody's reply, or nobody's: then it is late, or a lie (RFC 5452 §9.1).
  mutating func heard(
    _ reply: DNS.Message, from server: Resolver.Server, now: Int64
  ) throws -> [WorldEffect] {
    for index in walks.indices where walks[index].server == server {
      guard let query = walks[index].query, try judgeReply(reply, to: query) == .matches else { continue }
      return try goOn(index, with: reply, now: now)
    }
    return [.unused]
  }

  /// A walk has its reply, or none came.
  mutating func goOn(_ index: Int, with reply: DNS.Message?, now: Int64) throws -> [WorldEffect] {
    guard let question = walks[index].query?.questions.first else { return [] }
    walks[index].heard.append((question, walks[index].server, reply))
    walks[index].query = nil
    return try advance(index, now: now)
  }

  /// What has become of a query over TCP.
  mutating func ended(_ event: WorldDialer.Event?, now: Int64) throws -> [WorldEffect] {
    switch event {
    case .answered(let token, .message(let bytes), _):
      guard let index = index(of: token) else { return [.unused] }
      let reply: DNS.Message?
      do { reply = try parseMessage(bytes) } catch let error as NotStarted { throw error } catch {
        reply = nil
      }
      guard let reply, let query = walks[index].query, try judgeReply(reply, to: query) == .matches else {
        return try goOn(index, with: nil, now: now)
      }
      return try goOn(index, with: reply, now: now)
    case .failed(let token, _):
      return try index(of: token).map { try goOn($0, with: nil, now: now) } ?? []
    default: return []
    }
  }

  private func index(of token: Int) -> Int? {
    walks.firstIndex { $0.number * Self.most + $0.sent == token }
  }
}
