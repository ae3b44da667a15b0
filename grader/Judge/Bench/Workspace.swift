import CurriculumKit
import Foundation
import SystemKit

/// The package that the grader writes for itself under `.build/grader`, and builds recipes in.
///
/// Nothing of it is seen from outside: what a build leaves is moved out as a `TestProgram`, and the folder is only ever the
/// quickest way to the next one. The vocabulary and the tests' support are reached through links.
package final class Workspace: Building {
  /// The folder that learners' verdicts come from; others are called `bench-2` and so on.
  package static let mainName = "bench"

  package let workbook: Workbook
  /// Whether the last build's commands may be given again; SwiftPM builds everything where they may not.
  package var replays = true
  /// Whether a program that was built from the same recipe before may be taken.
  package var reuses = true
  /// How many times as long as usual the compiler may take, where it is confined (`CompilerTime`).
  package var pace = 1.0
  /// How many builds were replayed.
  package private(set) var replayed = 0
  private let folder: String
  private let toolchain: Toolchain
  private let moduleCache: String
  private let environment: BuildEnvironment
  private let sources: LaidSources
  private let programs: ProgramStore
  /// Names the interface and the suites that were last found to compile without warnings.
  private var suitesWithoutWarnings = ""

  /// Prepares the folder. One grader at a time: its caller holds the bench's lock. Another name is another folder, for who works
  /// side by side with the first.
  package init(curriculum: Curriculum, toolchain: Toolchain, name: String = Workspace.mainName) throws {
    workbook = curriculum.workbook
    folder = workbook.absolute(".build/grader/\(name)")
    moduleCache = toolchain.confinement == nil ? Builder.moduleCache : ".build/grader/\(name)-modules"
    self.toolchain = try toolchain.confined(
      to: [folder, workbook.absolute(moduleCache)], reading: workbook.root)
    environment = try BuildEnvironment(
      curriculum: curriculum, toolchain: toolchain, flags: Builder.flags)
    // Each its own: who works side by side would else remove programs that the others run.
    programs = ProgramStore(
      folder: workbook.absolute(".build/grader/programs\(name.dropFirst(Self.mainName.count))"))
    let identity = environment.workspace
    try Self.discardForeign(folder, unless: identity)
    // All workspaces share it, and several are prepared at once.
    let cache = workbook.absolute(moduleCache)
    try FileLock.held(cache + ".lock") { try Self.discardForeign(cache, unless: identity) }
    sources = try LaidSources(folder: folder)
    for (link, target) in LaidPaths.links {
      try Files.link(folder + "/" + link, to: workbook.absolute(target))
    }
    for chapter in curriculum.chapters {
      // A manifest whose targets are empty does not load.
      try sources.ensureNotEmpty("Subjects/\(chapter.folder)")
      try sources.write(
        Array(BenchManifest.runner.utf8), to: "Suites/\(chapter.folder)/\(BenchManifest.runnerFile)")
    }
    try sources.write(Array(environment.manifest.utf8), to: "Package.swift")
  }

  /// A folder that was made elsewhere, by another compiler or with other flags is made anew: its files name all of these.
  private static func discardForeign(_ folder: String, unless identity: String) throws {
    let mark = folder + "/made-for"
    if try Files.readIfPresent(mark) == Array(identity.utf8) { return }
    if try Files.exists(folder) { try Files.remove(folder) }
    try Files.write(Array(identity.utf8), to: mark)
  }

  // MARK: Building

  package func build(_ recipe: Recipe) throws -> BuildOutcome {
    let key = Fingerprint.of("\(environment.all)\n\(recipe.digest)".utf8)
    if reuses, let path = programs.find(key) { return .program(program(recipe, at: path)) }
    switch try rebuild(recipe) {
    case .rejected(let rejection): return .rejected(rejection)
    case .built(let product): return .program(program(recipe, at: try programs.keep(product, as: key)))
    }
  }

  private enum Result {
    case built(product: String)
    case rejected(Rejection)
  }

  private func program(_ recipe: Recipe, at path: String) -> TestProgram {
    TestProgram(recipe: recipe, path: path, paths: paths(of: recipe))
  }

  private func paths(of recipe: Recipe) -> LaidPaths {
    LaidPaths(recipe: recipe, workspace: folder, workbook: workbook.root)
  }

  private func rebuild(_ recipe: Recipe) throws -> Result {
    let chapter = recipe.chapter
    let journal = Journal(folder: folder, chapter: chapter)
    if try journal.isOpen {
      // A build was cut short: nobody knows which files the compiler has seen.
      try forgetPlan(of: chapter)
      try sources.renew(["Subjects/\(chapter.folder)", "Suites/\(chapter.folder)"])
    }
    try journal.open()
    try sources.lay(recipe.subjects, in: "Subjects/\(chapter.folder)")
    try sources.lay(
      recipe.runnerFiles, in: "Suites/\(chapter.folder)", keeping: [BenchManifest.runnerFile])
    let paths = paths(of: recipe)
    if replays, let result = try replayAgain(recipe, paths, journal) {
      replayed += 1
      try journal.close()
      return result
    }
    // SwiftPM plans anew from here on; the old plan names files that it rewrites.
    try forgetPlan(of: chapter)
    // Compiled anew in any case, they are known to have seen the module that now is.
    try sources.renew(["Suites/\(chapter.folder)"])
    var builder = Builder(
      toolchain: toolchain.limited(to: Double(CompilerTime.build) * pace), package: folder,
      workbook: workbook, paths: paths)
    builder.moduleCache = moduleCache
    let rejection = try builder.build(product: chapter.suiteModule)
    if rejection == nil { try keepPlan(for: recipe) }
    try journal.close()
    return rejection.map { .rejected($0) } ?? .built(product: product(of: chapter))
  }

  /// A compiler that strangers' code brought to an end leaves the plan as good as it was. Which files it has seen nobody knows, so
  /// all are new to it.
  private func replayAgain(_ recipe: Recipe, _ paths: LaidPaths, _ journal: Journal) throws -> Result? {
    do {
      return try replay(recipe, paths)
    } catch let error as GraderError where error.isCompilersEnd && toolchain.confinement != nil {
      try sources.renew(["Subjects/\(recipe.chapter.folder)", "Suites/\(recipe.chapter.folder)"])
      try journal.close()
      throw error
    }
  }

  /// Has SwiftPM plan a recipe where nothing is planned yet, so that other contents of the same files need its commands alone.
  package func prepare(_ recipe: Recipe) throws {
    guard try plan(for: recipe) == nil else { return }
    // It is the course's own code: less time than usual is for strangers'.
    let own = pace
    pace = max(1, own)
    defer { pace = own }
    _ = try rebuild(recipe)
  }

  private func product(of chapter: Chapter) -> String { "\(folder)/.build/debug/\(chapter.suiteModule)" }

  // MARK: The plan

  private func planFile(of chapter: Chapter) -> String { "\(folder)/plans/\(chapter.folder).json" }

  private func forgetPlan(of chapter: Chapter) throws {
    if try Files.exists(planFile(of: chapter)) { try Files.remove(planFile(of: chapter)) }
  }

  private func plan(for recipe: Recipe) throws -> Plan? {
    guard let bytes = try Files.readIfPresent(planFile(of: recipe.chapter)),
      let plan = try? JSONDecoder().decode(Plan.self, from: Data(bytes))
    else { return nil }
    return plan.fits(recipe, environment: environment.all) ? plan : nil
  }

  private func replay(_ recipe: Recipe, _ paths: LaidPaths) throws -> Result? {
    #if os(Linux)
      guard let plan = try plan(for: recipe) else { return nil }
      let replay = Replay(
        toolchain: toolchain.limited(to: Double(CompilerTime.build) * max(1, pace)),
        subjectToolchain: toolchain.limited(to: Double(CompilerTime.subjects) * pace), paths: paths,
        renewSuites: { try self.sources.renew(["Suites/\(recipe.chapter.folder)"]) },
        keep: { try self.keep($0, of: recipe.chapter) })
      switch try replay.build(plan, suites: Plan.digest(of: recipe.runnerFiles)) {
      case .built: return .built(product: product(of: recipe.chapter))
      case .rejected(let rejection): return .rejected(rejection)
      case .unclear: return nil
      }
    #else
      // Elsewhere programs are signed, and more than three commands make one.
      return nil
    #endif
  }

  private func keepPlan(for recipe: Recipe) throws {
    let description = try Files.readIfPresent(folder + "/.build/debug.yaml") ?? []
    guard
      var plan = Plan(
        description: String(decoding: description, as: UTF8.self), recipe: recipe,
        environment: environment.all)
    else { return }
    plan.interfaceAtSuiteBuild = plan.interface.map(Fingerprint.ofFile) ?? ""
    plan.suitesAtSuiteBuild = Plan.digest(of: recipe.runnerFiles)
    try keep(plan, of: recipe.chapter)
  }

  private func keep(_ plan: Plan, of chapter: Chapter) throws {
    try Files.write(Array(JSON.text(plan).utf8), to: planFile(of: chapter))
  }

  // MARK: Compiling without building

  package func compiles(_ exercise: Exercise, in recipe: Recipe) throws -> Bool {
    guard let plan = try plan(for: recipe) else {
      // Without a plan the whole has to be built to know.
      if case .program = try build(recipe) { return true }
      return false
    }
    let files = try layAside(recipe.subjects, in: "Subjects/\(recipe.chapter.folder)")
    guard let primary = files.first(where: { $0.hasSuffix("/" + exercise.fileName) }) else { return false }
    let command =
      [toolchain.swiftc, "-frontend", "-typecheck", "-primary-file", primary]
      + files.filter { $0 != primary } + plan.subjectOptions
    let limited = toolchain.limited(to: Double(CompilerTime.subjects) * pace)
    return try ChildProcess(command, with: limited).run().ending == .exited(0)
  }

  /// What a recipe is rejected for where warnings are errors; nil where it builds without any.
  package func strictRejection(of recipe: Recipe) throws -> Rejection? {
    // The suites are compiled against the module that lies in the folder: it has to be this recipe's.
    if case .rejected(let rejection) = try rebuild(recipe) { return rejection }
    guard let plan = try plan(for: recipe) else {
      throw GraderError.compilerEnded("SwiftPM's description of the build was not understood")
    }
    let chapter = recipe.chapter.folder
    func rejection(of files: [String], _ options: [String]) throws -> Rejection? {
      // As far as warnings need, without making a program.
      let arguments = [toolchain.swiftc, "-emit-sil", "-o", "/dev/null", "-wmo", "-warnings-as-errors"]
      return try CompilerCommand(
        arguments: arguments + options + files, toolchain: toolchain, paths: paths(of: recipe)
      ).rejection()
    }
    let subjects = try layAside(recipe.subjects, in: "Subjects/\(chapter)")
    if let rejection = try rejection(of: subjects, plan.subjectOptions) { return rejection }
    // Solutions and stubs have the same interface: what suites say to the one they say to the other.
    let suites = "\(plan.interfaceAtSuiteBuild) \(plan.suitesAtSuiteBuild)"
    guard suites != suitesWithoutWarnings else { return nil }
    let files = try layAside(recipe.runnerFiles, in: "Suites/\(chapter)")
    if let rejection = try rejection(of: files, plan.suiteOptions) { return rejection }
    suitesWithoutWarnings = suites
    return nil
  }

  /// Lays files where no build looks.
  private func layAside(_ files: [SourceFile], in place: String) throws -> [String] {
    try sources.lay(files, in: "\(LaidPaths.aside)/\(place)")
    return files.map { "\(folder)/\(LaidPaths.aside)/\(place)/\($0.name)" }
  }
}
