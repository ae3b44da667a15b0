import CurriculumKit
import GraderKit
import SystemKit

/// Writes the parts of an exercise that are not there, and never over one that is: a run that was cut short is continued.
struct ExerciseWriter {
  let session: Session
  let exercise: Exercise

  /// A part, and what happened to it.
  enum Step: Equatable {
    case wrote(String)
    case kept(String)
    case linked(String)
    /// The README's sample lists how many exercises there are.
    case renewed(String)
    /// Nothing could be added to the chapter's page.
    case notLinked(String)
  }

  private var workbook: Workbook { session.workbook }

  /// The solution comes first: from then on the exercise has its number, whatever happens to the rest.
  func write() throws -> [Step] {
    let before = try reader().course()
    let template = ExerciseTemplate(exercise: exercise)
    var steps = [try write(template.solution, to: exercise.solution)]
    let curriculum = try Curriculum(workbook)
    steps.append(try write(try curriculum.stub(of: exercise), to: exercise.file))
    if let namespace = try namespace() {
      let file = "\(exercise.chapter.vocabularyFolder)/\(namespace)\(exercise.name).swift"
      steps.append(try write(template.vocabulary(in: namespace), to: file))
    }
    steps += [
      try write(template.suite, to: exercise.suiteFile), try write(template.mistakes, to: exercise.mistakes),
      try write(template.alternative, to: exercise.alternative), try write(template.page, to: exercise.page),
    ]
    if let step = try link(in: curriculum) { steps.append(step) }
    if let step = try renewSample(from: before, in: curriculum) { steps.append(step) }
    return steps
  }

  /// Whether every part is there that this writes and that an exercise has to have.
  var isComplete: Bool {
    [
      exercise.solution, exercise.file, exercise.suiteFile, exercise.mistakes, exercise.alternative,
      exercise.page,
    ].allSatisfy(workbook.exists)
  }

  private func write(_ text: String, to file: String) throws -> Step {
    // What cannot be read is an error, and not absent.
    guard try workbook.readIfPresent(file) == nil else { return .kept(file) }
    try Files.write(Array(text.utf8), to: workbook.absolute(file))
    return .wrote(file)
  }

  /// The caseless enum that most files of the chapter's vocabulary extend; nil where there is none.
  private func namespace() throws -> String? {
    let folder = exercise.chapter.vocabularyFolder
    let names = try (workbook.namesIfPresent(in: folder) ?? []).filter { $0.hasSuffix(".swift") }.flatMap {
      try workbook.text("\(folder)/\($0)").matches(of: /(?m)^(?:extension|public enum) ([A-Z]\w*) *\{/).map {
        String($0.1)
      }
    }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func link(in curriculum: Curriculum) throws -> Step? {
    let path = exercise.chapter.page
    let page = CourseFile(path, in: workbook)
    let exercises = curriculum.exercises(of: exercise.chapter)
    guard let text = ChapterPageText(page: page, exercises: exercises).adding(exercise) else {
      return page.text?.contains("<doc:\(exercise.stem)>") == true ? nil : .notLinked(path)
    }
    try Files.write(Array(text.utf8), to: workbook.absolute(path))
    return .linked(path)
  }

  /// The sample in the README, where it was what a fresh clone printed until now.
  private func renewSample(from before: CourseParts, in curriculum: Curriculum) throws -> Step? {
    let after = try reader(curriculum).course()
    guard let readme = before.texts.first(where: { $0.path == CourseParts.readme }), let text = readme.text,
      before.freshProgress != after.freshProgress, text.contains(before.freshProgress)
    else { return nil }
    let new = text.replacing(before.freshProgress, with: after.freshProgress, maxReplacements: 1)
    try Files.write(Array(new.utf8), to: workbook.absolute(readme.path))
    return .renewed(readme.path)
  }

  private func reader(_ curriculum: Curriculum? = nil) throws -> PartsReader {
    let curriculum = curriculum ?? session.curriculum
    return PartsReader(
      curriculum: curriculum, scope: AuditScope(course: curriculum.exercises, checked: []))
  }
}
