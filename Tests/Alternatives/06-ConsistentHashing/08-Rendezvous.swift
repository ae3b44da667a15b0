import PostRoad

/// Asks for the scores from the last node to the first, and puts each node into its place among those that are ranked
/// already.
public func rankByRendezvous<Score: Comparable>(
  _ key: String, among nodes: [String], score: (_ node: String, _ key: String) throws -> Score
) throws -> [String] {
  if nodes.isEmpty { throw Rendezvous.PickError.noNodes }
  if Set(nodes).count < nodes.count,
    let again = nodes.indices.first(where: { nodes[..<$0].contains(nodes[$0]) })
  {
    throw Rendezvous.PickError.duplicateNode(nodes[again])
  }
  var ranked: [(node: String, score: Score)] = []
  for node in nodes.reversed() {
    let candidate = (node: node, score: try score(node, key))
    let place = ranked.firstIndex { beats(candidate, $0) } ?? ranked.endIndex
    ranked.insert(candidate, at: place)
  }
  return ranked.map(\.node)
}

/// Goes from the last node to the first as well: each one challenges the best of those after it.
public func pickByRendezvous<Score: Comparable>(
  _ key: String, among nodes: [String], score: (_ node: String, _ key: String) throws -> Score
) throws -> String {
  let best = try nodes.reversed().reduce(nil as (node: String, score: Score)?) { best, node in
    let candidate = (node: node, score: try score(node, key))
    guard let best, !beats(candidate, best) else { return candidate }
    return best
  }
  guard let best else { throw Rendezvous.PickError.noNodes }
  return best.node
}

private func beats<Score: Comparable>(
  _ one: (node: String, score: Score), _ other: (node: String, score: Score)
) -> Bool {
  one.score != other.score ? one.score > other.score : one.node < other.node
}
