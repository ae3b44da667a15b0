import Synchronization
import Testing

@testable import SystemKit

@Suite struct SideBySideTests {
  @Test(arguments: [1, 2, 3, 7, 100]) func `results are in the order of the values`(width: Int) throws {
    #expect(try SideBySide.map(Array(0..<50), atOnce: width) { $0 * $0 } == (0..<50).map { $0 * $0 })
    #expect(try SideBySide.map([Int](), atOnce: width) { $0 } == [])
  }

  @Test(arguments: [1, 2, 4]) func `no more than that many are done at once`(width: Int) throws {
    let now = Atomic(0)
    let most = Atomic(0)
    _ = try SideBySide.map(Array(0..<200), atOnce: width) { value in
      most.max(now.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
      defer { now.subtract(1, ordering: .relaxed) }
      return (0..<1000).reduce(value, &+)
    }
    #expect((1...width).contains(most.load(ordering: .relaxed)))
  }

  private struct Trouble: Error, Equatable { let value: Int }

  @Test(arguments: [1, 2, 4]) func `after an error no further value is begun, and it is thrown`(width: Int) {
    let begun = Atomic(0)
    let thrown = #expect(throws: Trouble.self) {
      try SideBySide.map(Array(0..<1000), atOnce: width) { value in
        begun.add(1, ordering: .relaxed)
        throw Trouble(value: value)
      }
    }
    #expect(begun.load(ordering: .relaxed) <= width)
    #expect((thrown?.value ?? -1) < width)
  }
}
