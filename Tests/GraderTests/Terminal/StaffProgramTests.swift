import Foundation
import Testing

@testable import GraderKit
@testable import SystemKit

/// The learners' program has `staff` built and is then that program. SwiftPM is a script here, which writes down what it is asked.
@Suite(.enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
struct StaffProgramTests {
  private let book: MiniWorkbook
  private var asked: String { book.root + "/asked" }

  init() throws {
    book = try MiniWorkbook()
    try book.write("", to: "\(StaffProgram.folder)/Main.swift")
    try Files.makeFolder(book.root + "/toolchain/lib/swift")
  }

  /// Runs the grader where SwiftPM does this.
  private func run(_ arguments: [String], building script: String) throws -> ChildProcess.Result {
    for program in ["swift", "swift-frontend"] {
      try book.write("#!/bin/sh\n\(script)\n", to: "toolchain/bin/\(program)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(book.root)/toolchain/bin/\(program)")
    }
    let folder = try #require(BuiltGrader.folder)
    var child = try ChildProcess.bare([folder + "/grader"] + arguments)
    child.environment["PATH"] = "\(book.root)/toolchain/bin:/usr/bin:/bin"
    child.folder = book.root
    child.mergesErrors = false
    return try child.run()
  }

  @Test func `a command of staff's is built and done, with its own words alone on standard output`() throws {
    let result = try run(
      ["help", "check"], building: "printf '%s\\n' \"$@\" >'\(asked)'; echo built")
    #expect(result.ending == .exited(0))
    #expect(result.output.hasPrefix("swift run grader check"))
    #expect(result.output.contains("--mutants"), "only staff knows this")
    let words = String(decoding: try Files.read(asked), as: UTF8.self).split(separator: "\n")
    #expect(words.first == "build")
    #expect(words.last == "staff")
    let place = try #require(words.firstIndex(of: "--package-path"))
    #expect(String(words[place + 1]).contains("mini tést"))
  }

  @Test func `its exit status is the command's`() throws {
    #expect(try run(["check", "--bicycle"], building: "exit 0").ending == .exited(ExitStatus.usage))
    #expect(try run(["check", "NoSuch"], building: "exit 0").ending == .exited(ExitStatus.usage))
  }

  @Test func `staff that does not build is trouble`() throws {
    let result = try run(["check"], building: "echo 'error: no' >&2; exit 1")
    #expect(result.ending == .exited(ExitStatus.trouble))
    #expect(result.output == "")
  }

  @Test func `what ends the build ends the command`() throws {
    #expect(try run(["check"], building: "kill -TERM $$").ending == .exited(128 + SIGTERM))
  }
}
