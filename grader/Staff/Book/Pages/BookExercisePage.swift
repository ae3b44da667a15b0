import CurriculumKit

/// An exercise's page made whole: with the specification from its stub, and its hints behind tabs.
struct BookExercisePage {
  let page: BookPage

  init(_ exercise: Exercise, curriculum: Curriculum, vocabulary: Vocabulary, links: BookLinks) throws {
    let source = Page(try curriculum.workbook.text(exercise.page))
    var text = BookText(source, links: links.on(exercise))
    let stub = try curriculum.stub(of: exercise)
    let given = vocabulary.files(of: exercise).map { "`\(Vocabulary.home)/\($0)`" }
    let specification = Specification(stub: stub).markdown(of: exercise, given: given)
    text.insert("Specification", specification, after: "Task")
    let hints = source.subsections(of: Self.hints)
    if !hints.isEmpty {
      let first =
        "Write your own answer first and have it judged: `swift run grader run \(exercise.id)`. "
        + "Each tab says more than the one before it."
      text.replace(
        Self.hints, with: Tabs(tabs: [("Try first", first)] + hints.map { ($0.title, $0.body) }).markdown)
    }
    page = BookPage(
      name: exercise.stem, title: "\(exercise.id) \(curriculum.title(of: exercise))",
      parent: exercise.chapter.folder, body: text.markdown(without: []))
  }

  private static let hints = "Hints"
}
