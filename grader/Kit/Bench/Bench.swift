import Foundation

/// The package that the grader writes for itself under `.build/grader`, and builds what is to be judged in.
///
/// The vocabulary and the tests' support are reached through links; the judged files and suites are laid as copies. Every
/// chapter is a module of its own with a runner program, so what is broken in one is never built with another.
final class Bench {
  let workbook: Workbook
  let folder: String
  private let toolchain: Toolchain
  private var clock: FileClock

  /// Prepares the bench's folder and writes what is missing or out of date. One grader at a time: hold `BenchLock`.
  init(curriculum: Curriculum, toolchain: Toolchain) throws {
    workbook = curriculum.workbook
    self.toolchain = toolchain
    folder = workbook.absolute(".build/grader/bench")
    try Files.makeFolder(folder)
    clock = FileClock(file: folder + "/clock")
    try link("PostRoad", to: workbook.absolute("Chapters/PostRoad"))
    try link("Support", to: workbook.absolute("Tests/Support"))
    for chapter in curriculum.chapters {
      // A manifest whose targets are empty does not load.
      if Files.names(in: subjects(of: chapter)).isEmpty {
        try write("// Laid when the chapter is judged.\n", to: subjects(of: chapter) + "/Empty.swift")
      }
      try write(BenchManifest.runner, to: suites(of: chapter) + "/Runner.swift")
    }
    let manifest = BenchManifest.text(chapters: curriculum.chapters)
    try write(manifest, to: folder + "/Package.swift")
  }

  private func subjects(of chapter: Chapter) -> String { "\(folder)/Subjects/\(chapter.folder)" }
  private func suites(of chapter: Chapter) -> String { "\(folder)/Suites/\(chapter.folder)" }

  /// Lays a chapter: afterwards its folders hold these files and no other.
  func lay(_ laying: Laying) throws {
    try lay(laying.subjects, in: subjects(of: laying.chapter))
    var suites = laying.suites
    suites["Runner.swift"] = Array(BenchManifest.runner.utf8)
    try lay(suites, in: self.suites(of: laying.chapter))
  }

  /// Builds the chapter's runner program.
  func build(_ chapter: Chapter, warningsAsErrors: Bool = false) throws -> BuildResult {
    try Builder(toolchain: toolchain, package: folder, workbook: workbook)
      .build(product: chapter.suiteModule, warningsAsErrors: warningsAsErrors)
  }

  /// The chapter's runner program; there is one only after a build that went well.
  func runner(of chapter: Chapter) -> String { "\(folder)/.build/debug/\(chapter.suiteModule)" }

  private func lay(_ files: [String: [UInt8]], in folder: String) throws {
    for name in Files.names(in: folder) where files[name] == nil { try Files.remove(folder + "/" + name) }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try write(bytes, to: folder + "/" + name)
    }
  }

  private func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  /// Writes where something changed, and gives the file a second of its own: the compiler compares whole seconds.
  private func write(_ bytes: [UInt8], to path: String) throws {
    guard Files.bytes(path) != bytes else { return }
    try Files.write(bytes, to: path)
    try Files.setModified(path, second: try clock.next())
  }

  private func link(_ name: String, to target: String) throws {
    let path = folder + "/" + name
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == target { return }
    try? FileManager.default.removeItem(atPath: path)
    do {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    } catch {
      throw Trouble.cannotWrite(path, reason: error.localizedDescription)
    }
  }
}
