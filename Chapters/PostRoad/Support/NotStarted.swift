/// What a stub throws: the exercise is not started, and this is the place to write it.
///
/// A test that meets it fails with these words. Delete the line that throws it once your own code stands there.
public struct NotStarted: Error, Equatable, CustomStringConvertible {
  /// The file to write in, from the top of the workbook: `Exercises/01-DNSMessages/01-Header.swift`.
  public let file: String
  /// The line of the `throw`, counted from 1.
  public let line: Int

  /// Both are filled in by the compiler: write `throw NotStarted()`.
  public init(filePath: String = #filePath, line: Int = #line) {
    // The folder and the file name are the exercise's identity, wherever the file is compiled.
    file = "Exercises/" + filePath.split(separator: "/").suffix(2).joined(separator: "/")
    self.line = line
    CalledStubs.note(file)
  }

  public var description: String { "not started: write it in \(file), line \(line)" }
}
