import PostRoad
import TestSupport
import Testing

/// A node with the trail of what was done with it. It knows the node only as a function that takes calls.
public struct EdgeStory {
  private let tell: (EdgeTown.Call, Int64) throws -> [Edge.Action]
  private var steps = CheckSteps()
  public let parents: KeyParents

  public init(_ parents: KeyParents, tell: @escaping (EdgeTown.Call, Int64) throws -> [Edge.Action]) {
    self.parents = parents
    self.tell = tell
  }

  public mutating func request(
    _ key: String, _ caller: Int, _ actions: [Edge.Action], at now: Int64, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try check(.request(key, caller: caller), actions, now, rule, place)
  }

  public mutating func responded(
    _ number: Int, _ response: Edge.Response, _ actions: [Edge.Action], at now: Int64, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try check(.responded(number, response), actions, now, rule, place)
  }

  public mutating func failed(
    _ number: Int, _ actions: [Edge.Action], at now: Int64, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try check(.failed(number), actions, now, rule, place)
  }

  public mutating func refuse(
    _ call: EdgeTown.Call, _ error: some Error & Equatable, at now: Int64, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let tell = tell
    try steps.check("\(call), now: \(now)", throws: error, rule, sourceLocation: place) {
      try tell(call, now)
    }
  }

  /// Asks, and is responded at the same moment: the first fetch of all.
  public mutating func store(
    _ key: String, _ response: Edge.Response, by caller: Int, at now: Int64,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let fetch = Edge.Action.fetch(1, key, from: parents.first(of: key))
    try request(key, caller, [fetch], at: now, "nothing is stored", place: place)
    let answer = Edge.Action.answer(caller, body: response.body, age: response.age)
    try responded(1, response, [answer], at: now, "it is answered, and stored", place: place)
  }

  /// The keys that parents were looked up for.
  public mutating func asked(_ keys: [String], _ rule: String, place: SourceLocation = #_sourceLocation)
    throws
  {
    let asked = parents.asked
    try steps.check("the keys that parents(_:) was called with", returns: keys, rule, sourceLocation: place) {
      asked
    }
  }

  private mutating func check(
    _ call: EdgeTown.Call, _ actions: [Edge.Action], _ now: Int64, _ rule: String, _ place: SourceLocation
  ) throws {
    let tell = tell
    try steps.check("\(call), now: \(now)", returns: actions, rule, sourceLocation: place) {
      try tell(call, now)
    }
  }
}
