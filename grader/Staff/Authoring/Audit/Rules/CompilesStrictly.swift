import CurriculumKit
import JudgeKit

extension Rule where Input == ChapterTrial {
  /// Solutions and stubs of a chapter compile with warnings as errors.
  ///
  /// What does not compile at all brings errors in every file that needs it: only the first cause is reported.
  static var compilesStrictly: Rule {
    Rule("compilesStrictly") { (trial: ChapterTrial) -> [Problem] in
      if case .failed(let rejection) = trial.plain { return causes(rejection, .solutions, in: trial.parts) }
      return SourceKind.allCases.flatMap { kind -> [Problem] in
        guard case .failed(let rejection)? = trial.strict[kind] else { return [] }
        if rejection.errors.isEmpty { return causes(rejection, kind, in: trial.parts) }
        return rejection.errors.map { problem($0, in: trial.parts) }
      }
    }
  }

  /// The first error of what everything else is built on. Suites are built on nothing but each other: of each, its first.
  private static func causes(_ rejection: Rejection, _ kind: SourceKind, in parts: ChapterParts) -> [Problem]
  {
    let errors = rejection.errors.filter { $0.file != nil }
    guard let least = errors.map(layer).min() else {
      return [Problem(message: "\(kind.rawValue)/\(parts.chapter.folder): \(rejection.lastError)")]
    }
    let lowest = errors.filter { layer($0) == least }
    guard least == Layer.suite else { return lowest.prefix(1).map { problem($0, in: parts) } }
    var seen: Set<String?> = []
    return lowest.filter { seen.insert($0.file).inserted }.map { problem($0, in: parts) }
  }

  private static func problem(_ diagnostic: Diagnostic, in parts: ChapterParts) -> Problem {
    let file = diagnostic.file ?? parts.chapter.folder
    let place = diagnostic.line.map { "\(file):\($0)" } ?? file
    let exercise = parts.exercises.first { [$0.solution, $0.file, $0.suiteFile].contains(file) }
    return Problem(message: "\(place): \(diagnostic.message)", exercise: exercise)
  }

  private static func layer(_ diagnostic: Diagnostic) -> Layer {
    let file = diagnostic.file ?? ""
    if file.hasPrefix("Chapters/") { return .vocabulary }
    if file.hasPrefix("Tests/Support/") { return .support }
    return file.hasPrefix("Tests/") ? .suite : .source
  }
}

/// What is compiled before what.
private enum Layer: Int, Comparable {
  case vocabulary
  case support
  case source
  case suite

  static func < (one: Layer, other: Layer) -> Bool { one.rawValue < other.rawValue }
}
