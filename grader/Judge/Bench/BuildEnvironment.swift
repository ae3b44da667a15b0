import CurriculumKit
import Foundation
import SystemKit

/// What a build depends on besides the recipe.
package struct BuildEnvironment {
  package let manifest: String
  /// Names what a workspace was made for: its place, the compiler, the flags, the manifest. Its files hold all of these.
  package let workspace: String
  /// The same with the vocabulary and the tests' support.
  package let all: String

  package init(curriculum: Curriculum, toolchain: Toolchain, flags: [String]) throws {
    let workbook = curriculum.workbook
    manifest = BenchManifest.text(chapters: curriculum.chapters, linker: toolchain.linker)
    let identity = try toolchain.identity(cachedIn: workbook.absolute(".build/grader/toolchain"))
    workspace = Fingerprint.of(
      ([workbook.root, toolchain.swift, identity, manifest] + flags).joined(separator: "\n").utf8)
    all = Fingerprint.of(
      "\(workspace) \(Self.given(workbook))".utf8)
  }

  /// The files that every chapter is built with.
  package static func given(_ workbook: Workbook) -> String {
    LaidPaths.links.map { Fingerprint.ofFolder(workbook.absolute($0.1)) }.joined(separator: " ")
  }
}
