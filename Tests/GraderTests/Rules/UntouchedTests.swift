import Testing

@testable import GraderKit

/// The workbook as it stands: no rule that reads files finds anything.
@Suite struct UntouchedTests {
  @Test func `the file rules are silent on the untouched workbook`() throws {
    let doctored = try Doctored()
    var found: [String] = []
    for rule in Rule.onFiles {
      for chapter in try doctored.book.curriculum.chapters where rule.chapter != nil {
        found += try doctored.findings(rule, "\(chapter.number)").map { "\(rule.name): \($0)" }
      }
      for exercise in try doctored.book.curriculum.exercises where rule.exercise != nil {
        found += try doctored.findings(rule, exercise.id).map { "\(rule.name): \($0)" }
      }
    }
    #expect(found == [])
  }

  @Test func `each rule has a name of its own, and looks at something`() {
    let rules = Rule.onFiles + Rule.onBench
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules { #expect(rule.exercise != nil || rule.chapter != nil, "\(rule.name)") }
  }
}
