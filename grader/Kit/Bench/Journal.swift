/// Says on disk whether a chapter of a workspace is between two states: a grader may be killed at any moment.
struct Journal {
  private let file: String

  init(folder: String, chapter: Chapter) { file = "\(folder)/open/\(chapter.folder)" }

  /// Whether a build was begun that never came to its end.
  var isOpen: Bool { get throws { try Files.exists(file) } }

  func open() throws { if try !isOpen { try Files.write([], to: file) } }
  func close() throws { try Files.remove(file) }
}
