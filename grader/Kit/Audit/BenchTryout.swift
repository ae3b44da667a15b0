/// Tries out on the bench of a workshop.
struct BenchTryout: Tryout {
  let workshop: Workshop

  func judge(_ exercise: Exercise, text: String, patience: Double?) throws -> Judgement {
    let judged = try workshop.judge([exercise], of: .only(exercise, text: text), patience: patience)
    guard let judgement = judged[exercise] else { throw Trouble.noTestsRan(exercise.suiteFile) }
    return judgement
  }

  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation
  {
    var laying = Laying(chapter: chapter)
    for (exercise, text) in texts {
      laying.subjects[exercise.fileName] = Array(text.utf8)
      if let suite = workshop.curriculum.workbook.bytes(exercise.suiteFile) {
        laying.suites[exercise.suiteFileName] = suite
      }
    }
    guard
      case .failed(let diagnostics, let output) = try workshop.bench.build(
        laying, warningsAsErrors: strictly)
    else { return .compiled }
    let placed = diagnostics.map { diagnostic in
      var placed = diagnostic
      placed.file = diagnostic.file.map { Self.own($0, kind) }
      return placed
    }
    return .failed(placed, output: output)
  }

  /// The workbook's own path of a file on the bench.
  static func own(_ file: String, _ kind: SourceKind) -> String {
    if file.hasPrefix("Exercises/") { return kind.rawValue + file.dropFirst("Exercises".count) }
    // The vocabulary and the support are reached through links in the bench's folder.
    guard let match = file.wholeMatch(of: /.*\/\.build\/grader\/[^\/]+\/(PostRoad|Support)\/(.*)/) else {
      return file
    }
    return (match.1 == "PostRoad" ? "Chapters/PostRoad/" : "Tests/Support/") + match.2
  }

  func say(_ doing: String) { workshop.activity.say(doing) }
}
