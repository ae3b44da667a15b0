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
      if let file = diagnostic.file, file.hasPrefix("Exercises/") {
        placed.file = kind.rawValue + file.dropFirst("Exercises".count)
      }
      return placed
    }
    return .failed(placed, output: output)
  }

  func say(_ doing: String) { workshop.activity.say(doing) }
}
