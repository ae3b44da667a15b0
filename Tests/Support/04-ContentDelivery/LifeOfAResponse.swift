import PostRoad

/// A response that travels from the origin through caches to ours, and stays there, and two clerks who count its seconds one by
/// one: one from the origin's Date on, one from the request on, with the Age it came with.
public struct LifeOfAResponse: Sendable {
  public let stored: HTTP.StoredResponse
  public let now: Int
  /// What the clerk with the larger number says.
  public private(set) var age = 0

  public init(using random: inout SeededRandom) {
    let asked = 1_000_000_000 + Int.random(in: 0..<1000, using: &random)
    let received = asked + Int.random(in: 0...5, using: &random)
    // The origin's clock may be ahead of ours.
    let generated = received + Int.random(in: -90...10, using: &random)
    let carried = Bool.random(using: &random) ? Int.random(in: 0...90, using: &random) : nil
    now = received + Int.random(in: 0...200, using: &random)
    var fields: HTTP.Fields = [:]
    let isDated = Int.random(in: 0..<4, using: &random) > 0
    // 2001-09-09 is 11,574 days after 1970-01-01.
    if isDated { fields.append("Date", CalendarWalk.texts(2001, 9, 9, generated - 11_574 * 86_400)[0]) }
    if let carried { fields.append("Age", String(carried)) }
    stored = HTTP.StoredResponse(
      HTTP.Response(200, fields), to: .get(), requestTime: asked, responseTime: received)
    var byDate = 0
    var byAge = carried ?? 0
    for second in min(asked, generated)..<received {
      if isDated, second >= generated { byDate += 1 }
      if second >= asked { byAge += 1 }
    }
    age = max(byDate, byAge)
    for _ in received..<now { age += 1 }
  }
}
