import SystemKit

/// What the workbook teaches, read from its folders: there is no list of exercises anywhere.
package struct Curriculum: Sendable {
  package let workbook: Workbook
  /// Whether the references are here. A copy that was handed out without them has the stubs in their place.
  package let hasSolutions: Bool
  /// In the order of their numbers.
  package private(set) var chapters: [Chapter]
  /// In the order of the book.
  package private(set) var exercises: [Exercise]
  /// What was worked out of the files, each for as long as its text stays: a run asks for the same often, `watch` for hours.
  private let stubs = Memo<Exercise, String>()
  package let imports = Memo<Exercise, [(module: String, line: Int)]>()
  private let suites = Memo<Exercise, SuiteSource>()
  private let contents = Memo<String, Content>()
  private let titles = Memo<String, String?>()

  /// Reads the folders below `Solutions`, or `Stubs`: a learner may lose any file of `Exercises`, and the exercise is still there.
  package init(_ workbook: Workbook) throws {
    self.workbook = workbook
    hasSolutions = Self.hasSolutions(workbook)
    let folder = hasSolutions ? "Solutions" : Exercise.stubs
    chapters = try workbook.names(in: folder).compactMap(Chapter.init(folder:)).sorted {
      $0.number < $1.number
    }
    exercises = try chapters.flatMap { chapter in
      try workbook.names(in: "\(folder)/\(chapter.folder)").compactMap { file -> Exercise? in
        guard file.hasSuffix(".swift"), let (number, name) = Chapter.numbered(String(file.dropLast(6))) else {
          return nil
        }
        return Exercise(chapter: chapter, number: number, name: name)
      }.sorted { $0.number < $1.number }
    }
    try workbook.requireReadable(chapters)
    guard !exercises.isEmpty else { throw GraderError.damaged(folder, reason: "it holds no exercise.") }
  }

  package static func hasSolutions(_ workbook: Workbook) -> Bool { workbook.exists("Solutions") }

  /// The same with these chapters alone, as a copy of them reads it.
  package func keeping(_ chosen: [Chapter]) -> Curriculum {
    var kept = self
    kept.chapters.removeAll { !chosen.contains($0) }
    kept.exercises.removeAll { !chosen.contains($0.chapter) }
    return kept
  }

  package func exercises(of chapter: Chapter) -> [Exercise] { exercises.filter { $0.chapter == chapter } }

  /// A file of the authors', read and fingerprinted.
  package func content(of path: String) throws -> Content {
    let text = try workbook.text(path)
    return contents.value(for: path, of: text) { Content($0) }
  }

  package func contentIfPresent(of path: String) throws -> Content? {
    try workbook.textIfPresent(path).map { contents.value(for: path, of: $0) { Content($0) } }
  }

  /// The stub that belongs to an exercise: cut out of its solution, or kept as it is where there are no solutions.
  package func stub(of exercise: Exercise) throws -> String {
    guard hasSolutions else { return try workbook.text(exercise.stub) }
    return try stubs.value(for: exercise, of: workbook.text(exercise.solution)) {
      try StubCutter.cut($0, file: exercise.solution)
    }
  }

  /// What the source of an exercise's suite says.
  package func suite(of exercise: Exercise) throws -> SuiteSource {
    suites.value(for: exercise, of: try workbook.text(exercise.suiteFile), make: SuiteSource.init)
  }

  /// The title of a page: its first heading; the name where there is no page.
  package func title(of exercise: Exercise) -> String { title(ofPage: exercise.page) ?? exercise.name }
  package func title(of chapter: Chapter) -> String { title(ofPage: chapter.page) ?? chapter.name }

  private func title(ofPage page: String) -> String? {
    (try? workbook.text(page)).flatMap { titles.value(for: page, of: $0) { Page($0).title } }
  }
}
