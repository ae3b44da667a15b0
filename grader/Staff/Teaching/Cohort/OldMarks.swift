import SystemKit

/// Marks in the folder of results that another run wrote, and this one did not.
///
/// They stay, for somebody may have changed them; who uploads them has to know.
struct OldMarks {
  /// The names of the files.
  let files: [String]

  /// Files of marks, and folders with a file for each submission.
  private static let names = [
    "results.csv", "results.json", "roster.csv", "canvas.csv", "moodle.csv", "junit.xml",
  ]
  private static let folders = GradeFormat.allCases.map(\.rawValue)

  /// - Parameter written: what this run wrote, by name.
  init(in target: String, without written: some Collection<String>) throws {
    var found: [String] = []
    let written = Set(written)
    for name in try Files.names(in: target) {
      if Self.names.contains(name), !written.contains(name) { found.append(name) }
      guard Self.folders.contains(name), try Files.kind("\(target)/\(name)") == .folder else { continue }
      let old = try Files.names(in: "\(target)/\(name)").filter {
        $0.hasSuffix(".json") && !written.contains("\(name)/\($0)")
      }
      // All of a folder's is one thing to say.
      let isWhole = !written.contains { $0.hasPrefix(name + "/") }
      if !old.isEmpty { found += isWhole ? [name + "/"] : old.map { "\(name)/\(GradeReport.harmless($0))" } }
    }
    files = found
  }

  /// What is said of them on the screen.
  func lines(in target: String) -> [String] {
    files.map { "\(target)/\($0) is of an earlier run and has old marks: do not upload it." }
  }
}
