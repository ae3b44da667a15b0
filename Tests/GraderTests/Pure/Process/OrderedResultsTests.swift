import Testing

@testable import SystemKit

/// What several benches find is shown in the order of the book, as early as that allows.
@Suite struct OrderedResultsTests {
  @Test func `a result is due once all before it are there`() {
    var results = OrderedResults<String>(count: 4)
    #expect((0..<5).map { _ in results.take() } == [0, 1, 2, 3, nil])
    #expect(results.finish(2, "c") == [])
    #expect(results.finish(0, "a") == ["a"])
    #expect(results.finish(1, "b") == ["b", "c"])
    #expect(results.finish(3, "d") == ["d"])
    #expect(results.results == ["a", "b", "c", "d"])
  }

  @Test func `after trouble nothing is handed out`() {
    var results = OrderedResults<Int>(count: 3)
    #expect(results.take() == 0)
    results.trouble = GraderError.cancelled
    #expect(results.take() == nil)
  }
}
