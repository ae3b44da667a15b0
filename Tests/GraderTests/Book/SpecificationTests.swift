import Testing

@testable import BookKit
@testable import GraderKit

/// A stub's doc comments as text of a page.
@Suite struct SpecificationTests {
  @Test func `each public declaration is found with its comment`() {
    let stub = """
      import PostRoad

      /// A queue.
      public struct Queue<Key: Hashable> {
        // TODO: 1. Remember something.

        /// How many.
        public var count: Int {
          get throws {
            throw NotStarted()
          }
        }

        public init(
          _ keys: [Key], by order: (Key, Key) -> Bool
        ) throws
        {
          throw NotStarted()
        }
      }

      private func helper() {}
      """
    #expect(
      Declaration.all(in: stub) == [
        Declaration(comment: ["A queue."], signature: "public struct Queue<Key: Hashable>"),
        Declaration(comment: ["How many."], signature: "public var count: Int { get throws }"),
        Declaration(
          comment: [], signature: "public init(_ keys: [Key], by order: (Key, Key) -> Bool) throws"),
      ])
  }

  @Test func `a long signature has a parameter a line`() {
    let declaration = Declaration(
      comment: [],
      signature:
        "public func pick<Score: Comparable>(_ nodes: [String], score: (String, [Int]) -> Score, or other: Int = 0) throws -> Int"
    )
    #expect(
      declaration.code == """
        public func pick<Score: Comparable>(
          _ nodes: [String],
          score: (String, [Int]) -> Score,
          or other: Int = 0
        ) throws -> Int
        """)
  }

  @Test func `fields become words, and a drawing a block of code`() {
    let comment = """
      It reads.

          +--+
          |  |

      - Parameters:
        - name: the name,
          in full.
        - offset: where.
      - Returns: what it is,
        or nothing.
      - Throws: in this order:
        - `a`
        - `b`

      Source: somebody.
      """
    #expect(
      DocComment(lines: comment.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        .markdown == """
          It reads.

          ```
          +--+
          |  |
          ```

          **Parameters**

          - `name`: the name,
            in full.
          - `offset`: where.

          **Returns** what it is,
          or nothing.

          **Throws** in this order:
          - `a`
          - `b`

          Source: somebody.
          """)
  }

  @Test func `one parameter is a list, too, and a list of rules stays one`() {
    let comment = ["- `a`: first", "    more of it", "", "- Parameter now: the clock,", "  in seconds."]
    #expect(
      DocComment(lines: comment).markdown == """
        - `a`: first
            more of it

        **Parameter**

        - `now`: the clock,
          in seconds.
        """)
  }
}
