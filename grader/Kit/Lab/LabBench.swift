import CurriculumKit
import JudgeKit
import SystemKit

/// The package under `.build/grader/lab`: a learner's solved exercises, references for all others, and `lab` over them.
///
/// Solved is what was judged so and has not changed since. The lock of the grader's benches is held while it is built.
struct LabBench {
  /// What was built.
  struct Program {
    let path: String
    /// Whose functions are the learner's.
    let own: [Exercise]
    /// Chapters whose solved exercises do not build together, though each does alone.
    let dropped: [Chapter]
  }

  private let session: Session
  private let toolchain: Toolchain
  private let folder: String
  private let sources: LaidSources
  private let lock: FileLock

  init(_ session: Session, _ activity: Activity) throws {
    self.session = session
    guard session.workbook.isFolder(LabManifest.folder) else { throw GraderError.noLab }
    for (_, target) in LabManifest.links where !session.workbook.isFolder(target) {
      throw GraderError.missing(target)
    }
    lock = try JudgingContext.takeLock(session, activity)
    var toolchain = try Toolchain()
    toolchain.lock = lock
    toolchain.mark = OrphanProcesses.mark(in: session.workbook.root, bench: "lab")
    self.toolchain = toolchain
    let workbook = session.workbook
    folder = workbook.absolute(".build/grader/lab")
    let manifest = LabManifest.text(chapters: session.curriculum.chapters, linker: toolchain.linker)
    let identity = try toolchain.identity(cachedIn: workbook.absolute(".build/grader/toolchain"))
    let made = [workbook.root, toolchain.swift, identity, manifest].joined(separator: "\n")
    // A folder that was made elsewhere or by another compiler is made anew: its files name both.
    if try Files.readIfPresent(folder + "/made-for") != Array(made.utf8), try Files.exists(folder) {
      try Files.remove(folder)
    }
    if try !Files.exists(folder + "/.build") {
      activity.announce("building lab for the first time, which takes a minute or two")
    }
    sources = try LaidSources(folder: folder)
    try Files.write(Array(made.utf8), to: folder + "/made-for")
    for (link, target) in LabManifest.links {
      try Files.link(folder + "/" + link, to: workbook.absolute(target))
    }
    try sources.write(Array(manifest.utf8), to: "Package.swift")
  }

  /// Builds `lab` with everything that is solved. Where that does not build, the chapters at fault get references alone.
  func build(_ activity: Activity) throws -> Program {
    let subject = try Subject.exercises(session.curriculum)
    let set = SourceSet(session.curriculum, subject: subject)
    let record = try VerdictRecord(session: session, sources: set)
    let solved = try session.curriculum.exercises.filter { try record.isSolved($0) }
    var dropped: [Chapter] = []
    while true {
      let own = solved.filter { !dropped.contains($0.chapter) }
      for chapter in session.curriculum.chapters {
        try lay(own.filter { $0.chapter == chapter }, set.sources(of: chapter))
      }
      activity.say("building lab")
      guard let output = try failure() else {
        return Program(
          path: "\(folder)/.build/debug/\(LabManifest.product)", own: own, dropped: dropped)
      }
      let guilty = Set(own.map(\.chapter)).filter { output.contains("/Subjects/\($0.folder)/") }
      guard !guilty.isEmpty else {
        let line = output.split(whereSeparator: \.isNewline).first { $0.contains("error:") }
        throw GraderError.courseDoesNotBuild(
          file: nil, line: nil, reason: line.map(String.init) ?? "lab cannot be linked")
      }
      dropped += session.curriculum.chapters.filter(guilty.contains)
    }
  }

  private func lay(_ own: [Exercise], _ chapter: ChapterSources) throws {
    // With its last exercise for the one that is judged, everything that is not the learner's is a reference.
    let last = chapter.exercises.last.map { [$0] } ?? []
    let recipe = try chapter.recipe(laying: own, judging: last)
    try sources.lay(recipe.subjects, in: "Subjects/\(chapter.chapter.folder)")
  }

  /// What the compiler printed where it refuses; nil where it builds.
  private func failure() throws -> String? {
    let command = [
      toolchain.swift, "build", "--package-path", folder, "--product", LabManifest.product,
      "--disable-automatic-resolution", "--disable-index-store", "-Xswiftc",
      "-continue-building-after-errors",
      "-Xswiftc", "-module-cache-path", "-Xswiftc", session.workbook.absolute(Builder.moduleCache),
    ]
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    child.endsBy = .interruptFirst
    let result = try child.run()
    switch result.ending {
    case .exited(0): return nil
    case .exited: return result.output
    case .signalled(let signal): throw GraderError.compilerEnded("signal \(signal)")
    case .stopped: throw GraderError.cancelled
    }
  }
}
