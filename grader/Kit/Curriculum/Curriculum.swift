import Synchronization

/// What the workbook teaches, read from its folders: there is no list of exercises anywhere.
struct Curriculum: Sendable {
  let workbook: Workbook
  /// In the order of their numbers.
  let chapters: [Chapter]
  /// In the order of the book.
  let exercises: [Exercise]
  private let stubs = Stubs()

  /// Reads the folders below `Solutions`: a learner may lose any file of `Exercises`, and the exercise is still there.
  init(_ workbook: Workbook) throws {
    self.workbook = workbook
    chapters = workbook.names(in: "Solutions").compactMap(Chapter.init(folder:)).sorted {
      $0.number < $1.number
    }
    exercises = chapters.flatMap { chapter in
      workbook.names(in: "Solutions/\(chapter.folder)").compactMap { file -> Exercise? in
        guard file.hasSuffix(".swift"), let (number, name) = Chapter.numbered(String(file.dropLast(6))) else {
          return nil
        }
        return Exercise(chapter: chapter, number: number, name: name)
      }.sorted { $0.number < $1.number }
    }
    guard !exercises.isEmpty else { throw Trouble.unreadable("Solutions") }
  }

  func exercises(of chapter: Chapter) -> [Exercise] { exercises.filter { $0.chapter == chapter } }

  /// The stub that belongs to an exercise: cut out of its solution.
  func stub(of exercise: Exercise) throws -> String {
    let solution = try workbook.text(exercise.solution)
    if let known = stubs.known(exercise), known.solution == solution { return known.stub }
    let stub = try StubCutter.cut(solution, file: exercise.solution)
    stubs.keep(exercise, solution: solution, stub: stub)
    return stub
  }

  /// The title of a page: its first heading; the name where there is no page.
  func title(of exercise: Exercise) -> String { title(ofPage: exercise.page) ?? exercise.name }
  func title(of chapter: Chapter) -> String { title(ofPage: chapter.page) ?? chapter.name }

  private func title(ofPage page: String) -> String? {
    (try? workbook.text(page)).flatMap { Page($0).title }
  }
}

/// The stubs that were cut, so that each is cut once: every build lays those of a whole chapter.
private final class Stubs: Sendable {
  private let cut = Mutex<[Exercise: (solution: String, stub: String)]>([:])

  func known(_ exercise: Exercise) -> (solution: String, stub: String)? { cut.withLock { $0[exercise] } }

  func keep(_ exercise: Exercise, solution: String, stub: String) {
    cut.withLock { $0[exercise] = (solution, stub) }
  }
}
