import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import TeachingKit

@Suite struct PlaceholdersFilledTests {
  private let exercise = SampleExercise.exercise

  @Test func `a finished exercise has none`() {
    #expect(SampleExercise().findings(.placeholdersFilled) == [])
    #expect(SampleChapter().findings(.vocabularyFilled) == [])
  }

  @Test func `what is left is named with its line, whichever part it is in`() {
    let sample = SampleExercise(
      solution: "import PostRoad\n\n/// FILL IN: what it does.\n",
      suite: "\n  @Test func `FILL IN: the plain case`() throws {\n",
      mistakes: "{ \"name\": \"FILL IN: a\",\n",
      page: "# Add\n\nFILL IN: one paragraph.\n", alternatives: ["// FILL IN: another way\n"])
    #expect(
      sample.findings(.placeholdersFilled) == [
        "\(exercise.solution):3: FILL IN: what it does.", "\(exercise.suiteFile):2: FILL IN: the plain case",
        "\(exercise.mistakes):1: FILL IN: a", "\(exercise.alternative):1: FILL IN: another way",
        "\(exercise.page):3: FILL IN: one paragraph.",
      ])
  }

  @Test func `a placeholder's name is told once a file`() {
    let sample = SampleExercise(solution: "func fillInSum() {}\nfunc fillInMore() {}\n")
    #expect(
      sample.findings(.placeholdersFilled) == [
        "\(exercise.solution):1: `fillInSum` is a placeholder: give it a name of its own."
      ])
  }

  @Test func `every part of the template has something to fill in, and the stub can be cut`() throws {
    let template = ExerciseTemplate(exercise: exercise)
    for text in [
      template.solution, template.suite, template.mistakes, template.alternative, template.page,
      template.vocabulary(in: "DNS"),
    ] {
      #expect(!Placeholder.messages(CourseFile("part", .text(text))).isEmpty)
    }
    #expect(try StubCutter.cut(template.solution).contains("throw NotStarted()"))
    let sample = SampleExercise(
      solution: template.solution, stub: try StubCutter.cut(template.solution), suite: template.suite,
      mistakes: template.mistakes, page: template.page, alternatives: [template.alternative])
    #expect(sample.findings(.pageSections) == [])
    #expect(sample.findings(.suiteShape) == [])
    #expect(sample.findings(.blocksFit) == [])
    #expect(sample.findings(.linksWellFormed) == [])
    let mistake = try #require(MistakesText.parse(template.mistakes)?.mistakes.first)
    #expect(mistake.applied(to: template.solution) != nil)
  }
}
