import PostRoad

/// Numbers all pairs, draws one number, and tosses a coin where the two are equal.
public func pickTwoChoices(
  _ backends: [LB.Backend], using random: inout some RandomNumberGenerator
) throws -> Int {
  if backends.isEmpty { throw LB.PoolError.empty }
  let up = backends.indices.filter { backends[$0].isUp }
  if up.isEmpty { throw LB.PoolError.noneAvailable(of: backends.count) }
  if up.count == 1 { return up[0] }
  // The later of a pair at place 1 has one partner before it, at place 2 two, and so on.
  var number = Int.random(in: 0..<(up.count * (up.count - 1) / 2), using: &random)
  var later = 1
  while number >= later {
    number -= later
    later += 1
  }
  let pair = [up[number], up[later]]
  let connections = pair.map { backends[$0].activeConnections }
  if connections[0] == connections[1] { return pair[Bool.random(using: &random) ? 0 : 1] }
  return connections[0] < connections[1] ? pair[0] : pair[1]
}
