import Testing

@testable import AuthoringKit
@testable import CurriculumKit

/// Where mutants are, in what order, and what tells them apart.
@Suite struct MutantFinderTests {
  @Test func `only what a learner writes is changed, and no comment`() {
    let text = SmallSolution.written("return 7") + "let given = 8\n" + SmallSolution.declared("let own = 9")
    #expect(MutantFinder.mutants(of: text).map(\.before) == ["7", "7", "9", "9"])
  }

  @Test func `mutants stand in the order of the text, with their lines`() {
    let mutants = MutantFinder.mutants(of: SmallSolution.written("let c = a < 1\nreturn b"))
    #expect(mutants.map(\.kind) == [.comparisonMoved, .valueChanged, .valueChanged])
    #expect(mutants.map(\.line) == [7, 7, 7])
    #expect(mutants.first?.lineText == "let c = a < 1")
  }

  @Test func `those alike on one line are counted`() {
    let mutants = MutantFinder.mutants(of: SmallSolution.written("return a < 1 || b < 1")).filter {
      $0.kind == .comparisonMoved
    }
    #expect(mutants.map(\.ordinal) == [1, 2])
  }

  @Test func `a regular expression and a raw string are no code`() {
    let body = "let c = /[a<(b]*\\/1/\nlet d = #\"1 < 2\"#\nreturn a < b"
    #expect(MutantFinder.mutants(of: SmallSolution.written(body)).map(\.before) == ["<"])
  }

  @Test func `every mutant of every solution changes what is between the marks, and has a place of its own`()
    throws
  {
    let curriculum = try Curriculum(Workbook(root: String(TestWorkbook.origin.dropLast())))
    for exercise in curriculum.exercises {
      let text = try curriculum.workbook.text(exercise.solution)
      let source = Array(text.utf8)
      let mutants = MutantFinder.mutants(of: text)
      let regions = WrittenRegion.all(in: text)
      #expect(mutants.count > 5, "\(exercise.id)")
      #expect(Set(mutants.map(MutantPlace.init)).count == mutants.count, "\(exercise.id)")
      for mutant in mutants {
        #expect(mutant.applied(to: source) != source, "\(exercise.id) line \(mutant.line)")
        #expect(
          regions.contains { MutantSchema.holds($0.bytes, mutant) }, "\(exercise.id) line \(mutant.line)")
      }
    }
  }
}
