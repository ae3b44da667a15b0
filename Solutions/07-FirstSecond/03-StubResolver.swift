import PostRoad

/// Reads what was asked for out of the reply of a resolver, which has followed the aliases already.
///
/// The search begins with the question's name. As long as the name is the owner of a CNAME record, the search goes on with that record's
/// target, unless CNAME is the type that was asked for. The records are those whose owner is the last name of this chain, and whose
/// type is the question's. Only the answer section is read, whose records may be in any order, and only records of the
/// question's class.
///
/// - Returns: the code of the reply; the records; and as `ttl` the lowest TTL of these records and all CNAME records that led to
///   them. A chain that comes to a name for the second time leads to no records.
///
/// Source: [RFC 1034 §5.2.2](https://www.rfc-editor.org/rfc/rfc1034#section-5.2.2).
public func readAnswer(_ reply: DNS.Message, to question: DNS.Question) throws -> Stub.Answer {
  // <write>
  // 1. Follow the aliases. A chain may be a loop.
  let answers = reply.answers.filter { $0.recordClass == question.recordClass }
  var names = [question.name]
  var ttls: [UInt32] = []
  var isLoop = false
  while question.type != .cname, !isLoop,
    let link = answers.first(where: { $0.name == names.last && $0.type == .cname }),
    case .cname(let target) = link.data
  {
    isLoop = names.contains(target)
    names.append(target)
    ttls.append(link.ttl)
  }
  // 2. Take the records at its end. How long may they be used?
  let records = isLoop ? [] : answers.filter { $0.name == names.last && $0.type == question.type }
  return Stub.Answer(
    code: reply.header.responseCode, records: records,
    ttl: records.isEmpty ? nil : (ttls + records.map(\.ttl)).min())
  // </write>
}

/// Asks one resolver after the other, until one of them helps. One question at a time.
///
/// The servers are asked in their order, the second one when the first one has not helped, and so on; that is a *round*. After the last round
/// the question has failed. The first query of a turn is sent over UDP. All queries of a question are the same message: an ID, RD, one
/// question, and zeros; the counts of its header are not looked at.
///
/// Whenever a query is sent, the actions are `.send` and then `.wake`. The server that it was sent to is the one that is waited for, and
/// `.wake` has the time at which its `timeout` will be over: `timeout` after now.
///
/// Source: resolv.conf(5) for the order, the defaults and the most servers;
/// [RFC 5452 §9.1](https://www.rfc-editor.org/rfc/rfc5452#section-9.1) and
/// [RFC 1035 §7.3](https://www.rfc-editor.org/rfc/rfc1035#section-7.3) for what is a reply.
public struct StubResolver {
  // <declare>
  // 3. What has to be known of the question that is under way?
  private struct Lookup {
    var query: DNS.Message
    var asked: Set<Resolver.Server> = []
    var waitingFor: Resolver.Server?
    var turn = 0
    var deadline: Int64 = 0
  }

  private let servers: [Resolver.Address]
  private let timeout: UInt32
  private let rounds: Int
  private var lookup: Lookup?
  // </declare>

  /// Nothing is asked yet.
  ///
  /// - Parameters:
  ///   - servers: the addresses of the resolvers. Of more than `Stub.maximumServers` only the first ones are asked.
  ///   - timeout: the milliseconds that a server has to reply.
  ///   - rounds: how often each server gets its turn.
  /// - Throws: `Stub.Refusal`, the first of these: `.noServers`; `.noTimeout` for 0 ms; `.tooFewRounds(_:)` for less than 1.
  public init(servers: [Resolver.Address], timeout: UInt32 = 5_000, rounds: Int = 2) throws {
    // <write>
    // 4. Refuse what cannot work.
    guard !servers.isEmpty else { throw Stub.Refusal.noServers }
    guard timeout > 0 else { throw Stub.Refusal.noTimeout }
    guard rounds >= 1 else { throw Stub.Refusal.tooFewRounds(rounds) }
    self.servers = Array(servers.prefix(Stub.maximumServers))
    self.timeout = timeout
    self.rounds = rounds
    // </write>
  }

  /// Begins with a question.
  ///
  /// - Parameters:
  ///   - now: the time in milliseconds, up to 2^62 on either side of 0.
  ///   - random: where the ID comes from: any of the 65,536, each with equal chance, for each question a new one.
  /// - Returns: the query to the first server.
  /// - Throws: `Stub.Refusal.busy` while another question is under way; nothing changes for that one.
  public mutating func ask(
    _ question: DNS.Question, now: Int64, using random: inout some RandomNumberGenerator
  ) throws -> [Stub.Action] {
    // <write>
    // 5. One question at a time.
    guard lookup == nil else { throw Stub.Refusal.busy }
    // 6. Who listens may not know the ID before.
    let id = UInt16.random(in: .min ... .max, using: &random)
    let header = DNS.Header(id: id, recursionDesired: true, questionCount: 1)
    lookup = Lookup(query: DNS.Message(header: header, questions: [question]))
    return send(to: Resolver.Server(servers[0]), now)
    // </write>
  }

  /// A message has come in.
  ///
  /// It is a reply if a question is under way and its server was asked that question over that transport, now or before; it is a
  /// response with the query's ID and opcode; and its questions are the query's, letters compared without case. Nothing happens
  /// for any other message.
  ///
  /// - A reply that is truncated (TC) over UDP is not used, whatever else it says: its server is asked over TCP, at once, and is the one
  ///   that is waited for. Nothing happens if that is so already.
  /// - A reply with NOERROR or NXDOMAIN is the answer, whoever of those that were asked has sent it, and however late.
  /// - A reply with another code, or one that is truncated over TCP, does not help. If it comes from the server that is waited for, over
  ///   the transport it was asked over, the next turn begins at once; from another one nothing happens.
  ///
  /// - Parameters:
  ///   - server: where it came from, and how.
  ///   - now: the time in milliseconds, up to 2^62 on either side of 0.
  /// - Returns: `.answered` with what `readAnswer` finds, the next query, or `.failed` when all turns are over; nothing where nothing
  ///   happens.
  public mutating func received(
    _ reply: DNS.Message, from server: Resolver.Server, now: Int64
  ) throws -> [Stub.Action] {
    // <write>
    // 7. Is it a reply at all?
    guard let lookup, lookup.asked.contains(server), reply.header.isResponse,
      reply.header.id == lookup.query.header.id, reply.header.opcode == lookup.query.header.opcode,
      reply.questions == lookup.query.questions
    else { return [] }
    // 8. Is it whole?
    if reply.header.isTruncated, server.transport == .udp {
      let again = Resolver.Server(server.address, over: .tcp)
      return lookup.waitingFor == again ? [] : send(to: again, now)
    }
    // 9. Does it help?
    guard !reply.header.isTruncated, [.noError, .nonExistentDomain].contains(reply.header.responseCode) else {
      return lookup.waitingFor == server ? nextTurn(now) : []
    }
    self.lookup = nil
    return [.answered(try readAnswer(reply, to: lookup.query.questions[0]))]
    // </write>
  }

  /// Time has passed. If the timeout is over, the next turn begins: the next query, or `.failed`. Otherwise, or if nothing is under way,
  /// nothing happens.
  ///
  /// - Parameter now: the time in milliseconds, up to 2^62 on either side of 0.
  public mutating func tick(now: Int64) throws -> [Stub.Action] {
    // <write>
    // 10. At the time that was said, or later.
    guard let lookup, now >= lookup.deadline else { return [] }
    return nextTurn(now)
    // </write>
  }

  // <declare>
  // 11. Helpers of your own are welcome here.
  private mutating func nextTurn(_ now: Int64) -> [Stub.Action] {
    let turn = (lookup?.turn ?? 0) + 1
    lookup?.turn = turn
    // Divided, since the product may not fit.
    guard turn / servers.count < rounds else {
      lookup = nil
      return [.failed]
    }
    return send(to: Resolver.Server(servers[turn % servers.count]), now)
  }

  private mutating func send(to server: Resolver.Server, _ now: Int64) -> [Stub.Action] {
    guard let query = lookup?.query else { return [] }
    let deadline = now + Int64(timeout)
    lookup?.asked.insert(server)
    lookup?.waitingFor = server
    lookup?.deadline = deadline
    return [.send(query, to: server), .wake(at: deadline)]
  }
  // </declare>
}
