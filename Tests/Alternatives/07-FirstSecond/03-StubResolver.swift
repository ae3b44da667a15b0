import PostRoad

public func readAnswer(_ reply: DNS.Message, to question: DNS.Question) throws -> Stub.Answer {
  // Recursion: each alias asks the same for its target, and takes itself out of the records, so a loop finds nothing more.
  func find(_ name: DNS.Name, in records: [DNS.ResourceRecord]) -> (found: [DNS.ResourceRecord], ttl: UInt32)
  {
    if question.type != .cname,
      let place = records.firstIndex(where: { $0.name == name && $0.type == .cname }),
      case .cname(let target) = records[place].data
    {
      // Nobody may come back to this name.
      let rest = find(target, in: records.filter { $0.name != name })
      return (rest.found, min(rest.ttl, records[place].ttl))
    }
    let found = records.filter { $0.name == name && $0.type == question.type }
    return (found, found.map(\.ttl).min() ?? .max)
  }
  let (found, ttl) = find(question.name, in: reply.answers.filter { $0.recordClass == question.recordClass })
  return Stub.Answer(code: reply.header.responseCode, records: found, ttl: found.isEmpty ? nil : ttl)
}

/// The turns that are left are a list, from which the first one is taken.
public struct StubResolver {
  private enum State {
    case idle
    case asking(DNS.Message, left: ArraySlice<Resolver.Server>, patience: Int64, asked: [Resolver.Server])
  }

  private var state = State.idle
  private let servers: [Resolver.Server]
  private let timeout: Int64
  private let rounds: Int

  public init(servers: [Resolver.Address], timeout: UInt32 = 5_000, rounds: Int = 2) throws {
    if servers.isEmpty { throw Stub.Refusal.noServers }
    if timeout < 1 { throw Stub.Refusal.noTimeout }
    if rounds < 1 { throw Stub.Refusal.tooFewRounds(rounds) }
    self.servers = servers.prefix(3).map { Resolver.Server($0) }
    self.timeout = Int64(timeout)
    // More rounds than anybody has time for are as good as a thousand.
    self.rounds = min(rounds, 1_000)
  }

  public mutating func ask(
    _ question: DNS.Question, now: Int64, using random: inout some RandomNumberGenerator
  ) throws -> [Stub.Action] {
    guard case .idle = state else { throw Stub.Refusal.busy }
    var query = DNS.Message(header: DNS.Header(id: UInt16(truncatingIfNeeded: random.next())))
    query.header.recursionDesired = true
    query.questions = [question]
    let turns = (0..<rounds).flatMap { _ in servers }
    state = .asking(query, left: turns[...], patience: now, asked: [])
    return next(now)
  }

  private mutating func next(_ now: Int64, over tcp: Resolver.Server? = nil) -> [Stub.Action] {
    guard case .asking(let query, var left, _, let asked) = state else { return [] }
    guard let server = tcp ?? left.popFirst() else {
      state = .idle
      return [.failed]
    }
    state = .asking(query, left: left, patience: now + timeout, asked: asked + [server])
    return [.send(query, to: server), .wake(at: now + timeout)]
  }

  public mutating func received(
    _ reply: DNS.Message, from server: Resolver.Server, now: Int64
  ) throws -> [Stub.Action] {
    guard case .asking(let query, _, _, let asked) = state, asked.contains(server) else { return [] }
    let header = reply.header
    guard header.isResponse, header.id == query.header.id, header.opcode == .query else { return [] }
    guard reply.questions == query.questions, let question = query.questions.first else { return [] }
    switch (header.isTruncated, server.transport) {
    case (true, .udp):
      let tcp = Resolver.Server(server.address, over: .tcp)
      return asked.last == tcp ? [] : next(now, over: tcp)
    case (false, _) where header.responseCode == .noError || header.responseCode == .nonExistentDomain:
      state = .idle
      return [.answered(try readAnswer(reply, to: question))]
    default:
      return asked.last == server ? next(now) : []
    }
  }

  public mutating func tick(now: Int64) throws -> [Stub.Action] {
    guard case .asking(_, _, let patience, _) = state, patience <= now else { return [] }
    return next(now)
  }
}
