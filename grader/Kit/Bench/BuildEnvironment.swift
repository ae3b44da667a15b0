import Foundation

/// What a build depends on besides the recipe.
struct BuildEnvironment {
  let manifest: String
  /// Names what a workspace was made for: its place, the compiler, the flags, the manifest. Its files hold all of these.
  let workspace: String
  /// The same with the vocabulary and the tests' support.
  let all: String

  init(curriculum: Curriculum, toolchain: Toolchain, flags: [String]) throws {
    let workbook = curriculum.workbook
    manifest = BenchManifest.text(chapters: curriculum.chapters)
    let identity = try toolchain.identity(cachedIn: workbook.absolute(".build/grader/toolchain"))
    workspace = Fingerprint.of(
      ([workbook.root, toolchain.swift, identity, manifest] + flags).joined(separator: "\n").utf8)
    all = Fingerprint.of(
      "\(workspace) \(Self.given(workbook))".utf8)
  }

  /// The files that every chapter is built with.
  static func given(_ workbook: Workbook) -> String {
    LaidPaths.links.map { Fingerprint.ofFolder(workbook.absolute($0.1)) }.joined(separator: " ")
  }
}
