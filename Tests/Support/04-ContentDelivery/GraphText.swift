import PostRoad

/// Links written as their descriptions write them, with spaces between: `64504>64505` is a provider and its customer,
/// `64504-64503` are peers.
public func links(_ text: String) -> [BGP.Link] {
  text.split(whereSeparator: \.isWhitespace).map { word in
    let numbers = word.split { !$0.isNumber }.compactMap { UInt32($0) }
    return word.contains(">")
      ? .transit(provider: numbers[0], customer: numbers[1]) : .peering(numbers[0], numbers[1])
  }
}

/// The routes of a graph, a line an AS, in the order of their numbers: `64501: customer 64505 64510`.
public func table(_ routes: [UInt32: BGP.Route]) -> [String] {
  routes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
}

/// Which site answers whom, in the order of the numbers: `64501: 64510`.
public func table(_ answers: [UInt32: UInt32]) -> [String] {
  answers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
}

/// A withdrawal in lines: `64501 moved to 64503`, `64505 dark`, `64506 shifted to 64503`, each kind in the order of the numbers.
public func table(_ withdrawal: BGP.Withdrawal) -> [String] {
  withdrawal.moved.sorted { $0.key < $1.key }.map { "\($0.key) moved to \($0.value)" }
    + withdrawal.dark.sorted().map { "\($0) dark" }
    + withdrawal.shifted.sorted { $0.key < $1.key }.map { "\($0.key) shifted to \($0.value)" }
}

/// A random graph without a circle of providers: a provider has a lower number than its customers; three links of an AS in
/// the mean. Its ASes are 1 to `count`.
public func randomGraph(_ count: UInt32, using random: inout SeededRandom) -> [BGP.Link] {
  var links: [BGP.Link] = []
  for lower in 1..<count {
    for higher in (lower + 1)...count where UInt32.random(in: 0..<count, using: &random) < 3 {
      let isPeering = Int.random(in: 0..<3, using: &random) == 0
      links.append(isPeering ? .peering(lower, higher) : .transit(provider: lower, customer: higher))
    }
  }
  return links.shuffled(using: &random)
}
