import CurriculumKit

extension ChapterSources {
  /// Reads a chapter's files, each once.
  package init(_ chapter: Chapter, subject: Subject, curriculum: Curriculum) throws {
    self.chapter = chapter
    exercises = curriculum.exercises(of: chapter)
    submissions = subject.submissions.filter { $0.key.chapter == chapter }
    isLearners = subject.kind == .exercises
    hasReferences = curriculum.hasSolutions
    helpers = (subject.helpers[chapter]?.files ?? [:]).map { path, bytes in
      SourceFile(
        name: path.replacing("/", with: "+"), path: "Exercises/\(chapter.folder)/\(path)", origin: .helper,
        content: Content(bytes))
    }
    var references: [Exercise: SourceFile] = [:]
    var stubs: [Exercise: SourceFile] = [:]
    var suites: [Exercise: Recipe.Suite] = [:]
    for exercise in exercises {
      let source = curriculum.hasSolutions ? exercise.solution : exercise.stub
      let solution = try curriculum.content(of: source)
      // A solution that no stub can be cut of declares the same; `check` names its fault.
      let stub = (try? curriculum.stub(of: exercise)).map { Content($0) } ?? solution
      func file(_ origin: SourceFile.Origin, _ content: Content) -> SourceFile {
        SourceFile(
          name: exercise.fileName, path: source, origin: origin, content: content,
          exercise: exercise)
      }
      references[exercise] = file(curriculum.hasSolutions ? .reference : .stub, solution)
      stubs[exercise] = file(.stub, stub)
      guard let source = try curriculum.contentIfPresent(of: exercise.suiteFile) else { continue }
      suites[exercise] = Recipe.Suite(
        file: SourceFile(
          name: exercise.suiteFileName, path: exercise.suiteFile, origin: .suite, content: source,
          exercise: exercise),
        tests: try curriculum.suite(of: exercise).tests)
    }
    (self.references, self.stubs, self.suites) = (references, stubs, suites)
  }
}
