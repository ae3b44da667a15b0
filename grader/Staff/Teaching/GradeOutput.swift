import GraderKit
import SystemKit

/// Where and how `grade` says what it found.
struct GradeOutput {
  let file: String?
  let format: GradeFormat?
  let isJSON: Bool
  let marks: Marks

  /// Writes the file anew, whole: whoever ends the grader finds what was known then. Without a file nothing is said yet.
  func write(_ grade: GradeReport) throws {
    guard let file else { return }
    try Files.write(Array(text(grade).utf8), to: file)
  }

  private func text(_ grade: GradeReport) -> String { format?.text(grade, marks) ?? JSON.text(grade) + "\n" }

  /// The whole answer.
  ///
  /// - Parameter handIn: shows the lines that errors are in.
  func finish(_ grade: GradeReport, _ handIn: HandIn?, _ session: Session) throws {
    try write(grade)
    if file == nil, let format {
      session.console.write(format.text(grade, marks))
    } else if file == nil, isJSON {
      session.console.line(JSON.text(grade))
    } else {
      session.console.line(
        GradeView(
          grade: grade, style: session.style, width: session.console.width,
          source: { handIn?.line(of: $0, $1) }
        ).text)
    }
  }

  /// Says in the format that nothing could be judged, where it has words for that.
  func trouble(_ reason: String, _ session: Session) throws {
    guard let text = format?.trouble(reason) else { return }
    if let file { try Files.write(Array(text.utf8), to: file) } else { session.console.write(text) }
  }
}
