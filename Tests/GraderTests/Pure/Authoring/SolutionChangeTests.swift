import Testing

@testable import AuthoringKit

@Suite struct SolutionChangeTests {
  private let solution = "a\n  one\n  two\nb\n  one\n  three\nc\n"

  private func made(_ edited: String) -> SolutionChange? { SolutionChange(from: solution, to: edited) }

  @Test func `a line that is there once is the whole change`() throws {
    let change = try #require(made("a\n  one\n  2\nb\n  one\n  three\nc\n"))
    #expect(change.find == ["  two"])
    #expect(change.replace == ["  2"])
    #expect(change.line == 3)
    #expect(change.text == "a\n  one\n  2\nb\n  one\n  three\nc\n")
  }

  @Test func `a line that is there twice takes what is above it along`() throws {
    let change = try #require(made("a\n  one\n  two\nb\n  1\n  three\nc\n"))
    #expect(change.find == ["b", "  one"])
    #expect(change.replace == ["b", "  1"])
    let first = try #require(made("a\n  1\n  two\nb\n  one\n  three\nc\n"))
    #expect(first.find == ["a", "  one"])
  }

  @Test func `two changes are one, from the first line to the last`() throws {
    let change = try #require(made("a\n  one\n  2\nb\n  one\n  3\nc\n"))
    #expect(change.find == ["  two", "b", "  one", "  three"])
    #expect(change.replace == ["  2", "b", "  one", "  3"])
  }

  @Test func `a line that is put in stands on one that is there`() throws {
    let change = try #require(made("a\n  one\n  two\n  new\nb\n  one\n  three\nc\n"))
    #expect(change.find == ["  two"])
    #expect(change.replace == ["  two", "  new"])
    let first = try #require(made("new\n" + solution))
    #expect(first.replace.first == "new")
    #expect(first.text == "new\n" + solution)
  }

  @Test func `lines that go leave an empty one`() throws {
    let change = try #require(made("a\n  one\nb\n  one\n  three\nc\n"))
    #expect(change.find == ["  two"])
    #expect(change.replace == [""])
    #expect(change.text == "a\n  one\n\nb\n  one\n  three\nc\n")
  }

  @Test func `equal texts are no change, whatever ends them`() {
    #expect(made(solution) == nil)
    #expect(made(solution + "\n  \n") == nil)
    #expect(made(String(solution.dropLast())) == nil)
  }

  @Test(arguments: ["", "x\n", "a\n", "c\n", "a\n  one\n  two\nb\n  one\n  three\nc\n  one\n"])
  func `any edit comes back`(edited: String) throws {
    let change = try #require(made(edited))
    let lines = { (text: String) in text.split(separator: "\n") }
    #expect(lines(change.text) == lines(edited))
    #expect(solution.ranges(of: change.find.joined(separator: "\n")).count == 1)
  }
}
