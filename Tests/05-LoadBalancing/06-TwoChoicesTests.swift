import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct TwoChoicesTests {
  // Mitzenmacher 2001: the less loaded of two; of a pool of two there is only one pair
  @Test func `of two backends the one with fewer connections is picked`() throws {
    var random = SeededRandom(seed: 60)
    let pool = TestPool.of(connections: [3, 1])
    let picks = try TestPool.picks(12) { try pickTwoChoices(pool, using: &random) }
    #expect(picks == "bbbbbbbbbbbb", "the pair is always a and b, and b has fewer")
  }

  // Our rule, as in nginx's `random two`: the two are different
  @Test func `the busiest of all is never picked`() throws {
    var random = SeededRandom(seed: 61)
    let pool = TestPool.of(connections: [2, 9, 2, 2])
    let picks = try TestPool.picks(200) { try pickTwoChoices(pool, using: &random) }
    let busiest = picks.filter { $0 == "b" }.count
    #expect(busiest == 0, "whoever is drawn with b has fewer: it would win only against itself")
  }

  // Mitzenmacher 2001: both are chosen uniformly at random
  @Test func `every pair is as likely as any other`() throws {
    var random = SeededRandom(seed: 62)
    let pool = TestPool.of(connections: [0, 1, 2, 3, 4, 5])
    let wins = try shares(3000, pool, using: &random)
    for (index, odds) in PairOdds.of(pool).enumerated() {
      let share = wins[index]
      let distance = abs(share - odds)
      #expect(distance < 0.06, "\(TestPool.letter(index)) wins \(5 - index) of the 15 pairs, share \(odds)")
    }
  }

  // Our rule: ties are fair
  @Test func `an idle pool is filled evenly`() throws {
    var random = SeededRandom(seed: 63)
    let wins = try shares(2000, TestPool.of(4), using: &random)
    for (index, share) in wins.enumerated() {
      let distance = abs(share - 0.25)
      #expect(distance < 0.07, "all are equal, so \(TestPool.letter(index)) gets a quarter")
    }
  }

  // Our rule: a backend that is down cannot be drawn
  @Test func `backends that are down are not drawn`() throws {
    var random = SeededRandom(seed: 64)
    let pool = TestPool.of(connections: [0, 5, 0, 5, 0], down: "ace")
    let picks = try TestPool.picks(200) { try pickTwoChoices(pool, using: &random) }
    let others = picks.filter { $0 != "b" && $0 != "d" }
    #expect(others == "", "a, c and e have no connections because they are down")
  }

  // Our rule: with a single backend there is nothing to choose
  @Test func `the only backend that is up is picked`() throws {
    var random = SeededRandom(seed: 65)
    let pool = TestPool.of(connections: [0, 8, 0], down: "ac")
    let picks = try TestPool.picks(5) { try pickTwoChoices(pool, using: &random) }
    #expect(picks == "bbbbb", "b is busy, but it is the only one")
  }

  // Our rule, as in 5.2
  @Test func `pools that cannot serve are refused`() throws {
    var random = SeededRandom(seed: 66)
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") {
      try pickTwoChoices([], using: &random)
    }
    #expect(throws: LB.PoolError.noneAvailable(of: 3), "all three are down") {
      try pickTwoChoices(TestPool.of(3, down: "abc"), using: &random)
    }
  }

  // Berenbrink, Czumaj, Steger, Vöcking 2000: with two choices the maximum stays O(log log n) above the mean
  @Test func `the maximum load is far below that of one choice`() throws {
    var random = SeededRandom(seed: 67)
    for round in 1...3 {
      var two = (0..<64).map { LB.Backend("\($0)") }
      var one = two
      for _ in 0..<3200 {
        two[try pickTwoChoices(two, using: &random)].activeConnections += 1
        one[Int.random(in: one.indices, using: &random)].activeConnections += 1
      }
      let most = two.map(\.activeConnections).max() ?? 0
      let mostOfOne = one.map(\.activeConnections).max() ?? 0
      let trail = "3200 connections on 64 backends, round \(round); one choice reaches \(mostOfOne)"
      try #require(most <= 54, "50 is the mean, and two choices stay within a few of it: \(trail)")
    }
  }

  // A second way to know: PairOdds in LoadBalancingSupport goes through all pairs
  @Test func `random pools are picked from with the odds of all pairs`() throws {
    var random = SeededRandom(seed: 68)
    for _ in 0..<12 {
      var pool = TestPool.of(Int.random(in: 2...6, using: &random))
      for index in pool.indices {
        pool[index].activeConnections = Int.random(in: 0...3, using: &random)
        pool[index].isUp = Int.random(in: 0..<4, using: &random) > 0
      }
      guard pool.contains(where: \.isUp) else { continue }
      let wins = try shares(800, pool, using: &random)
      let told = pool.map { "\($0.name) \($0.isUp ? String($0.activeConnections) : "down")" }
      for (index, odds) in PairOdds.of(pool).enumerated() {
        let distance = abs(wins[index] - odds)
        try #require(distance < 0.1, "\(told.joined(separator: ", ")): \(TestPool.letter(index)) has \(odds)")
      }
    }
  }

  /// The share of `count` picks that each backend got.
  private func shares(
    _ count: Int, _ pool: [LB.Backend], using random: inout SeededRandom
  ) throws -> [Double] {
    var wins = pool.map { _ in 0 }
    for _ in 0..<count { wins[try pickTwoChoices(pool, using: &random)] += 1 }
    return wins.map { Double($0) / Double(count) }
  }
}
