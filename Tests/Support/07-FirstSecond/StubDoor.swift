import PostRoad

/// The functions of a stub resolver, for code that does not know the type.
public struct StubDoor {
  public var ask: (_ question: DNS.Question, _ now: Int64) throws -> [Stub.Action]
  public var tick: (_ now: Int64) throws -> [Stub.Action]
  public var received: (_ reply: DNS.Message, _ server: Resolver.Server, _ now: Int64) throws -> [Stub.Action]

  public init(
    ask: @escaping (_ question: DNS.Question, _ now: Int64) throws -> [Stub.Action],
    tick: @escaping (_ now: Int64) throws -> [Stub.Action],
    received:
      @escaping (_ reply: DNS.Message, _ server: Resolver.Server, _ now: Int64) throws -> [Stub.Action]
  ) {
    self.ask = ask
    self.tick = tick
    self.received = received
  }

  /// The IDs of so many questions, one after the other; each has failed after a millisecond, where one server is asked once for that long.
  public func ids(_ count: Int) throws -> [UInt16] {
    let question = DNS.Question(name: StubText.name("www.postroad.example"), type: .a)
    return try (0..<Int64(count)).map { number in
      let actions = try ask(question, number)
      _ = try tick(number + 1)
      if case .send(let query, _)? = actions.first { return query.header.id }
      return 0
    }
  }
}
