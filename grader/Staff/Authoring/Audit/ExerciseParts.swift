import CurriculumKit
import GraderKit
import JudgeKit

/// All files of an exercise, read once, and what follows from their texts: what the rules on files look at.
struct ExerciseParts: Sendable {
  let exercise: Exercise
  let solution: CourseFile
  let stub: CourseFile
  let suite: CourseFile
  let mistakes: CourseFile
  let recorded: CourseFile
  let page: CourseFile
  /// At least one where the exercise is complete.
  let alternatives: [CourseFile]
  /// Absent where no mutant of it is equivalent.
  let equivalents: CourseFile
  let scope: AuditScope

  /// The tests of the suite; none where there is no suite.
  let tests: [SuiteSource.Test]
  let knownMistakes: Parsed<Mistakes>
  let knownAnswers: Parsed<Recorded>
  let knownEquivalents: Parsed<Equivalents>
  /// The stub that the solution's markers cut, or why there is none; nil without a solution.
  let cut: Result<String, StubCutter.Fault>?

  init(
    _ exercise: Exercise, solution: CourseFile, stub: CourseFile, suite: CourseFile, mistakes: CourseFile,
    recorded: CourseFile, page: CourseFile, alternatives: [CourseFile],
    equivalents: CourseFile, scope: AuditScope
  ) {
    self.exercise = exercise
    self.solution = solution
    self.stub = stub
    self.suite = suite
    self.mistakes = mistakes
    self.recorded = recorded
    self.page = page
    self.alternatives = alternatives
    self.equivalents = equivalents
    self.scope = scope
    tests = suite.text.map { SuiteSource($0).tests } ?? []
    knownMistakes = Parsed(mistakes)
    knownAnswers = Parsed(recorded)
    knownEquivalents = Parsed(equivalents)
    cut = solution.text.map { text in
      Result { () throws(StubCutter.Fault) in try StubCutter.cut(text) }
    }
  }
}
