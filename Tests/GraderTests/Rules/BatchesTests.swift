import Testing

@testable import AuthoringKit

@Suite struct BatchesTests {
  @Test func `a round takes the next item of each list`() {
    #expect(
      Batches([["a1", "a2", "a3"], ["b1"], [], ["d1", "d2"]]).rounds
        == [["a1", "b1", "d1"], ["a2", "d2"], ["a3"]])
  }

  @Test func `nothing is dealt out of nothing`() {
    #expect(Batches<Int>([]).rounds == [])
    #expect(Batches<Int>([[], []]).rounds == [])
  }

  @Test(arguments: 1...40)
  func `there are as many rounds as the longest list has items, and each item comes once`(
    seed: Int
  ) {
    let lists = (0..<(seed % 7)).map { list in (0..<(seed * (list + 3) % 11)).map { "\(list) \($0)" } }
    let rounds = Batches(lists).rounds
    #expect(rounds.count == lists.map(\.count).max() ?? 0)
    for round in rounds {
      #expect(!round.isEmpty)
      #expect(Set(round.map { $0.prefix(1) }).count == round.count, "no two of one list")
    }
    #expect(rounds.joined().sorted() == lists.joined().sorted())
  }
}
