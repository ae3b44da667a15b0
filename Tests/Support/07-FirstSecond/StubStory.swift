import PostRoad
import TestSupport
import Testing

/// A stub resolver with the trail of what was done with it, and the query it has to send: what it is to be but for its ID.
public struct StubStory {
  private let door: StubDoor
  private var query: DNS.Message?
  private var steps = CheckSteps()

  public init(_ call: String, _ door: StubDoor) {
    self.door = door
    steps.note(call)
  }

  /// A question for the addresses of a name. It leads to a query to the first server, with five seconds for it, unless something else is
  /// said.
  public mutating func ask(
    _ name: String = "www.postroad.example", at now: Int64, _ wanted: [String]? = nil,
    _ rule: String = "the first query", place: SourceLocation = #_sourceLocation
  ) throws {
    let (door, question) = (door, DNS.Question(name: StubText.name(name), type: .a))
    let wanted = wanted ?? .asks(StubTurns.one, wake: now + 5_000)
    var query = query
    try steps.check("ask(\(name) A, now: \(now))", returns: wanted, rule, sourceLocation: place) {
      let actions = try door.ask(question, now)
      if case .send(let sent, _)? = actions.first { query = StubText.query(question, id: sent.header.id) }
      return StubText.lines(actions, query: query)
    }
    self.query = query
  }

  public mutating func refuseAsk(
    _ name: String, at now: Int64, _ error: some Error & Equatable, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let (door, question) = (door, DNS.Question(name: StubText.name(name), type: .a))
    try steps.check("ask(\(name) A, now: \(now))", throws: error, rule, sourceLocation: place) {
      try door.ask(question, now)
    }
  }

  public mutating func tick(
    _ now: Int64, _ wanted: [String], _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    let (door, query) = (door, query)
    try steps.check("tick(now: \(now))", returns: wanted, rule, sourceLocation: place) {
      StubText.lines(try door.tick(now), query: query)
    }
  }

  /// A message comes in: the right reply, but for `change`.
  public mutating func receive(
    from server: String = StubTurns.one, over transport: Resolver.Transport = .udp, at now: Int64 = 1,
    _ wanted: [String], _ rule: String, place: SourceLocation = #_sourceLocation,
    _ change: (inout DNS.Message) -> Void = { _ in }
  ) throws {
    let (door, query, reply) = (door, query, StubText.reply(to: query, change))
    let from = Resolver.Server(.v4(StubText.address(server)), over: transport)
    let call = "received(\(StubText.text(reply)), from: \(StubText.text(from)), now: \(now))"
    try steps.check(call, returns: wanted, rule, sourceLocation: place) {
      StubText.lines(try door.received(reply, from, now), query: query)
    }
  }
}
