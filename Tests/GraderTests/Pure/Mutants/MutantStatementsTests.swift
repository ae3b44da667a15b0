import Testing

@testable import AuthoringKit

/// Guards and statements that go or change places, and conditions that go.
@Suite struct MutantStatementsTests {
  private let guards = """
    guard a > 0 else { throw Bad.a(a) }
    // Then the other.
    if b > 0 {
      throw Bad.b(b)
    }
    return a
    """

  @Test func `two neighbouring guards change places, and what is between them stays`() {
    #expect(
      SmallSolution.results(guards, .guardsSwapped) == [
        """
        if b > 0 {
          throw Bad.b(b)
        }
        // Then the other.
        guard a > 0 else { throw Bad.a(a) }
        return a
        """
      ])
    #expect(SmallSolution.changes(guards, .guardsSwapped) == ["guard a > 0 → if b > 0"])
  }

  @Test func `an if that goes on, or has an else, is no guard`() {
    #expect(SmallSolution.changes("guard a > 0 else { return 1 }\nif b > 0 { log(b) }", .guardsSwapped) == [])
    let both = "guard a > 0 else { return 1 }\nif b > 0 { return 2 } else { return 3 }"
    #expect(SmallSolution.changes(both, .guardsSwapped) == [])
  }

  @Test func `guards and statements go, but no declaration and no jump that ends its block`() {
    let body = """
      var sum = 0
      for x in [a, b] {
        guard x > 0 else { continue }
        sum += x
        if x > 5 {
          log(x)
          break
        }
      }
      switch a {
      case 1: sum = 2
      default:
        break
      }
      return sum
      """
    #expect(SmallSolution.changes(body, .guardDropped) == ["guard x > 0 → ", "if x > 5 → "])
    #expect(
      SmallSolution.changes(body, .statementDropped)
        == ["for x in [a, b] → ", "sum += x → ", "log(x) → ", "break → ", "sum = 2 → "])
  }

  @Test func `a statement of several lines goes as a whole, and a closure's statements are statements`() {
    let body = """
      let c = [a, b].map { x in
        log(x)
        return x
      }
      c.sorted()
        .forEach { log($0) }
      return
        a
      """
    #expect(
      SmallSolution.changes(body, .statementDropped) == [
        "log(x) → ", "c.sorted() .forEach { log($0) } → ", "log($0) → ",
      ])
  }

  @Test func `each operand of a chain goes once`() {
    #expect(
      SmallSolution.results("return a == 1 && b == 2 && a != b", .conditionDropped) == [
        "return b == 2 && a != b", "return a == 1 && a != b", "return a == 1 && b == 2",
      ])
    #expect(
      SmallSolution.results("let c = a == 1 || b == 2 && a < b", .conditionDropped) == [
        "let c = b == 2 && a < b", "let c = a == 1", "let c = a == 1 || a < b", "let c = a == 1 || b == 2",
      ])
  }

  @Test func `an operand ends where its statement, its bracket or its choice ends`() {
    #expect(
      SmallSolution.results("if a == 1 && x.contains(where: { $0 > 1 }) { return 1 }", .conditionDropped)
        == ["if x.contains(where: { $0 > 1 }) { return 1 }", "if a == 1 { return 1 }"])
    #expect(
      SmallSolution.changes("let c = a == 1 && (b == 2) ? a : b", .conditionDropped)
        == ["a == 1 && (b == 2) → (b == 2)", "a == 1 && (b == 2) → a == 1"])
    #expect(
      SmallSolution.changes("let c = x.allSatisfy { $0 > 1 } && y\nreturn a", .conditionDropped).last
        == "x.allSatisfy { $0 > 1 } && y → x.allSatisfy { $0 > 1 }")
    #expect(
      SmallSolution.changes("guard a == 1\n  || b == 2\nelse { return 1 }", .conditionDropped)
        == ["a == 1 || b == 2 → b == 2", "a == 1 || b == 2 → a == 1"])
  }

  @Test func `one of several conditions goes`() {
    #expect(
      SmallSolution.results("guard let c = f(a, b), c > 0, a > 1 else { return 1 }", .conditionDropped) == [
        "guard c > 0, a > 1 else { return 1 }", "guard let c = f(a, b), a > 1 else { return 1 }",
        "guard let c = f(a, b), c > 0 else { return 1 }",
      ])
  }

  @Test func `a loop looks at everything`() {
    #expect(
      SmallSolution.results("for c in x where c > a { f(c) }", .conditionDropped) == ["for c in x { f(c) }"])
  }
}
