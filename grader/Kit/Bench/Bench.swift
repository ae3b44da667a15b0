import Foundation

/// The package that the grader writes for itself under `.build/grader`, and builds what is to be judged in.
///
/// The vocabulary and the tests' support are reached through links; the judged files and suites are laid as copies. Every
/// chapter is a module of its own with a runner program, so what is broken in one is never built with another.
final class Bench {
  let workbook: Workbook
  let folder: String
  /// Whether a plan may be replayed; SwiftPM builds everything where it may not.
  var replays = true
  /// How many builds were replayed.
  private(set) var replayed = 0
  private let toolchain: Toolchain
  private var clock: FileClock
  /// What a plan depends on beside the laid files.
  private let given: String

  /// Prepares the bench's folder and writes what is missing or out of date. One grader at a time: hold its lock.
  /// Another name is another folder, for who works side by side with the first.
  init(curriculum: Curriculum, toolchain: Toolchain, name: String = "bench") throws {
    workbook = curriculum.workbook
    self.toolchain = toolchain
    folder = workbook.absolute(".build/grader/\(name)")
    try Files.makeFolder(folder)
    clock = FileClock(file: folder + "/clock")
    let manifest = BenchManifest.text(chapters: curriculum.chapters)
    let compiler = URL(filePath: toolchain.swift).resolvingSymlinksInPath().path(percentEncoded: false)
    given = Fingerprint.of(
      [
        manifest, Fingerprint.stamp(compiler), Fingerprint.ofFolder(workbook.absolute("Chapters/PostRoad")),
        Fingerprint.ofFolder(workbook.absolute("Tests/Support")),
      ].joined(separator: "\n").utf8)
    try link("PostRoad", to: workbook.absolute("Chapters/PostRoad"))
    try link("Support", to: workbook.absolute("Tests/Support"))
    for chapter in curriculum.chapters {
      // A manifest whose targets are empty does not load.
      if Files.names(in: subjects(of: chapter)).isEmpty {
        try write("// Laid when the chapter is judged.\n", to: subjects(of: chapter) + "/Empty.swift")
      }
      try write(BenchManifest.runner, to: suites(of: chapter) + "/Runner.swift")
    }
    try write(manifest, to: folder + "/Package.swift")
  }

  private func subjects(of chapter: Chapter) -> String { "\(folder)/Subjects/\(chapter.folder)" }
  private func suites(of chapter: Chapter) -> String { "\(folder)/Suites/\(chapter.folder)" }

  /// The chapter's runner program; there is one only after a build that went well.
  func runner(of chapter: Chapter) -> String { "\(folder)/.build/debug/\(chapter.suiteModule)" }

  /// Lays a chapter and builds its runner program.
  func build(_ laying: Laying, warningsAsErrors: Bool = false) throws -> BuildResult {
    var laying = laying
    laying.suites["Runner.swift"] = Array(BenchManifest.runner.utf8)
    try lay(laying.subjects, in: subjects(of: laying.chapter))
    try lay(laying.suites, in: suites(of: laying.chapter))
    if replays, !warningsAsErrors, let result = try replay(laying) {
      replayed += 1
      return result
    }
    // Compiled anew in any case, they are known to have seen the module that now is.
    try touchSuites(laying)
    let result = try Builder(toolchain: toolchain, package: folder, workbook: workbook)
      .build(product: laying.chapter.suiteModule, warningsAsErrors: warningsAsErrors)
    if case .built = result, !warningsAsErrors { try keepPlan(for: laying) }
    return result
  }

  // MARK: The plan

  private func planFile(of chapter: Chapter) -> String { "\(folder)/plans/\(chapter.folder).json" }

  private func plan(for laying: Laying) -> Plan? {
    let bytes = Files.bytes(planFile(of: laying.chapter))
    let plan = bytes.flatMap { try? JSONDecoder().decode(Plan.self, from: Data($0)) }
    return plan.flatMap { $0.fits(laying, given: given) ? $0 : nil }
  }

  private func replay(_ laying: Laying) throws -> BuildResult? {
    #if os(Linux)
      guard let plan = plan(for: laying) else { return nil }
      let replay = Replay(
        toolchain: toolchain, touchSuites: { try self.touchSuites(laying) },
        keep: { try self.keep($0, of: laying.chapter) })
      return try replay.build(plan, suites: Self.fingerprint(of: laying.suites))
    #else
      // Elsewhere programs are signed, and more than three commands make one.
      return nil
    #endif
  }

  private func keepPlan(for laying: Laying) throws {
    let description =
      Files.bytes(folder + "/.build/debug.yaml").map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard var plan = Plan(description: description, laying: laying, given: given) else { return }
    plan.suitesSaw = plan.module.map(Fingerprint.ofFile) ?? ""
    plan.suitesWere = Self.fingerprint(of: laying.suites)
    try keep(plan, of: laying.chapter)
  }

  private func keep(_ plan: Plan, of chapter: Chapter) throws {
    try Files.write(Array(JSON.text(plan).utf8), to: planFile(of: chapter))
  }

  private func touchSuites(_ laying: Laying) throws {
    for name in laying.suites.keys.sorted() where name != "Runner.swift" {
      try Files.setModified(suites(of: laying.chapter) + "/" + name, second: try clock.next())
    }
  }

  private static func fingerprint(of files: [String: [UInt8]]) -> String {
    Fingerprint.of(files.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + [0] + $0.value + [0] })
  }

  // MARK: Laying

  /// Afterwards the folder holds these files and no other.
  private func lay(_ files: [String: [UInt8]], in folder: String) throws {
    for name in Files.names(in: folder) where files[name] == nil { try Files.remove(folder + "/" + name) }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try write(bytes, to: folder + "/" + name) }
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
