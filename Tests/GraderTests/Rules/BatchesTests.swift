import Testing

@testable import GraderKit

@Suite struct BatchesTests {
  private func rounds(_ lists: [(owner: String, items: [Int])]) -> [[String]] {
    Batches(lists).rounds.map { $0.map { "\($0.owner)\($0.item)" } }
  }

  @Test func `a round takes the next item of each list`() {
    #expect(
      rounds([("a", [1, 2, 3]), ("b", [1]), ("c", []), ("d", [1, 2])])
        == [["a1", "b1", "d1"], ["a2", "d2"], ["a3"]])
  }

  @Test func `nothing is dealt out of nothing`() {
    #expect(rounds([]) == [])
    #expect(rounds([("a", []), ("b", [])]) == [])
  }

  @Test(arguments: 1...40)
  func `there are as many rounds as the longest list has items, and each item comes once`(
    seed: Int
  ) {
    let lists = (0..<(seed % 7)).map { (owner: "\($0)", items: Array(0..<(seed * ($0 + 3) % 11))) }
    let rounds = Batches(lists).rounds
    #expect(rounds.count == lists.map(\.items.count).max() ?? 0)
    for round in rounds {
      #expect(!round.isEmpty)
      #expect(Set(round.map(\.owner)).count == round.count, "no two of one owner")
    }
    for list in lists {
      #expect(rounds.flatMap { $0.filter { $0.owner == list.owner }.map(\.item) } == list.items)
    }
  }
}
