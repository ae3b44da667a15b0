import PostRoad

/// How likely each backend of a pool is to be picked out of two, by going through all pairs: nothing is drawn.
public enum PairOdds {
  /// A share for each backend, in the order of the pool; together they are 1.
  public static func of(_ pool: [LB.Backend]) -> [Double] {
    let up = pool.indices.filter { pool[$0].isUp }
    var wins = pool.map { _ in 0.0 }
    if up.count == 1 { wins[up[0]] = 1 }
    let pairs = up.flatMap { one in up.filter { $0 > one }.map { (one, $0) } }
    for (one, other) in pairs {
      let difference = pool[one].activeConnections - pool[other].activeConnections
      wins[one] += (difference == 0 ? 0.5 : difference < 0 ? 1 : 0) / Double(pairs.count)
      wins[other] += (difference == 0 ? 0.5 : difference > 0 ? 1 : 0) / Double(pairs.count)
    }
    return wins
  }
}
