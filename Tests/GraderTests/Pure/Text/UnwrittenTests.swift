import Testing

@testable import CurriculumKit

/// Which functions of an exercise are still to be written.
@Suite struct UnwrittenTests {
  @Test func `functions, initialisers, subscripts and properties are named`() {
    let text = """
      public struct Pool {
        public init(_ a: Int) throws {
          throw NotStarted()
        }
        public mutating func pick<T>(
          _ a: T
        ) throws -> Int {
          // TODO: 1. It.
          throw NotStarted()
        }
        public var count: Int {
          get throws { throw NotStarted() }
        }
        public subscript(at: Int) -> Int {
          get throws { throw NotStarted() }
        }
      }
      """
    #expect(Unwritten.functions(in: text) == ["init", "pick", "count", "subscript"])
  }

  @Test func `what is written, commented out or only told is not named`() {
    let text = """
      public func one() throws -> Int { 1 }
      // public func two() throws { throw NotStarted() }
      public func three() throws -> Int {
        let words = "throw NotStarted()"
        var count: Int = words.count
        func helper() { count += 1 }
        throw NotStarted()
      }
      """
    #expect(Unwritten.functions(in: text) == ["three"])
  }
}
