import Testing

@testable import AuthoringKit
@testable import CurriculumKit

/// The workbook as it is: no rule on files finds anything.
@Suite struct UntouchedTests {
  @Test func `the rules on files find nothing in the workbook as it is`() throws {
    let curriculum = try Curriculum(Workbook(root: String(TestWorkbook.origin.dropLast())))
    let reader = PartsReader(
      curriculum: curriculum,
      scope: AuditScope(course: curriculum.exercises, checked: Set(curriculum.exercises)))
    var found = RuleBook.course.findings(reader.course())
    for chapter in curriculum.chapters { found += RuleBook.chapter.findings(try reader.parts(of: chapter)) }
    for exercise in curriculum.exercises {
      found += RuleBook.exercise.findings(try reader.parts(of: exercise))
    }
    // Whoever works on the exercises may run this suite, too.
    found.removeAll { $0.rule == Rule.stubCurrent.name }
    #expect(found == [])
  }

  @Test func `each rule of a kind has a name of its own`() {
    let kinds = [
      RuleBook.course.map(\.name), RuleBook.chapter.map(\.name), RuleBook.exercise.map(\.name),
      RuleBook.chapterTrial.map(\.name), RuleBook.trial.map(\.name),
    ]
    for names in kinds {
      #expect(Set(names).count == names.count)
      #expect(!names.isEmpty)
    }
  }
}
