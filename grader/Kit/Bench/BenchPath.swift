/// Translates the bench's paths into the workbook's: a learner never sees where their file was laid.
enum BenchPath {
  /// The compiler may tell the bench's folder with its links resolved, so a path is known by its end.
  static func own(_ path: some StringProtocol) -> String {
    let path = String(path)
    let parts = path.split(separator: "/")
    if parts.count >= 3 {
      let tail = parts.suffix(2).joined(separator: "/")
      if parts[parts.count - 3] == "Subjects" { return "Exercises/" + tail }
      if parts[parts.count - 3] == "Suites" { return "Tests/" + tail }
    }
    for home in ["Chapters/PostRoad/", "Tests/Support/"] {
      if let range = path.firstRange(of: "/" + home) { return home + path[range.upperBound...] }
    }
    return path
  }
}
