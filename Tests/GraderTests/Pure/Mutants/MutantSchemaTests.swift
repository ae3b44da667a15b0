import Testing

@testable import AuthoringKit
@testable import SystemKit

/// One text with many mutants.
@Suite struct MutantSchemaTests {
  private func schema(_ text: String, _ kind: MutationOperator) -> MutantSchema {
    let source = MutantSource(text)
    let mutants = MutantFinder.mutants(of: text).filter { $0.kind == kind }
    let choices = mutants.enumerated().map { MutantSchema.Choice(number: $0 + 1, mutant: $1) }
    return MutantSchema(source, choices, in: source.bodies)
  }

  @Test func `a changed body is there once for each mutant, and as it was`() {
    let text = schema(SmallSolution.written("return a < b"), .comparisonMoved).text
    #expect(
      text.contains(
        """
          // <write>

        switch chosenMutant {
        case 1:
          // 1. Not 4 + 5.
          return a <= b

        default:
          // 1. Not 4 + 5.
          return a < b

        }
          // </write>
        """))
    #expect(text.contains("getenv(\"POSTROAD_MUTANT\")"))
  }

  @Test func `each line of a mutant is its own, and the end of a body is everybody's`() throws {
    let schema = schema(SmallSolution.written("return a == b && b == 1"), .comparisonMoved)
    let lines = schema.text.lines
    func line(_ words: String) throws -> Int { try #require(lines.firstIndex { $0.contains(words) }) + 1 }
    #expect(schema.owner(ofLine: try line("a != b && b == 1")) == 1)
    #expect(schema.owner(ofLine: try line("a == b && b != 1")) == 2)
    #expect(schema.owner(ofLine: try line("a == b && b == 1")) == nil)
    // The function's last brace is below the mark.
    #expect(schema.suspects(atLine: try line("</write>") + 1) == [1, 2])
    #expect(schema.suspects(atLine: try line("</write>") + 2) == [])
    #expect(schema.suspects(atLine: 1) == [])
  }

  @Test func `a body that nothing is left of is a branch, too`() {
    let text = schema(SmallSolution.declared("private func f() { log(1) }"), .statementDropped).text
    #expect(text.contains("case 1:\nbreak\ndefault:"))
  }

  @Test func `functions and computed properties have bodies, start values and named accessors have none`() {
    let source = MutantSource(
      SmallSolution.declared(
        """
        private let start = 1
        private var two: Int { 2 }
        private var three: Int { get { 3 } }
        private var four = { 4 }()
        struct Own {
          var five = [5]
          init() throws { six() }
          func six<T>(_ a: (T) -> Int = { _ in 6 }) -> Int where T: Hashable {
            let seven = { 7 }
            return seven()
          }
        }
        """))
    #expect(
      source.bodies.map { source.code.text($0).oneLine } == [
        "2", "six()", "let seven = { 7 } return seven()",
      ])
  }
}
