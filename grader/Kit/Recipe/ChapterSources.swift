/// The sources of a chapter as they were read once: what all recipes of one judging are made of.
struct ChapterSources: Sendable {
  let chapter: Chapter
  /// In the order of the book.
  let exercises: [Exercise]
  /// What was handed in, with how it is to be taken.
  let submissions: [Exercise: Submission]
  /// Further files of the learner's.
  let helpers: [SourceFile]
  private let references: [Exercise: SourceFile]
  private let stubs: [Exercise: SourceFile]
  private let suites: [Exercise: Recipe.Suite]

  init(_ chapter: Chapter, subject: Subject, curriculum: Curriculum) throws {
    self.chapter = chapter
    exercises = curriculum.exercises(of: chapter)
    submissions = subject.submissions.filter { $0.key.chapter == chapter }
    helpers = (subject.helpers[chapter]?.files ?? [:]).map { name, bytes in
      SourceFile(
        name: name.replacing("/", with: "+"), path: "Exercises/\(chapter.folder)/\(name)", origin: .helper,
        content: Content(bytes))
    }
    var references: [Exercise: SourceFile] = [:]
    var stubs: [Exercise: SourceFile] = [:]
    var suites: [Exercise: Recipe.Suite] = [:]
    for exercise in exercises {
      let solution = try curriculum.content(of: exercise.solution)
      references[exercise] = SourceFile(
        name: exercise.fileName, path: exercise.solution, origin: .reference, content: solution,
        exercise: exercise)
      // A solution that no stub can be cut of declares the same; `check` names its fault.
      let stub = (try? curriculum.stub(of: exercise)).map { Content($0) } ?? solution
      stubs[exercise] = SourceFile(
        name: exercise.fileName, path: exercise.solution, origin: .stub, content: stub, exercise: exercise)
      if let source = try? curriculum.content(of: exercise.suiteFile) {
        suites[exercise] = Recipe.Suite(
          file: SourceFile(
            name: exercise.suiteFileName, path: exercise.suiteFile, origin: .suite, content: source,
            exercise: exercise),
          tests: try curriculum.suite(of: exercise).tests)
      }
    }
    (self.references, self.stubs, self.suites) = (references, stubs, suites)
    path = { subject.kind == .exercises ? $0.file : $0.solution }
  }

  private let path: @Sendable (Exercise) -> String

  /// What was handed in and can be compiled.
  var written: [Exercise] { exercises.filter { submissions[$0]?.text != nil } }

  /// The recipe that lays `submitted` as it was handed in, and references for all else that the judged may call.
  ///
  /// An exercise may call earlier ones of its chapter, so up to the last one that is judged or laid references stand in; what
  /// comes after it needs only to be declared.
  func recipe(laying submitted: [Exercise], judging judged: [Exercise], without dropped: Set<String> = [])
    throws -> Recipe
  {
    let last = (submitted + judged).map(\.number).max() ?? 0
    let files = try exercises.map { exercise in
      if submitted.contains(exercise), let bytes = submissions[exercise]?.text {
        return SourceFile(
          name: exercise.fileName, path: path(exercise), origin: .submission, content: Content(bytes),
          exercise: exercise)
      }
      let source = exercise.number <= last ? references[exercise] : stubs[exercise]
      guard let source else { throw Trouble.missing(exercise.solution) }
      return source
    }
    var asked: [Exercise: Recipe.Suite] = [:]
    for exercise in judged {
      guard let suite = suites[exercise] else { throw Trouble.missing(exercise.suiteFile) }
      asked[exercise] = suite
    }
    let blanks = exercises.filter { asked[$0] == nil }.map { exercise in
      SourceFile(
        name: exercise.suiteFileName, path: exercise.suiteFile, origin: .blank, content: Self.blank,
        exercise: exercise)
    }
    return Recipe(
      chapter: chapter,
      subjects: files + (submitted.isEmpty ? [] : helpers.filter { !dropped.contains($0.name) }),
      suites: asked, blanks: blanks)
  }

  private static let blank = Content("// Filled when its exercise is judged.\n")

  func tests(of exercise: Exercise) throws -> [SuiteSource.Test] {
    guard let suite = suites[exercise] else { throw Trouble.missing(exercise.suiteFile) }
    return suite.tests
  }
}
