import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct TwoChoicesTests {
  // Mitzenmacher 2001: the less loaded of two; of a pool of two there is only one pair
  @Test func `of two backends the one with fewer connections is picked`() throws {
    try checkPicks(TestPool.of(connections: [3, 1]), are: "b", "the pair is always a and b, and b has fewer")
    try checkPicks(TestPool.of(connections: [0, 1]), are: "a", "the pair is always a and b, and a has fewer")
    let many = TestPool.of(connections: [.max, .max - 1])
    try checkPicks(
      many, are: "b", "the pair is always a and b, and b has one fewer, though both have very many")
  }

  // Our rule, as in nginx's `random two`: the two are different
  @Test func `the busiest of all is never picked`() throws {
    let rule = "whoever is drawn with b has fewer: it would win only against itself"
    try checkPicks(TestPool.of(connections: [2, 9, 2, 2]), are: "acd", rule)
    try checkPicks(TestPool.of(connections: [9, 2, 2]), are: "bc", "the same of a")
    try checkPicks(TestPool.of(connections: [2, 2, 9]), are: "ab", "the same of c")
  }

  // Mitzenmacher 2001: both are chosen uniformly at random
  @Test func `every pair is as likely as any other`() throws {
    var random = SeededRandom(seed: 62)
    let rule = "a wins 5 of the 15 pairs, b 4, c 3, d 2, e 1 and f none"
    try checkShares(3000, TestPool.of(connections: [0, 1, 2, 3, 4, 5]), within: 0.06, rule, &random)
  }

  // Our rule: ties are fair
  @Test func `an idle pool is filled evenly`() throws {
    var random = SeededRandom(seed: 63)
    try checkShares(2000, TestPool.of(4), within: 0.07, "all are equal, so each gets a quarter", &random)
    let busy = TestPool.of(connections: [5, 5])
    try checkShares(2000, busy, within: 0.07, "both have as many, so each gets half", &random)
  }

  // LB.Backend: a backend is spoken of by its index, so two may have equal fields
  @Test func `backends with the same name are different backends`() throws {
    var random = SeededRandom(seed: 69)
    let pool = Array(repeating: LB.Backend("x"), count: 2)
    try checkShares(
      2000, pool, within: 0.07, "an index says which backend is meant, a name does not", &random)
  }

  // Our rule: a backend that is down cannot be drawn
  @Test func `backends that are down are not drawn`() throws {
    let pool = TestPool.of(connections: [0, 5, 0, 5, 0], down: "ace")
    try checkPicks(pool, are: "bd", "a, c and e have no connections because they are down")
  }

  // Our rule: with a single backend there is nothing to choose, and nothing to draw
  @Test func `the only backend that is up is picked, and nothing is drawn`() throws {
    let pools = [
      TestPool.of(connections: [0, 8, 0], down: "ac"), TestPool.of(connections: [7]),
      TestPool.of(2, down: "a"),
    ]
    for (pool, letter) in zip(pools, "bab") {
      let rule = "it is the only one that is up, so the generator is not asked"
      try check("pickTwoChoices(_:using:)", pool, returns: Letter(TestPool.index(of: letter)), rule) { pool in
        var random = CountedRandom(seed: 65)
        return Letter(try pickTwoChoices(pool, using: &random))
      }
      try check("random numbers that pickTwoChoices(_:using:) draws", pool, returns: 0, rule) { pool in
        var random = CountedRandom(seed: 65)
        _ = try pickTwoChoices(pool, using: &random)
        return random.draws
      }
    }
  }

  // Our rule: all randomness comes from the generator
  @Test func `equal generators give equal picks`() throws {
    let pool = TestPool.of(connections: [3, 1, 4, 1, 5, 9, 2, 6])
    let (first, second) = (SeededRandom(seed: 70), SeededRandom(seed: 70))
    func picks(_ source: SeededRandom) throws -> String {
      var random = source
      return try TestPool.picks(64) { try pickTwoChoices(pool, using: &random) }
    }
    // The picks themselves stand in no failure: who draws elsewhere gets others each time.
    let rule = "the same seed gives the same picks: no other randomness takes part"
    try check("two times 64 picks, both with seed 70, are equal", pool, returns: true, rule) { _ in
      try picks(first) == picks(second)
    }
  }

  // Our rule: plain connections are compared, and every pair is as likely as any other
  @Test func `weights are not looked at`() throws {
    var random = SeededRandom(seed: 71)
    let heavy = TestPool.of(weights: [98, 1, 1])
    try checkShares(
      3000, heavy, within: 0.06, "all are idle, so each gets a third, whatever it weighs", &random)
    let pools = [[0, 1], [1, 99], [-1, 2_147_483_648]].map { TestPool.of(connections: [4, 5], weights: $0) }
    for pool in pools { try checkPicks(pool, are: "a", "a has fewer connections, whatever the weights") }
  }

  // Our rule, as in 5.2
  @Test func `pools that cannot serve are refused`() throws {
    let refusals: [([LB.Backend], LB.PoolError, String)] = [
      ([], .empty, "nobody will ever come up there"),
      (TestPool.of(3, down: "abc"), .noneAvailable(of: 3), "all three are down"),
      (TestPool.of(1, down: "a"), .noneAvailable(of: 1), "the only one is down"),
    ]
    for (pool, wanted, rule) in refusals {
      try check("pickTwoChoices(_:using:)", pool, throws: wanted, rule) { pool in
        var random = SeededRandom(seed: 66)
        return try pickTwoChoices(pool, using: &random)
      }
    }
  }

  // Berenbrink, Czumaj, Steger, Vöcking 2000: with two choices the maximum stays O(log log n) above the mean
  @Test func `the maximum load is far below that of one choice`() throws {
    var random = SeededRandom(seed: 67)
    let isNear = { $0 <= 54 }
    for round in 1...3 {
      let input = "3200 connections on 64 backends, 50 on the average, round \(round)"
      try check(
        "pickTwoChoices(_:using:): the connections of the busiest", input, returns: "54 or fewer",
        where: isNear,
        "two choices stay within a few of the mean, where one choice is 15 and more above it"
      ) { _ in
        var pool = (0..<64).map { LB.Backend("\($0)") }
        for _ in 0..<3200 {
          let picked = try pickTwoChoices(pool, using: &random)
          if pool.indices.contains(picked) { pool[picked].activeConnections += 1 }
        }
        return pool.map(\.activeConnections).max() ?? 0
      }
    }
  }

  // A second way to know: PairOdds in LoadBalancingSupport goes through all pairs
  @Test func `random pools are picked from with the odds of all pairs`() throws {
    var random = SeededRandom(seed: 68)
    for _ in 0..<12 {
      var pool = TestPool.of(Int.random(in: 2...6, using: &random))
      for index in pool.indices {
        pool[index].activeConnections = Int.random(in: 0...3, using: &random)
        pool[index].weight = Int.random(in: 0...9, using: &random)
        pool[index].isUp = Int.random(in: 0..<4, using: &random) > 0
      }
      guard pool.contains(where: \.isUp) else { continue }
      try checkShares(
        800, pool, within: 0.1, "the odds are counted over all pairs of those that are up", &random)
    }
  }

  /// Exactly these backends are picked in 200 draws.
  private func checkPicks(_ pool: [LB.Backend], are letters: String, _ rule: String) throws {
    try check("who is picked by pickTwoChoices(_:using:), 200 times", pool, returns: letters, rule) { pool in
      var random = SeededRandom(seed: 60)
      let picks = try TestPool.picks(200) { try pickTwoChoices(pool, using: &random) }
      return String(Set(picks).sorted())
    }
  }

  private func checkShares(
    _ count: Int, _ pool: [LB.Backend], within distance: Double, _ rule: String, _ random: inout SeededRandom
  ) throws {
    let odds = PairOdds.of(pool)
    let isNear = { (shares: Shares) in zip(shares.values, odds).allSatisfy { abs($0 - $1) < distance } }
    try check(
      "the shares of \(count) times pickTwoChoices(_:using:)", pool,
      returns: "\(odds.map(percent)), each within \(percent(distance)), in percent",
      where: isNear, rule
    ) { pool in
      var wins = pool.map { _ in 0 }
      for _ in 0..<count {
        let picked = try pickTwoChoices(pool, using: &random)
        if wins.indices.contains(picked) { wins[picked] += 1 }
      }
      return Shares(values: wins.map { Double($0) / Double(count) })
    }
  }

  struct Shares: CheckDescribable {
    let values: [Double]

    var checkDescription: String { "\(values.map(percent))" }
  }
}

private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
