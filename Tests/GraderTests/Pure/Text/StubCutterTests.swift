import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import TeachingKit

@Suite struct StubCutterTests {
  @Test func `a step stays as something to do, and the code below it goes`() throws {
    let stub = try StubCutter.cut(
      """
      import PostRoad

      /// What it does.
      public func pick(_ pool: [Int]) throws -> Int {
        // <write>
        // 1. An empty pool has no first: say so.
        guard let first = pool.first else { throw Fault.empty }
        // Nobody sees this comment.
        // 2. Return it.
        return first
        // </write>
      }

      """)
    #expect(
      stub == """
        import PostRoad

        /// What it does.
        public func pick(_ pool: [Int]) throws -> Int {
          // TODO: 1. An empty pool has no first: say so.
          // TODO: 2. Return it.
          throw NotStarted()
        }

        """)
  }

  @Test func `the comment lines directly below a step stay with it`() throws {
    let stub = try StubCutter.cut(
      """
        // <write>
        // 1. A step
        // that goes on,
        // and on.
        let a = 1
        // no more
        // 2. Another

        // no more
        // </write>
      """)
    #expect(
      stub == """
          // TODO: 1. A step
          // that goes on,
          // and on.
          // TODO: 2. Another
          throw NotStarted()
        """)
  }

  @Test func `a declare region leaves its steps and no throw`() throws {
    let stub = try StubCutter.cut(
      """
      struct Ring {
        // <declare>
        // 1. Keep the points.
        private var points: [Int] = []
        // </declare>

        init() throws {
          // <write>
          // 2. Sort them.
          points.sort()
          // </write>
        }
      }
      """)
    #expect(
      stub == """
        struct Ring {
          // TODO: 1. Keep the points.

          init() throws {
            // TODO: 2. Sort them.
            throw NotStarted()
          }
        }
        """)
  }

  @Test func `a stub's end is the solution's end`() throws {
    let solution = "// <write>\n// 1. a\n// </write>"
    #expect(try StubCutter.cut(solution) == "// TODO: 1. a\nthrow NotStarted()")
    #expect(try StubCutter.cut(solution + "\n") == "// TODO: 1. a\nthrow NotStarted()\n")
  }

  @Test func `what looks like a marker in the text is none`() throws {
    let stub = try StubCutter.cut("let a = \"// <write>\"  // see <write>\n// <write>\n// 1. a\n// </write>")
    #expect(stub.hasPrefix("let a = \"// <write>\"  // see <write>\n"))
  }

  @Test func `a file with the line endings of Windows is cut along the same markers`() throws {
    let solution = "// <write>\n// 1. a\nlet a = 1\n// </write>\n"
    #expect(try StubCutter.cut(solution.replacing("\n", with: "\r\n")) == StubCutter.cut(solution))
  }
}
