import CurriculumKit
import GraderKit

/// What compiling a chapter as a whole showed: its solutions, and the stubs cut out of them, each with all suites.
struct ChapterTrial: Sendable {
  let parts: ChapterParts
  /// With warnings as errors.
  let strict: [SourceKind: Compilation]
  /// The solutions with warnings left alone: what does not compile here leaves nothing in the chapter to try.
  let plain: Compilation

  /// Whether the chapter's exercises cannot be tried before something is mended.
  var isBlocked: Bool {
    if case .failed = plain { return true }
    return false
  }

  /// The exercises whose stubs do not compile.
  var brokenStubs: Set<Exercise> {
    guard case .failed(let rejection)? = strict[.stubs] else { return [] }
    let files = Set(rejection.errors.compactMap(\.file))
    return Set(parts.exercises.filter { files.contains($0.file) })
  }

  static func run(_ parts: ChapterParts, on tryout: any Tryout) throws -> ChapterTrial {
    tryout.say("\(parts.chapter.name): compiling with warnings as errors")
    var texts: [Exercise: String] = [:]
    var stubs: [Exercise: String] = [:]
    for (exercise, file) in zip(parts.exercises, parts.solutions) {
      guard let text = file.text else { continue }
      texts[exercise] = text
      // What cannot be cut is another rule's finding; the rest needs it.
      stubs[exercise] = (try? StubCutter.cut(text)) ?? text
    }
    func compile(_ kind: SourceKind, _ texts: [Exercise: String], strictly: Bool) throws -> Compilation {
      try tryout.compile(parts.chapter, texts, as: kind, strictly: strictly)
    }
    var strict = [SourceKind.solutions: try compile(.solutions, texts, strictly: true)]
    var plain = Compilation.compiled
    if case .failed? = strict[.solutions] { plain = try compile(.solutions, texts, strictly: false) }
    // Where the solutions do not compile, the stubs would say the same again.
    if case .compiled = plain { strict[.stubs] = try compile(.stubs, stubs, strictly: true) }
    return ChapterTrial(parts: parts, strict: strict, plain: plain)
  }
}
