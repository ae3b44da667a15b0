import Foundation
import Testing

@testable import JudgeKit
@testable import SystemKit

/// A build that fails without naming a fault is made once more; one that names it is believed.
@Suite struct BuilderTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  /// Builds with a stand-in for `swift`, which is a script, and says what came and how often it was called.
  private func build(_ script: String) throws -> (rejection: Rejection?, calls: Int) {
    let folder = book.root + "/toolchain"
    let text = "#!/bin/sh\necho call >>'\(folder)/calls'\n\(script)\n"
    try Files.write(Array(text.utf8), to: folder + "/swift")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/swift")
    let builder = Builder(
      toolchain: try Toolchain(from: ["PATH": folder + ":/usr/bin:/bin"]), package: book.root,
      workbook: try book.curriculum.workbook,
      paths: LaidPaths(recipe: .fixture(), workspace: book.root, workbook: book.root))
    let rejection = try builder.build(product: "Suites")
    return (rejection, try Files.read(folder + "/calls").split(separator: UInt8(ascii: "\n")).count)
  }

  @Test func `a build that was disturbed once is no failure`() throws {
    let mark = book.root + "/disturbed"
    let built = try build("[ -e '\(mark)' ] && exit 0; : >'\(mark)'; echo 'error: fatalError'; exit 1")
    #expect(built.rejection == nil)
    #expect(built.calls == 2)
  }

  @Test func `a build that fails twice without a named fault fails`() throws {
    let built = try build("echo 'error: link command failed with exit code 1'; exit 1")
    #expect(
      built.rejection?.lastError == "the build failed: error: link command failed with exit code 1")
    #expect(built.calls == 2)
  }

  @Test func `a named fault is believed at once`() throws {
    let built = try build("echo '/a/b.swift:3:5: error: cannot find x in scope'; exit 1")
    #expect(built.rejection?.errors.map(\.message) == ["cannot find x in scope"])
    #expect(built.calls == 1)
  }
}
